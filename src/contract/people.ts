import { z } from 'zod';
import { permissions } from '../domain/access/permissions.ts';
import { reasonGiven } from './reason.ts';
import { languageTag, listed, once, skill } from './skills.ts';
import { userRoles } from './session.ts';

export const permission = z.enum(permissions);

export const personSettings = z.object({
  displayName: z.string().trim().min(1, 'Enter a name.').max(80, 'At most 80 characters.'),
  email: z.email('An e-mail address.').max(200).toLowerCase().nullable(),
  role: z.enum(userRoles),
  locale: z.enum(['zh-CN', 'en'], 'zh-CN or en.'),
  teamId: z.uuid('Name a team of GET /api/teams.').nullable(),
  skills: listed(skill),
  languages: listed(languageTag),
  /** All that the person may do; what differs from the role is kept as granted or withheld. */
  permissions: z.array(permission).refine(once, 'Each one once.'),
  dailyGoal: z.number().int().min(0, 'Not below 0.').max(2_000, 'At most 2000.'),
});
export type PersonSettings = z.infer<typeof personSettings>;

/** `POST /api/people` */
export const newPerson = personSettings.extend({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{1,62}$/, 'Two to 63 letters, digits, dots, dashes; it begins with a letter or digit.'),
});
export type NewPerson = z.infer<typeof newPerson>;

/** `PUT /api/people/:id` */
export const changePerson = personSettings.extend({ version: z.number().int(), reason: reasonGiven });

/** `POST /api/people/:id/deactivate`, `reactivate`. */
export const personReason = z.object({ reason: reasonGiven });

export const personView = personSettings.omit({ teamId: true }).extend({
  personId: z.string(),
  username: z.string(),
  team: z.object({ teamId: z.string(), name: z.string() }).nullable(),
  /** Of the role as it stands, for comparison. */
  granted: z.array(z.string()),
  withheld: z.array(z.string()),
  simulated: z.boolean(),
  createdAt: z.number(),
  disabledAt: z.number().nullable(),
  lockedUntil: z.number().nullable(),
  /** The password was given by an administrator and opens until then. */
  temporaryUntil: z.number().nullable(),
  secondFactorSince: z.number().nullable(),
  signsInByProvider: z.boolean(),
  lastSeenAt: z.number().nullable(),
  liveSessions: z.number().int(),
  openCases: z.number().int(),
  version: z.number().int(),
});
export type PersonView = z.infer<typeof personView>;

export const peopleSorts = ['displayName', 'username', 'role', 'team', 'createdAt'] as const;
/** Filters of `GET /api/people` and of its export. */
export const peopleFilters = z.object({
  q: z.string().trim().max(80).optional(),
  role: z.enum(userRoles).optional(),
  teamId: z.uuid().optional(),
  skill: z.string().trim().max(40).optional(),
  language: z.string().trim().max(20).optional(),
  state: z.enum(['active', 'disabled', 'all']).default('active'),
});
export const peopleQuery = peopleFilters.extend({
  sort: z.enum(peopleSorts).default('displayName'),
  dir: z.enum(['asc', 'desc']).default('asc'),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PeopleQuery = z.infer<typeof peopleQuery>;

/** `GET /api/people` */
export const peopleList = z.object({
  people: z.array(personView),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
});
export type PeopleList = z.infer<typeof peopleList>;

/** Shown once: `POST /api/people`, `POST /api/people/:id/temporary-password`. */
export const temporaryPassword = z.object({
  personId: z.string(),
  temporaryPassword: z.string(),
  temporaryUntil: z.number(),
});
export type TemporaryPassword = z.infer<typeof temporaryPassword>;

export const teamSettings = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(80, 'At most 80 characters.'),
});
/** `PUT /api/teams/:id` */
export const changeTeam = teamSettings.extend({ version: z.number().int(), reason: reasonGiven });
/** `POST /api/teams/:id/remove` */
export const removeTeam = z.object({ reason: reasonGiven });
export const teamView = z.object({
  teamId: z.string(),
  name: z.string(),
  people: z.number().int(),
  campaigns: z.number().int(),
  version: z.number().int(),
});
export type TeamView = z.infer<typeof teamView>;
/** `GET /api/teams` */
export const teamList = z.object({ teams: z.array(teamView) });

/** `GET`, `PUT /api/access-policy`: what is asked of everybody who signs in. */
export const accessPolicy = z.object({
  /** NIST SP 800-63B-4: 15 where the password stands alone, never below 8. */
  passwordMinLength: z.number().int().min(8, 'Not below 8.').max(64, 'At most 64.'),
  secondFactorRoles: z.array(z.enum(userRoles)).refine(once, 'Each one once.'),
  version: z.number().int(),
});
export type AccessPolicy = z.infer<typeof accessPolicy>;
/** `PUT /api/access-policy` */
export const changeAccessPolicy = accessPolicy.extend({ reason: reasonGiven });

export const sessionSummary = z.object({
  sessionId: z.string(),
  method: z.enum(['password', 'code', 'provider']),
  userAgent: z.string().nullable(),
  createdAt: z.number(),
  lastSeenAt: z.number(),
  expiresAt: z.number(),
  /** The one that asks. */
  current: z.boolean(),
});
export type SessionSummary = z.infer<typeof sessionSummary>;
/** `GET /api/people/:id/sessions` */
export const sessionList = z.object({ sessions: z.array(sessionSummary) });
/** Answer of whatever ends sessions. */
export const sessionsEnded = z.object({ ended: z.number().int() });
