// A client in a process of its own: `node asker.mjs URL PATH INPUT SECONDS`. It asks in batches of 50 over four connections
// and prints how many answers came.
const [url, path, input, seconds] = process.argv.slice(2);
const CALLS = 50;
const inputs = Object.fromEntries(Array.from({ length: CALLS }, (_, index) => [index, JSON.parse(input)]));
const address = `${url}/trpc/${Array.from({ length: CALLS }, () => path).join(',')}?batch=1&input=${encodeURIComponent(JSON.stringify(inputs))}`;
const until = performance.now() + Number(seconds) * 1000;
let answers = 0;
const ask = async () => {
  while (performance.now() < until) {
    const response = await fetch(address);
    for (const { result } of await response.json()) answers += result === undefined ? 0 : 1;
  }
};
await Promise.all(Array.from({ length: 4 }, ask));
console.log(answers);
