import { z } from 'zod';
import { inputs } from './inputs.ts';

const offset = z.number().int().min(0);

/** A definition that a person writes. */
export const definitionInput = z.object({
  statements: z
    .array(
      z.object({
        text: inputs.text,
        role: z.enum(['definition', 'context']).optional(),
        /** What it rests on; looked for in the evidence of the definition before unless told. */
        evidence: z
          .array(
            z.object({
              documentId: inputs.documentId,
              range: z.object({ start: offset, end: offset }),
              quote: inputs.text,
            }),
          )
          .max(20)
          .optional(),
      }),
    )
    .min(1)
    .max(10),
  reason: inputs.text.optional(),
});
