/** Ages of calls are told apart to this step. */
export const stepMs = 500;
/** Looking ahead from now, in steps: dense where most answers come, thin where few do. */
export const horizonSteps = [2, 4, 6, 8, 12, 16, 20, 24, 30, 36, 44, 54, 68, 90, 120] as const;
export const horizonCount = horizonSteps.length;
export const furthest = 120;
/** Older calls are as good as over; a carrier gives up ringing before. */
export const agesKept = 180;
