/**
 * The same server with nothing but tRPC's own client: the type of the router is all it needs.
 *
 *     node examples/plain-trpc.ts
 */
import type { AppRouter } from '@genglossary/client';
import { createTRPCClient, createWSClient, httpBatchStreamLink, splitLink, wsLink } from '@trpc/client';

const url = process.env['GENGLOSSARY_URL'] ?? 'http://127.0.0.1:4747';
const socket = createWSClient({ url: `${url.replace('http', 'ws')}/trpc` });
const api = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: wsLink({ client: socket }),
      false: httpBatchStreamLink({ url: `${url}/trpc` }),
    }),
  ],
});

const [project] = await api.projects.list.query();
if (project === undefined) throw new Error('Make a project first.');
const runs = await api.runs.list.query({ projectId: project.id });
for (const { id, status } of runs.items) console.log(`${project.name} ${id} ${status}`);

const [latest] = runs.items;
if (latest !== undefined) {
  await new Promise<void>((done, failed) => {
    api.runs.events.subscribe(
      { runId: latest.id },
      {
        // A page of events is one message; its id is where a lost connection goes on.
        onData: ({ data }) =>
          data.type === 'page' && console.log(`${data.entries.length} events, up to ${data.lastSeq}`),
        onComplete: done,
        onError: failed,
      },
    );
  });
}
await socket.close();
