import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { TRPCError } from '@trpc/server';
import type { ErrorCode } from '../../packages/core/src/domain/index.ts';
import { wireErrors } from '../../packages/server/src/error-map.ts';

const source = readFileSync(resolve(import.meta.dirname, '../../packages/core/src/errors/error-codes.ts'), 'utf8');

/** `docs/reference/errors.md`: the closed list of codes, what each means and carries, and how the server tells it. */
export function errorsReference(): string {
  const rows = [...source.matchAll(/\/\*\* ([^\n]*) \*\/\n {2}'([^']+)': (\{[^\n]*\});/gu)].map(
    ([, meaning = '', code = '', details = '']) => {
      const { trpc, isRetryable, hint } = wireErrors[code as ErrorCode];
      const status = getHTTPStatusCodeFromError(new TRPCError({ code: trpc }));
      const fields = details.replaceAll('readonly ', '').replaceAll('|', '\\|');
      return `| \`${code}\` | ${meaning} | \`${fields}\` | ${status} | ${isRetryable ? 'yes' : ''} | ${hint} |`;
    },
  );
  return `# Errors

The closed list of codes that every door of GenGlossary speaks: the library throws them as \`GlossaryError\`, the server tells them with the HTTP status below, the client throws them as \`GenGlossaryError\`, the command line prints them in parentheses. Written from the code (\`pnpm exec vitest run tooling/reference -u\`). *Again* says whether the same call can succeed later without anybody changing anything.

An error of the server is \`error.data.glossary\`: \`code\`, \`message\` (one sentence), \`details\`, \`hint\`, \`retryable\`, \`requestId\` (names the call in the server's log). No stack, path, key or SQL is ever in it.

| code | what it means | details | HTTP | again | what to do |
|---|---|---|---|---|---|
${rows.join('\n')}

The client adds \`client/unreachable\` (no answer from the address) and \`client/not-understood\` (an answer that is no glossary server's).
`;
}

/** How many codes the list has, counted another way. */
export function countCodes(): number {
  return Object.keys(wireErrors).length;
}
