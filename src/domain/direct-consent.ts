import type { LocalDate } from './vocabulary.ts';
import { daysBetween } from './zoned-time.ts';

/** Reg F: consent given to the collector directly carries seven consecutive days, the day it is given being the first. */
export const consentDays = 7;

export function consentCovers(consentOn: LocalDate | null, day: LocalDate): boolean {
  if (consentOn === null) return false;
  const passed = daysBetween(consentOn, day);
  return passed >= 0 && passed < consentDays;
}
