import { z } from 'zod';

/** Why something is changed, as the history keeps it. */
export const reasonGiven = z.string().trim().min(3, 'Say why, in a few words.').max(500);
/** Asked for on every screen; a program may leave it out. */
export const reasonMaybe = z.string().trim().max(500).default('');
