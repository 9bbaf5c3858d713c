import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const domain = resolve(import.meta.dirname, '../../packages/core/src/domain');

/** `docs/reference/events.md`: what a run and a project tell, as the types of core say it. */
export function eventsReference(): string {
  return `# Events

What subscriptions tell, as the types say it (written from the code: \`pnpm exec vitest run tooling/reference -u\`).

## Of a run: \`runs.events({ runId, after? })\`

Events are numbered 1, 2, 3 … within the run, without gaps, and come in pages. A page is one tracked message whose id is the number of its last event: a client that lost its connection hands it back as \`lastEventId\` and goes on exactly there. First comes what is there already, then what happens; the subscription ends when the run is over. \`@genglossary/client\` unrolls the pages and resumes by itself.

- \`{ type: 'page', entries: [{ seq, at, event }], lastSeq }\`
- \`{ type: 'truncated', from, to, lastSeq }\`: retention took these events away before they were read.
- \`{ type: 'status-unsaved', status, tries, code, lastSeq }\`: no event; the end of the run cannot be saved at the moment. The cursor stays where it is.

\`\`\`ts
${declaration('step-event.ts', 'StepEvent')}

${declaration('run-event.ts', 'ReportEvent')}

${declaration('run-event.ts', 'RunEvent')}
\`\`\`

## Of a project: \`projects.changes({ projectId, after? })\`

Every change of a project, by people or by builds, numbered 1, 2, 3 …, so that an open screen refreshes what it shows and nothing else. Without \`after\` it begins now. Pages are \`{ changes, lastSeq }\`.

\`\`\`ts
${declaration('change.ts', 'ChangeKind')}

${declaration('change.ts', 'Change')}
\`\`\`
`;
}

/** One exported type or interface, word for word. */
function declaration(file: string, name: string): string {
  const source = readFileSync(resolve(domain, file), 'utf8');
  const start = source.search(new RegExp(`^export (?:type|interface) ${name}\\b`, 'mu'));
  if (start < 0) throw new Error(`${file} no longer has ${name}.`);
  const rest = source.slice(start);
  const end = rest.startsWith('export interface') ? rest.indexOf('\n}') + 2 : rest.search(/;\n(?=\n|$)/u) + 1;
  return rest.slice(0, end);
}
