import { timingSafeEqual } from 'node:crypto';
import { hashToken } from '../platform/token-hash.ts';
import type { AttemptAddresses } from './ports.ts';

export const callbackPath = '/carrier/v1/attempts';
/** Asked by the carrier when a number of ours is rung, and how a caller who waits goes on. */
export const inboundNumberPath = '/carrier/v1/inbound/numbers';
export const inboundCallPath = '/carrier/v1/inbound/calls';
export const comfortPath = '/carrier/v1/inbound/comfort.wav';
export const mediaPath = '/carrier/v1/media';
export const testCallPath = '/carrier/v1/test-calls';

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

/** Where the carrier asks for a number of ours, and tells that a call to it is over. */
export function numberAddresses(
  publicUrl: string,
  callerIdId: string,
): { readonly voice: string; readonly ended: string } {
  const number = `${publicUrl.replace(/\/+$/, '')}${inboundNumberPath}/${callerIdId}`;
  return { voice: number, ended: `${number}/ended` };
}

/** The carrier's callbacks and the media socket of a test call. */
export function testCallAddresses(
  publicUrl: string,
  testCallId: string,
  token: string,
): { readonly status: string; readonly keys: string; readonly media: string } {
  const call = `${publicUrl.replace(/\/+$/, '')}${testCallPath}/${testCallId}/${token}`;
  return { status: `${call}/status`, keys: `${call}/keys`, media: `${call.replace(/^http/, 'ws')}/media` };
}

export const waitAddress = (publicUrl: string, attemptId: string, token: string): string =>
  `${publicUrl.replace(/\/+$/, '')}${inboundCallPath}/${attemptId}/${token}/wait`;

/** Where the carrier brings the key that a caller in the queue pressed, and tells that a message was left. */
export const keyAddress = (publicUrl: string, attemptId: string, token: string): string =>
  waitAddress(publicUrl, attemptId, token).replace(/wait$/, 'key');
export const messageAddress = (publicUrl: string, attemptId: string, token: string): string =>
  waitAddress(publicUrl, attemptId, token).replace(/wait$/, 'message');

/** Where the carrier brings what somebody unknown chose, or the case number that he entered. */
export const menuAddress = (publicUrl: string, callerIdId: string): string =>
  `${numberAddresses(publicUrl, callerIdId).voice}/menu`;
export const referenceAddress = (publicUrl: string, callerIdId: string): string =>
  `${numberAddresses(publicUrl, callerIdId).voice}/reference`;

export function tokenMatches(token: string, tokenHash: string): boolean {
  const given = Buffer.from(hashToken(token), 'hex');
  const known = Buffer.from(tokenHash, 'hex');
  return given.length === known.length && timingSafeEqual(given, known);
}
