import { z } from 'zod';

/** Why something that is versioned is changed, as the history keeps it: no change goes without. */
export const reasonGiven = z.string().trim().min(3, 'Say why, in a few words.').max(500);
