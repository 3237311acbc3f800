import { z } from 'zod';
import { sessionSummary } from './people.ts';

/** `GET /api/account`: one's own. */
export const ownAccount = z.object({
  username: z.string(),
  displayName: z.string(),
  email: z.string().nullable(),
  passwordSetAt: z.number().nullable(),
  passwordMinLength: z.number().int(),
  secondFactor: z.object({
    /** False: the server has no key to seal secrets with. */
    available: z.boolean(),
    required: z.boolean(),
    since: z.number().nullable(),
    recoveryCodesLeft: z.number().int(),
  }),
  sessions: z.array(sessionSummary),
});
export type OwnAccount = z.infer<typeof ownAccount>;

/** `PUT /api/account/password` */
export const changePassword = z.object({
  current: z.string().min(1, 'Enter your present password.').max(256, 'At most 256 characters.'),
  next: z.string().min(1, 'Enter a new password.').max(1_024),
});

/** Whoever takes over a window that was left open does not know it. */
export const withPassword = z.object({
  password: z.string().min(1, 'Enter your password.').max(256, 'At most 256 characters.'),
});

/** `POST /api/account/second-factor`: shown once, counts when it was confirmed. */
export const secondFactorOffer = z.object({ secret: z.string(), uri: z.string() });
/** `POST /api/account/second-factor/confirm` */
export const confirmSecondFactor = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'Six digits.'),
});
/** Shown once. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
