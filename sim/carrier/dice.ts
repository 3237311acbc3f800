/** Seeded dice: the same text gives the same throws on every machine. */
export interface Dice {
  next(): number;
  between(range: Range): number;
  chance(probability: number): boolean;
  pick<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K | null;
}

/** A fixed value, or the inclusive bounds of an even spread. */
export type Range = number | readonly [number, number];

export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  // FNV alone leaves neighbouring numbers close together; this mixes the high bits down.
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function makeDice(seedText: string): Dice {
  let state = hashText(seedText);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (range) => (typeof range === 'number' ? range : range[0] + next() * (range[1] - range[0])),
    chance: (probability) => next() < probability,
    pick(weights) {
      const entries = (Object.entries(weights) as [keyof typeof weights & string, number][]).filter(([, w]) => w > 0);
      const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      return entries.at(-1)?.[0] ?? null;
    },
  };
}
