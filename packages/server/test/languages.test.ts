import { createTestServer } from '@genglossary/server/testing';
import { expect, it } from 'vitest';

it('a language that there is not is refused by code, and of a tag the language is kept', async () => {
  await using server = await createTestServer();
  const create = async (language: string) => {
    const answer = await fetch(`${server.url}/trpc/projects.create`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: `Docks ${language}`, language }),
    });
    return { status: answer.status, body: await answer.text() };
  };
  for (const tag of ['klingon', 'xx', 'xx-yy-zz', 'en_GB', 'e'.repeat(60)]) {
    expect(await create(tag)).toEqual({ status: 400, body: expect.stringContaining('request/invalid') });
  }
  const british = await create('en-GB');
  expect(british.status).toBe(200);
  expect(british.body).toContain('"language":"en"');
});
