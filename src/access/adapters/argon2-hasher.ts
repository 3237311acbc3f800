import { hash, verify } from '@node-rs/argon2';
import { normalPassword } from '../../domain/access/password-rules.ts';
import type { PasswordHasher } from '../ports.ts';

/** OWASP's second choice for argon2id: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const argon2Hasher: PasswordHasher = {
  hash: (password) => hash(normalPassword(password), cost),
  async matches(passwordHash, password) {
    try {
      return await verify(passwordHash, normalPassword(password));
    } catch {
      // An unreadable hash opens for nobody.
      return false;
    }
  },
};
