/** Whoever asks while the same reading is under way shares it: a burst of launches asks once for what they have in common. */
export function readTogether<Read>(read: (key: string) => Promise<Read>): (key: string) => Promise<Read> {
  const underWay = new Map<string, Promise<Read>>();
  return (key) => {
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const reading = read(key).finally(() => underWay.delete(key));
    underWay.set(key, reading);
    return reading;
  };
}
