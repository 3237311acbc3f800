import { createHash } from 'node:crypto';
import type { PlacedCase } from '../domain/placement/read-case.ts';

// Raised when reading or storing changes in a way that should refresh cases that were imported before.
const version = 1;

/** Fingerprint of everything a row said: the same row again changes nothing. */
export const contentHash = (placed: PlacedCase): string =>
  createHash('sha256')
    .update(JSON.stringify([version, placed]))
    .digest('base64url');
