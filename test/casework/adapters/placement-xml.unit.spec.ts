import { describe, expect, it } from 'vitest';
import { pieces } from '../../../src/casework/adapters/placement-xml.ts';

const most = 1000;

async function read(text: string): Promise<number> {
  let chars = 0;
  const bytes = (async function* () {
    for (let at = 0; at < text.length; at += 100) yield Buffer.from(text.slice(at, at + 100));
  })();
  const events = { open: () => undefined, text: (more: string) => void (chars += more.length) };
  for await (const _ of pieces(bytes, events, most)) continue;

  return chars;
}

describe('reading a part as XML', () => {
  it('[IMP-27] refuses more between two tags than a spreadsheet can hold', async () => {
    await expect(read(`<v>${'x'.repeat(2 * most)}</v>`)).rejects.toMatchObject({
      problem: { code: 'unsafe_archive', detail: 'inflates_too_much' },
    });
  });

  it('[IMP-27] takes any length in all, as long as tags come in between', async () =>
    expect(await read(`<r>${`<v>${'x'.repeat(most / 2)}</v>`.repeat(10)}</r>`)).toBe(5 * most));
});
