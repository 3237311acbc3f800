const partsOf = (tag: string): readonly string[] => tag.toLowerCase().split('-');

/**
 * Whether somebody who speaks these languages (BCP 47 tags) can talk to whoever wants that one. What only one of the two
 * says more exactly is no hindrance: zh speaks zh-TW and zh-TW speaks zh, but zh-CN does not speak zh-TW.
 */
export function speaks(spoken: readonly string[], wanted: string): boolean {
  const want = partsOf(wanted);
  return spoken.some((tag) => {
    const have = partsOf(tag);
    const shorter = Math.min(have.length, want.length);
    return have.slice(0, shorter).every((part, at) => part === want[at]);
  });
}
