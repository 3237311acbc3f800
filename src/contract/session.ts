import { z } from 'zod';
import { permissions } from '../domain/access/permissions.ts';

export const userRoles = ['agent', 'supervisor', 'admin'] as const;
export type UserRole = (typeof userRoles)[number];

export const sessionUser = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  role: z.enum(userRoles),
  locale: z.string(),
});
export type SessionUser = z.infer<typeof sessionUser>;

/** What somebody has to do before anything else opens. */
export const duties = ['change-password', 'second-factor'] as const;
export type Duty = (typeof duties)[number];

export const signedInUser = sessionUser.extend({
  permissions: z.array(z.enum(permissions)),
  duties: z.array(z.enum(duties)),
});
export type SignedInUser = z.infer<typeof signedInUser>;

/** `GET /api/session`: null when nobody is signed in. */
export const sessionView = z.object({
  user: signedInUser.nullable(),
  /** When the session ends if nothing is done with it; epoch ms. */
  expiresAt: z.number().nullable(),
  /** The identity provider's name as it stands on its button; null: there is none. */
  provider: z.string().nullable(),
});
export type SessionView = z.infer<typeof sessionView>;

/** `POST /api/session` */
export const signInRequest = z.object({
  username: z.string().trim().min(1, 'Enter your user name.').max(64, 'At most 64 characters.'),
  password: z.string().min(1, 'Enter your password.').max(256, 'At most 256 characters.'),
  /** Of the second factor, or a recovery code; asked for with `second-factor-needed`. */
  code: z.string().trim().max(20, 'At most 20 characters.').optional(),
});
export type SignInRequest = z.infer<typeof signInRequest>;

/** Codes of a refused sign-in, as `code` of the problem document. */
export const signInRefusals = [
  'wrong-credentials',
  'second-factor-needed',
  'wrong-code',
  'temporary-password-expired',
  'too-many-tries',
  'account-locked',
] as const;
export type SignInRefusal = (typeof signInRefusals)[number];
