import { type Agent, request } from 'node:http';

export interface Answer {
  readonly text: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** One question over a pool of connections; aborting closes the connection. */
export function askModel(
  question: string,
  { url, agent, signal }: { readonly url: string; readonly agent: Agent; readonly signal: AbortSignal },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', agent, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('aborted', () => reject(new Error('The model broke the connection.')));
      response.once('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`The model answered ${response.statusCode}.`));
        try {
          resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Answer);
        } catch (cause) {
          reject(new Error('The model answered something that is no answer.', { cause }));
        }
      });
    });
    call.once('error', reject);
    call.end(question);
  });
}
