import { z } from 'zod';

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

/** `GET /api/session`: null when nobody is signed in. */
export const sessionView = z.object({
  user: sessionUser.nullable(),
  /** When the session ends if nothing is done with it; epoch ms. */
  expiresAt: z.number().nullable(),
});
export type SessionView = z.infer<typeof sessionView>;

/** `POST /api/session` */
export const signInRequest = z.object({
  username: z.string().trim().min(1, 'Enter your user name.').max(64, 'At most 64 characters.'),
  password: z.string().min(1, 'Enter your password.').max(256, 'At most 256 characters.'),
});
export type SignInRequest = z.infer<typeof signInRequest>;

/** Codes of a refused sign-in, as `code` of the problem document. */
export const signInRefusals = ['wrong-credentials', 'too-many-tries', 'account-locked'] as const;
export type SignInRefusal = (typeof signInRefusals)[number];
