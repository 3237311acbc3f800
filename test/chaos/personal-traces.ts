import type { RedisClient } from '../../src/platform/redis.ts';

/** What tells of a person: his numbers in every way of writing them, names, words of notes. */
export function traitsOf(given: {
  readonly numbers: readonly string[];
  readonly words: readonly string[];
}): readonly { readonly label: string; readonly text: string }[] {
  const ofNumbers = given.numbers.flatMap((e164, index) => {
    const digits = e164.slice(1);
    const national = digits.startsWith('1') ? digits.slice(1) : digits.slice(2);
    const [area, exchange, last] = [national.slice(0, 3), national.slice(3, 6), national.slice(6)];
    return [
      ['E.164', e164],
      ['digits', national],
      ['dashes', `${area}-${exchange}-${last}`],
      ['blanks', `${area} ${exchange} ${last}`],
      ['brackets', `(${area}) ${exchange}-${last}`],
    ].map(([form, text]) => ({ label: `number ${index} as ${form}`, text: text ?? '' }));
  });
  return [...ofNumbers, ...given.words.map((text, index) => ({ label: `word ${index}`, text }))];
}

/** Labels alone, for a test's output is a log too. */
export const tracesIn = (haystack: string, traits: ReturnType<typeof traitsOf>): string[] =>
  traits.filter(({ text }) => haystack.includes(text)).map(({ label }) => label);

/** Every key and every value of whatever kind. */
export async function everythingIn(redis: RedisClient): Promise<string> {
  const parts: string[] = [];
  for (const key of await redis.keys('*')) {
    parts.push(key);
    switch (await redis.type(key)) {
      case 'string':
        parts.push((await redis.get(key)) ?? '');
        break;
      case 'hash':
        parts.push(JSON.stringify(await redis.hgetall(key)));
        break;
      case 'list':
        parts.push(...(await redis.lrange(key, 0, -1)));
        break;
      case 'set':
        parts.push(...(await redis.smembers(key)));
        break;
      case 'zset':
        parts.push(...(await redis.zrange(key, '0', '-1')));
        break;
      case 'stream':
        parts.push(JSON.stringify(await redis.xrange(key, '-', '+')));
        break;
    }
  }
  return parts.join('\n');
}
