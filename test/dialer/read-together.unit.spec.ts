import { describe, expect, it } from 'vitest';
import { readTogether } from '../../src/dialer/read-together.ts';

describe('what launches of one moment have in common', () => {
  it('[DIAL-65] is read once by those who ask meanwhile, and anew afterwards, also after a failure', async () => {
    const answers: { readonly key: string; readonly give: (value: number) => void; readonly fail: () => void }[] = [];
    const read = readTogether(
      (key) =>
        new Promise<number>((resolve, reject) => {
          answers.push({ key, give: resolve, fail: () => reject(new Error('gone')) });
        }),
    );
    const first = [read('a'), read('a'), read('b')];
    expect(answers.map(({ key }) => key)).toEqual(['a', 'b']);
    answers[0]?.give(1);
    answers[1]?.give(2);
    expect(await Promise.all(first)).toEqual([1, 1, 2]);
    const later = [read('a'), read('a')];
    answers[2]?.fail();
    await expect(Promise.all(later)).rejects.toThrow('gone');
    const again = read('a');
    answers[3]?.give(4);
    expect(await again).toBe(4);
  });
});
