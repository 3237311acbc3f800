const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '【': '】' };
const anyOpener = /[([{【]/;
const noPairs: ReadonlyMap<number, number> = new Map();

/** Complete pairs of brackets: index of the opening one -> index of its closing one. */
export function bracketPairs(text: string): ReadonlyMap<number, number> {
  if (!anyOpener.test(text)) return noPairs;
  const pairs = new Map<number, number>();
  for (const [opener, closer] of Object.entries(closers)) {
    const open: number[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const char = text.charAt(at);
      if (char === opener) open.push(at);
      else if (char === closer) {
        const start = open.pop();
        if (start !== undefined) pairs.set(start, at);
      }
    }
  }

  return pairs;
}
