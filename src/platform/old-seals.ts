import type { SecretBox } from './secret-box.ts';

/** A secret where it lies; `about` is the place it was sealed for. */
export interface SealedSecret {
  readonly id: string;
  readonly sealed: string;
  readonly about: string;
}

/** All secrets of one kind. */
export interface SealedShelf {
  all(): Promise<readonly SealedSecret[]>;
  /** False: the secret was replaced meanwhile, and stays as it is. */
  replace(secret: SealedSecret, sealed: string): Promise<boolean>;
}

/** What the key before sealed, for whoever replaces the key. */
export interface OldSeals {
  /** What the audit trail calls that which has the secret. */
  readonly of: 'trunk' | 'user' | 'webhook';
  count(): Promise<number>;
  /** Ids of those whose secrets are now under the key that holds; what no key opens stays as it is. */
  sealAnew(): Promise<readonly string[]>;
}

/** Without a key nothing is sealed, and nothing is old. */
export function makeOldSeals(of: OldSeals['of'], box: SecretBox | null, shelf: SealedShelf): OldSeals {
  const old = async (): Promise<readonly SealedSecret[]> =>
    box === null ? [] : (await shelf.all()).filter(({ sealed }) => box.isOld(sealed));
  return {
    of,
    count: async () => (await old()).length,
    async sealAnew() {
      const done = new Set<string>();
      for (const secret of await old()) {
        const plain = box?.open(secret.sealed, secret.about) ?? null;
        if (box === null || plain === null) continue;
        if (await shelf.replace(secret, box.seal(plain, secret.about))) done.add(secret.id);
      }
      return [...done];
    },
  };
}
