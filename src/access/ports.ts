import type { SessionUser, UserRole } from '../contract/session.ts';

export interface Account extends SessionUser {
  readonly passwordHash: string;
  readonly failedSignIns: number;
  readonly lockedUntil: number | null;
  readonly disabled: boolean;
}

export interface NewAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: UserRole;
  readonly passwordHash: string;
  readonly locale?: string;
}

export interface AccountStore {
  byUsername(username: string): Promise<Account | null>;
  /** Counts one failure more in a single step and returns the new count. */
  countFailure(userId: string): Promise<number>;
  lock(userId: string, until: number): Promise<void>;
  clearFailures(userId: string): Promise<void>;
  setPasswordHash(userId: string, passwordHash: string): Promise<void>;
}

export interface LiveSession {
  readonly id: string;
  readonly user: SessionUser;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
}

export interface SessionStore {
  open(session: {
    readonly id: string;
    readonly tokenHash: string;
    readonly userId: string;
    readonly at: number;
    readonly expiresAt: number;
    readonly userAgent: string | null;
  }): Promise<void>;
  /** Neither expired nor revoked, of an account that is not disabled. */
  live(tokenHash: string, now: number): Promise<LiveSession | null>;
  slide(sessionId: string, seenAt: number, expiresAt: number): Promise<void>;
  revoke(sessionId: string, at: number): Promise<void>;
  revokeAllOf(userId: string, at: number): Promise<number>;
}

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  matches(passwordHash: string, password: string): Promise<boolean>;
}

export interface AuditEntry {
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  /** Ids and words, never what tells of a debtor. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditTrail {
  record(entry: AuditEntry): Promise<void>;
}

/** Which columns of a big table somebody wants to see, in their order. */
export interface TableLayouts {
  /** Null: as the screen has them. */
  read(userId: string, screen: string): Promise<readonly string[] | null>;
  write(userId: string, screen: string, columns: readonly string[] | null): Promise<void>;
}
