/** 0..1: how much of the time at work went into calls and their wrap-up; null before anybody has worked. */
export function occupancy(time: { talkMs: number; wrapUpMs: number; readyMs: number }): number | null {
  const busy = time.talkMs + time.wrapUpMs;
  const whole = busy + time.readyMs;
  return whole === 0 ? null : busy / whole;
}
