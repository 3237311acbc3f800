import { describe, expect, it } from 'vitest';
import { makeSecretBox } from '../../../src/platform/secret-box.ts';
import { makeSigningTokens, sealAccount, openAccount } from '../../../src/dialer/trunks/trunk-accounts.ts';
import { newKey } from '../../../src/platform/ids.ts';

const box = makeSecretBox(newKey());

describe('the secret box', () => {
  it('[TRK-2] opens what it sealed, and seals the same twice to two texts', () => {
    const [once, again] = [box.seal('a secret', 'here'), box.seal('a secret', 'here')];
    expect(box.open(once, 'here')).toBe('a secret');
    expect(once).not.toBe(again);
    expect(once).not.toContain('secret');
    expect(once).not.toContain(Buffer.from('a secret').toString('base64url'));
  });

  it('[TRK-2] what was sealed for one place does not open in another', () => {
    expect(box.open(box.seal('a secret', 'here'), 'there')).toBeNull();
  });

  it('[TRK-2] another key, a changed text and nonsense do not open', () => {
    const sealed = box.seal('a secret', 'here');
    expect(makeSecretBox(newKey()).open(sealed, 'here')).toBeNull();
    expect(box.open(`${sealed.slice(0, -2)}AA`, 'here')).toBeNull();
    expect(box.open('v1.x', 'here')).toBeNull();
  });

  it('[TRK-2] a key of another length is refused at once', () => {
    expect(() => makeSecretBox(newKey(), Buffer.alloc(16).toString('base64'))).toThrow(RangeError);
    expect(() => makeSecretBox(Buffer.alloc(16).toString('base64'))).toThrow(RangeError);
  });
});

describe('tokens that sign callbacks', () => {
  const sid = `AC${'a'.repeat(32)}`;
  const sealed = (trunkId: string, authToken: string) => ({
    trunkId,
    credentials: sealAccount(box, trunkId, { accountSid: sid, authToken }),
    apiBase: null,
  });

  it('[TRK-8] a token that was set a moment ago is known at once, one that was replaced is soon forgotten', async () => {
    let now = 0;
    let rows = [sealed('t1', 'old')];
    const tokens = makeSigningTokens({ accounts: { all: () => Promise.resolve(rows) }, box, now: () => now });
    expect(await tokens(sid)).toEqual(['old']);
    expect(await tokens(`AC${'b'.repeat(32)}`)).toEqual([]);
    now = 6_000;
    rows = [sealed('t1', 'new')];
    expect(await tokens(sid)).toEqual(['new']);
  });

  it('[TRK-8] an account that cannot be opened signs nothing', async () => {
    const other = makeSecretBox(newKey());
    const rows = [sealed('t1', 'old')];
    const tokens = makeSigningTokens({ accounts: { all: () => Promise.resolve(rows) }, box: other, now: () => 0 });
    expect(await tokens(sid)).toEqual([]);
    expect(openAccount(other, rows[0] ?? null)).toEqual({ kind: 'unreadable' });
  });

  it('[TRK-21] the key before opens what it sealed, and nothing is sealed with it any more', () => {
    const [before, now] = [newKey(), newKey()];
    const old = makeSecretBox(before).seal('secret', 'here');
    const both = makeSecretBox(now, before);
    expect([both.open(old, 'here'), both.isOld(old)]).toEqual(['secret', true]);
    const anew = both.seal('secret', 'here');
    expect([makeSecretBox(now).open(anew, 'here'), both.isOld(anew)]).toEqual(['secret', false]);
    expect(makeSecretBox(before).open(anew, 'here')).toBeNull();
    expect(both.open(old, 'elsewhere')).toBeNull();
  });
});
