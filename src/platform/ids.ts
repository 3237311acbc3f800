import { createHash, randomBytes } from 'node:crypto';

let lastMs = 0;
let sequence = 0;

/**
 * UUID version 7, lower case: the instant leads, so ids of one process sort by birth and indexes grow at their end.
 * The twelve bits after the version count ids born in the same millisecond; past 4095 the instant is borrowed from the next one.
 */
export function newId(): string {
  const nowMs = Date.now();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    sequence = randomBytes(1).readUInt8();
  } else if (++sequence > 0xfff) {
    lastMs += 1;
    sequence = 0;
  }
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return asUuid(bytes);
}

/** UUID version 8 of what happened: the same words, wherever and however often they are said, have the same id. */
export function idOf(...words: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(words)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return asUuid(bytes);
}

function asUuid(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An unguessable word that may stand in a URL path or a cookie: 32 bytes are 43 characters. */
export function newToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** A key of 256 bits in base64. */
export function newKey(): string {
  return randomBytes(32).toString('base64');
}
