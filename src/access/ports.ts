import type { SessionUser, SignedInUser, UserRole } from '../contract/session.ts';
import type { AccessPolicy } from '../contract/people.ts';

/** As stored; `since` null: offered and not yet confirmed. */
export interface StoredSecondFactor {
  readonly sealed: string;
  readonly since: number | null;
}

export interface Account extends SessionUser {
  readonly email: string | null;
  readonly passwordHash: string;
  readonly passwordSetAt: number | null;
  /** Not null: the password was given by an administrator and opens until then. */
  readonly temporaryUntil: number | null;
  readonly secondFactor: StoredSecondFactor | null;
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
  byId(userId: string): Promise<Account | null>;
  byEmail(email: string): Promise<Account | null>;
  /** By issuer and subject at the identity provider. */
  bySubject(subject: string): Promise<Account | null>;
  /** False: the account is linked to another subject. */
  linkSubject(userId: string, subject: string): Promise<boolean>;
  /** Counts one failure more in a single step and returns the new count. */
  countFailure(userId: string): Promise<number>;
  lock(userId: string, until: number): Promise<void>;
  clearFailures(userId: string): Promise<void>;
  /** `temporaryUntil` null: chosen by its owner. */
  setPassword(
    userId: string,
    password: { readonly hash: string; readonly at: number; readonly temporaryUntil: number | null },
  ): Promise<void>;
}

export interface SecondFactorStore {
  /** Replaces what was offered before; false: one is in force already. */
  offer(userId: string, sealed: string): Promise<boolean>;
  /** Puts the offered one in force, with its recovery codes; false: it is in force already. */
  confirm(
    userId: string,
    given: { readonly at: number; readonly step: number; readonly codeHashes: readonly string[] },
  ): Promise<boolean>;
  remove(userId: string): Promise<void>;
  /** False: this step, or a later one, was taken before. */
  takeStep(userId: string, step: number): Promise<boolean>;
  /** False: there is no such code, or it was used. */
  useRecoveryCode(userId: string, codeHash: string, at: number): Promise<boolean>;
  replaceRecoveryCodes(userId: string, codeHashes: readonly string[]): Promise<void>;
  recoveryCodesLeft(userId: string): Promise<number>;
}

/** One-time codes by time (RFC 6238). */
export interface OneTimeCodes {
  newSecret(): string;
  /** What an authenticator app reads from the picture. */
  uriOf(secret: string, username: string): string;
  /** The time step of the code, the one before and after included; null: wrong. */
  stepOf(secret: string, code: string, at: number): number | null;
}

export type SessionMethod = 'password' | 'code' | 'provider';

export interface StoredSession {
  readonly id: string;
  readonly method: SessionMethod;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly user: SessionUser;
  readonly granted: readonly string[];
  readonly withheld: readonly string[];
  readonly temporary: boolean;
  readonly hasSecondFactor: boolean;
}

export interface LiveSession {
  readonly id: string;
  readonly user: SignedInUser;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
}

export interface SessionRow {
  readonly sessionId: string;
  readonly method: SessionMethod;
  readonly userAgent: string | null;
  readonly createdAt: number;
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
    readonly method: SessionMethod;
  }): Promise<void>;
  /** Neither expired nor revoked, of an account that is not disabled. */
  live(tokenHash: string, now: number): Promise<StoredSession | null>;
  slide(sessionId: string, seenAt: number, expiresAt: number): Promise<void>;
  revoke(sessionId: string, at: number): Promise<void>;
  /** All that are live, or the one named, but never `except`; returns those that were ended. */
  revokeOf(
    userId: string,
    which: { readonly at: number; readonly only?: string; readonly except?: string },
  ): Promise<readonly string[]>;
  liveOf(userId: string, now: number): Promise<readonly SessionRow[]>;
}

export interface PolicyBook {
  read(): Promise<AccessPolicy>;
  /** False: somebody else has changed it meanwhile. */
  save(policy: AccessPolicy): Promise<boolean>;
}

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  matches(passwordHash: string, password: string): Promise<boolean>;
}

/** Tells those who keep sockets of these sessions, and what takes calls for them. */
export type SessionsEnded = (userId: string, sessionIds: readonly string[], allOf: boolean) => Promise<void>;

/** Between nodes. */
export interface SessionNews {
  tell(sessionIds: readonly string[]): void;
  start(onTold: (sessionIds: readonly string[]) => void): Promise<void>;
  stop(): void;
}

export interface AuditEntry {
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  /** Ids and words, never what tells of a debtor. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  /** Id of the entry, where it may be told of again after a crash: the first telling stands. */
  readonly onceAs?: string;
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
