const KIB = 1024;
const MIB = 1024 * KIB;

/** Every limit of the server, in one place. What is above is refused with a code and the limit, never cut. */
export const limits = {
  /** Bytes of one HTTP request. */
  bodyBytes: 25 * MIB,
  /** Bytes of one WebSocket message: calls are small, documents are sent by HTTP. */
  frameBytes: 256 * KIB,
  /** Calls in one batch. */
  batchCalls: 100,
  /** Characters of a name or a title. */
  nameLength: 200,
  /** Characters of a note, a reason or a definition. */
  textLength: 20_000,
  /** Items of a list that is sent at once. */
  listItems: 1000,
  /** Rows of one import. */
  importRows: 10_000,
  /** Rows of one page. */
  pageRows: 500,
  /** Places of words that a search of the documents shows. */
  foundPlaces: 200,
  /** WebSocket connections. */
  connections: 2000,
  /** Open subscriptions of one connection. */
  subscriptionsPerConnection: 200,
  /** Wrong tokens from one address in a minute. */
  failedTokensPerMinute: 10,
  /** Bytes that may wait in a socket before its subscriptions pause. */
  socketBacklogBytes: 256 * KIB,
  /** Milliseconds that a socket may stay full before it is closed; its client resumes where it was. */
  stalledSocketMs: 30_000,
  /** Least milliseconds between two live pages of one subscription. */
  pageIntervalMs: 20,
  /** Milliseconds for the headers and for the whole of a request. */
  headersMs: 10_000,
  requestMs: 120_000,
  /** Milliseconds between two looks for requests that take longer. */
  lookMs: 5000,
  /** Milliseconds between two pings of a socket, and for the answer. */
  pingMs: 15_000,
  pongWaitMs: 10_000,
  /** Milliseconds for calls under way when the server closes. */
  drainMs: 5000,
} as const;
