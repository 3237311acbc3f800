import { timingSafeEqual } from 'node:crypto';
import { hashToken } from '../platform/token-hash.ts';
import type { AttemptAddresses } from './ports.ts';

export const callbackPath = '/carrier/v1/attempts';
export const mediaPath = '/carrier/v1/media';

/** The carrier's callbacks and the media socket of one attempt. No number and no name is in them (INV-9). */
export function addressesOf(publicUrl: string, attemptId: string, token: string): AttemptAddresses {
  const base = publicUrl.replace(/\/+$/, '');
  const attempt = `${base}${callbackPath}/${attemptId}/${token}`;
  return {
    status: `${attempt}/status`,
    amd: `${attempt}/amd`,
    recording: `${attempt}/recording`,
    media: `${base.replace(/^http/, 'ws')}${mediaPath}/${attemptId}/${token}`,
  };
}

export function tokenMatches(token: string, tokenHash: string): boolean {
  const given = Buffer.from(hashToken(token), 'hex');
  const known = Buffer.from(tokenHash, 'hex');
  return given.length === known.length && timingSafeEqual(given, known);
}
