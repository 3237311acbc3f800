/** The strongest frequency of a spectrum in decibels, refined between its neighbours by a parabola. */
export function dominantFrequency(decibels: Float32Array, sampleRate: number): number {
  let peak = 1;
  for (let i = 2; i < decibels.length - 1; i += 1) {
    if ((decibels[i] ?? -Infinity) > (decibels[peak] ?? -Infinity)) peak = i;
  }
  const [before, at, after] = [decibels[peak - 1], decibels[peak], decibels[peak + 1]];
  if (before === undefined || at === undefined || after === undefined || !Number.isFinite(at)) return 0;
  const bend = before - 2 * at + after;
  const shift = Number.isFinite(bend) && bend !== 0 ? (0.5 * (before - after)) / bend : 0;
  return ((peak + shift) * sampleRate) / (2 * decibels.length);
}
