// Many subscribers in a process of their own: `node readers.mjs URL PATH INPUT SUBSCRIBERS LAST`. Each counts what it gets
// until it has seen LAST; then one line tells how late the messages were.
import { WebSocket } from 'ws';

const [url, path, input, subscribers, last] = process.argv.slice(2);
const PER_SOCKET = 100;
const lateness = [];
let messages = 0;
let events = 0;
let open = Number(subscribers);
const sockets = Array.from(
  { length: Math.ceil(open / PER_SOCKET) },
  () => new WebSocket(`${url.replace('http', 'ws')}/trpc`),
);
let started = 0;
for (const socket of sockets) {
  socket.on('open', () => {
    for (let id = 1; id <= PER_SOCKET; id += 1) {
      socket.send(JSON.stringify({ id, method: 'subscription', params: { path, input: JSON.parse(input) } }));
    }
  });
  socket.on('message', (data) => {
    const text = /** @type {Buffer} */ (data).toString('utf8');
    // Asked whether it is still there, as happens where the machine is busy with something else for long.
    if (text === 'PING') {
      socket.send('PONG');
      return;
    }
    const { result } = JSON.parse(text);
    if (result?.type === 'started') {
      started += 1;
      if (started === Number(subscribers)) console.log(JSON.stringify({ ready: true }));
      return;
    }
    const page = result?.data?.data ?? result?.data;
    if (page === undefined) return;
    const entries = page.entries ?? [page];
    messages += 1;
    events += entries.length;
    for (const { at, seq } of entries) {
      if (Math.random() < 0.01) lateness.push(Date.now() - at);
      if (seq < Number(last)) continue;
      open -= 1;
      if (open > 0) continue;
      lateness.sort((a, b) => a - b);
      const quantile = (q) => lateness[Math.floor(q * (lateness.length - 1))] ?? 0;
      console.log(JSON.stringify({ messages, events, p50: quantile(0.5), p99: quantile(0.99) }));
      process.exit(0);
    }
  });
}
