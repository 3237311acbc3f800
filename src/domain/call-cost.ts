/**
 * TRK-17: every begun minute from the answer to the end is charged whole, at the price that was set when the call was
 * launched; what nobody answered costs nothing. Prices are millionths of a unit of the currency, so that sums are exact;
 * they are rounded once, where they are shown.
 */
const minuteMs = 60_000;

export const chargedMinutes = (answeredMs: number): number => Math.ceil(Math.max(answeredMs, 0) / minuteMs);

export const callCostMicros = (answeredMs: number, minuteMicros: number): number =>
  chargedMinutes(answeredMs) * minuteMicros;

const microsPerUnit = 1_000_000;

/** Of the currency, to so many places, halves up. */
export function unitsOf(micros: number, places: number): number {
  const scale = 10 ** places;
  return Math.round((micros * scale) / microsPerUnit) / scale;
}
