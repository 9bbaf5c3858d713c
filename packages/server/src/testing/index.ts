/** The `./testing` door: a real server on a free port, over a real database. */
export { HeldWork } from './held-work.ts';
export { createTestServer, type TestServer, type TestServerOptions } from './test-server.ts';
