import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Seals what may lie in the database and must not be read there. */
export interface SecretBox {
  /** `about` binds the secret to its place: sealed for one row it does not open in another. */
  seal(plain: string, about: string): string;
  /** Null: sealed with another key, for another place, or changed since. */
  open(sealed: string, about: string): string | null;
}

const cipher = 'aes-256-gcm';
const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/** Sealed as `v1.key.iv.tag.text`; the key is named by the beginning of its hash. */
export function makeSecretBox(keyBase64: string): SecretBox {
  const key = Buffer.from(keyBase64, 'base64');
  if (key.length !== keyBytes) throw new RangeError('the key of the secret box has 32 bytes');
  const keyName = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return {
    seal(plain, about) {
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagBytes });
      sealing.setAAD(Buffer.from(about, 'utf8'));
      const text = Buffer.concat([sealing.update(plain, 'utf8'), sealing.final()]);
      const parts = [iv, sealing.getAuthTag(), text].map((part) => part.toString('base64url'));
      return ['v1', keyName, ...parts].join('.');
    },
    open(sealed, about) {
      const [version, name, iv, tag, text] = sealed.split('.');
      if (version !== 'v1' || name !== keyName || iv === undefined || tag === undefined || text === undefined)
        return null;
      try {
        const opening = createDecipheriv(cipher, key, Buffer.from(iv, 'base64url'), { authTagLength: tagBytes });
        opening.setAAD(Buffer.from(about, 'utf8'));
        opening.setAuthTag(Buffer.from(tag, 'base64url'));
        return Buffer.concat([opening.update(Buffer.from(text, 'base64url')), opening.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
