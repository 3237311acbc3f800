import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Seals what may lie in the database and must not be read there. */
export interface SecretBox {
  /** `about` binds the secret to its place: sealed for one row it does not open in another. */
  seal(plain: string, about: string): string;
  /** Null: sealed with another key, for another place, or changed since. */
  open(sealed: string, about: string): string | null;
  /** It was sealed with the key before and should be sealed anew. */
  isOld(sealed: string): boolean;
}

const cipher = 'aes-256-gcm';
const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

interface NamedKey {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A key is named by the beginning of its hash. */
function keyOf(base64: string): NamedKey {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== keyBytes) throw new RangeError('the key of the secret box has 32 bytes');
  return { name: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}

/** Sealed as `v1.key.iv.tag.text`, with the key alone; the key before it opens too. */
export function makeSecretBox(keyBase64: string, oldKeyBase64?: string): SecretBox {
  const key = keyOf(keyBase64);
  const keys = [key, ...(oldKeyBase64 === undefined ? [] : [keyOf(oldKeyBase64)])];
  return {
    seal(plain, about) {
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, key.bytes, iv, { authTagLength: tagBytes });
      sealing.setAAD(Buffer.from(about, 'utf8'));
      const text = Buffer.concat([sealing.update(plain, 'utf8'), sealing.final()]);
      const parts = [iv, sealing.getAuthTag(), text].map((part) => part.toString('base64url'));
      return ['v1', key.name, ...parts].join('.');
    },
    open(sealed, about) {
      const [version, name, iv, tag, text] = sealed.split('.');
      const fitting = keys.find((one) => one.name === name);
      if (version !== 'v1' || fitting === undefined || iv === undefined || tag === undefined || text === undefined)
        return null;
      try {
        const opening = createDecipheriv(cipher, fitting.bytes, Buffer.from(iv, 'base64url'), {
          authTagLength: tagBytes,
        });
        opening.setAAD(Buffer.from(about, 'utf8'));
        opening.setAuthTag(Buffer.from(tag, 'base64url'));
        return Buffer.concat([opening.update(Buffer.from(text, 'base64url')), opening.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
    isOld: (sealed) => sealed.split('.')[1] !== key.name,
  };
}
