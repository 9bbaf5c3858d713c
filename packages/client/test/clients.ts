import { createClient, createLocalClient, type GlossaryClient } from '@genglossary/client';
import { localTransport } from '@genglossary/server/local';
import { createTestServer, type TestServer, type TestServerOptions } from '@genglossary/server/testing';

/** One suite, two ways: over real sockets, and in the same process. */
export const modes = ['over the network', 'in this process'] as const;
export type Mode = (typeof modes)[number];

export interface Fixture extends AsyncDisposable {
  readonly client: GlossaryClient;
  readonly server: TestServer;
}

export async function openFixture(mode: Mode, options: TestServerOptions = {}): Promise<Fixture> {
  const server = await createTestServer(options);
  const client =
    mode === 'over the network' ? createClient({ url: server.url }) : createLocalClient(localTransport(server.core));
  return {
    client,
    server,
    async [Symbol.asyncDispose]() {
      await client.close();
      await server[Symbol.asyncDispose]();
    },
  };
}
