const firstSlots = 1 << 12;
const mostFull = 0.5;

const mix = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);

  return (twice ^ (twice >>> 16)) >>> 0;
};

/** Two hashes of different make (FNV-1a; rotate and multiply), so that what collides in one does not in the other. */
function hashes(text: string): readonly [low: number, high: number] {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(((high << 5) | (high >>> 27)) ^ code, 0x9e3779b1);
  }

  // 0 marks a free slot.
  return [mix(low) || 1, mix(high)];
}

/**
 * Case ids accepted so far, ignoring case. Keeps 64 bits of each instead of its text, so that a file of a million
 * rows costs some 30 MB; the odds that two different ids of such a file look the same are one in thirty million.
 */
export class SeenCaseIds {
  #slots = new Uint32Array(firstSlots * 2);
  #size = 0;

  has(caseId: string): boolean {
    const [low, high] = hashes(caseId.toLowerCase());

    return this.#find(this.#slots, low, high).found;
  }

  add(caseId: string): void {
    if (this.#size + 1 > (this.#slots.length / 2) * mostFull) this.#grow();
    const [low, high] = hashes(caseId.toLowerCase());
    this.#put(this.#slots, low, high);
    this.#size += 1;
  }

  #find(slots: Uint32Array, low: number, high: number): { at: number; found: boolean } {
    const mask = slots.length / 2 - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const at = slot * 2;
      if (slots[at] === 0) return { at, found: false };
      if (slots[at] === low && slots[at + 1] === high) return { at, found: true };
    }
  }

  #put(slots: Uint32Array, low: number, high: number): void {
    const { at } = this.#find(slots, low, high);
    slots[at] = low;
    slots[at + 1] = high;
  }

  #grow(): void {
    const grown = new Uint32Array(this.#slots.length * 2);
    for (let at = 0; at < this.#slots.length; at += 2) {
      const low = this.#slots[at] ?? 0;
      if (low !== 0) this.#put(grown, low, this.#slots[at + 1] ?? 0);
    }
    this.#slots = grown;
  }
}
