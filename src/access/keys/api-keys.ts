import type { ApiKeyView, NewApiKey } from '../../contract/api-key.ts';
import { permissionsOf } from '../../domain/access/permissions.ts';
import type { SessionUser, SignedInUser } from '../../contract/session.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId, newToken } from '../../platform/ids.ts';
import { hashToken } from '../../platform/token-hash.ts';
import type { AuditTrail } from '../ports.ts';

export interface StoredKey {
  readonly keyId: string;
  readonly scopes: readonly string[];
  readonly lastUsedAt: number | null;
  readonly user: SessionUser;
  readonly granted: readonly string[];
  readonly withheld: readonly string[];
}

export interface ApiKeyStore {
  add(key: {
    readonly id: string;
    readonly hash: string;
    readonly tail: string;
    readonly userId: string;
    readonly name: string;
    readonly scopes: readonly string[];
    readonly at: number;
    readonly expiresAt: number | null;
  }): Promise<void>;
  /** Neither revoked nor run out, of somebody at work. */
  live(hash: string, now: number): Promise<StoredKey | null>;
  used(keyId: string, at: number): Promise<void>;
  all(): Promise<readonly Omit<ApiKeyView, 'state'>[]>;
  revoke(keyId: string, at: number): Promise<boolean>;
}

/** A program that acts for whoever made its key, with no more than its scopes. */
export interface KeyHolder {
  readonly keyId: string;
  readonly user: SignedInUser;
  readonly scopes: readonly string[];
}

export interface ApiKeys {
  make(by: string, wanted: NewApiKey): Promise<{ readonly keyId: string; readonly key: string }>;
  use(key: string): Promise<KeyHolder | null>;
  all(): Promise<readonly ApiKeyView[]>;
  revoke(by: string, keyId: string): Promise<boolean>;
}

/** Recognised by scanners that look for secrets where none belong. */
export const keyPrefix = 'casedial_';
const tailLength = 4;
const dayMs = 86_400_000;
const noteUseEveryMs = 60_000;

function stateOf({ revokedAt, expiresAt }: Omit<ApiKeyView, 'state'>, now: number): ApiKeyView['state'] {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'live';
}

export function makeApiKeys(deps: {
  readonly store: ApiKeyStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}): ApiKeys {
  const { store, audit, clock } = deps;
  return {
    async make(by, { name, scopes, days }) {
      const [keyId, key, at] = [newId(), keyPrefix + newToken(32), clock()];
      const expiresAt = days === null ? null : at + days * dayMs;
      await store.add({
        ...{ id: keyId, hash: hashToken(key), tail: key.slice(-tailLength) },
        ...{ userId: by, name, scopes, at, expiresAt },
      });
      await audit.record({
        actorId: by,
        action: 'api_key.made',
        subjectType: 'api_key',
        subjectId: keyId,
        detail: { scopes: scopes.join(' '), days },
      });
      return { keyId, key };
    },
    async use(key) {
      if (!key.startsWith(keyPrefix)) return null;
      const now = clock();
      const stored = await store.live(hashToken(key), now);
      if (stored === null) return null;
      if (stored.lastUsedAt === null || now - stored.lastUsedAt >= noteUseEveryMs) await store.used(stored.keyId, now);
      const { keyId, user, scopes } = stored;
      return {
        keyId,
        scopes,
        user: { ...user, permissions: permissionsOf({ ...stored, role: user.role }), duties: [] },
      };
    },
    async all() {
      const now = clock();
      return (await store.all()).map((key) => ({ ...key, state: stateOf(key, now) }));
    },
    async revoke(by, keyId) {
      if (!(await store.revoke(keyId, clock()))) return false;
      await audit.record({ actorId: by, action: 'api_key.revoked', subjectType: 'api_key', subjectId: keyId });
      return true;
    },
  };
}
