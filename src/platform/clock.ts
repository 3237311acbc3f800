/** Epoch milliseconds. Handed in wherever time matters, so that tests move it by hand. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
