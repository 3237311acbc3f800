import { describe, expect, it } from 'vitest';
import { newKey } from '../../src/platform/ids.ts';
import { makeSecretBox } from '../../src/platform/secret-box.ts';
import { makeDeliver, placeOf } from '../../src/webhooks/deliver.ts';
import type { DueDelivery, Tried } from '../../src/webhooks/ports.ts';

const box = makeSecretBox(newKey());
const due: DueDelivery = {
  ...{ deliveryId: 'd', eventId: 'e', url: 'https://example.com', enabled: true, endpointId: 'w' },
  ...{ sealed: box.seal('secret', placeOf('w')), formerSealed: null, formerUntil: null },
  body: { type: 'call.ended', timestamp: '2026-11-24T02:00:00.000Z', data: {} } as unknown as DueDelivery['body'],
};

async function tried(over: Partial<DueDelivery>): Promise<{ outcome: Tried | null; sent: number; settled: boolean }> {
  let outcome: Tried | null = null;
  let sent = 0;
  const deliver = makeDeliver({
    book: {
      due: () => Promise.resolve({ ...due, ...over }),
      tried: (_id, told) => Promise.resolve(void (outcome = told)),
      spread: () => Promise.resolve([]),
      list: () => Promise.resolve({ deliveries: [], nextCursor: null }),
      again: () => Promise.resolve(false),
    },
    sender: { send: () => Promise.resolve({ status: 200 + sent++ }) },
    signer: { newSecret: () => '', sign: () => 'v1,x' },
    box,
    clock: () => 1_000,
  });
  const settled = await deliver('d', false);
  return { outcome, sent, settled };
}

describe('a delivery that waits', () => {
  it.each([
    ['of a webhook that was switched off meanwhile', { enabled: false }, 'endpoint_off'],
    ['about what is gone', { body: null }, 'subject_gone'],
    ['whose secret cannot be read', { sealed: 'x' }, 'secret_unreadable'],
  ] as const)('[HOOK-3] %s is given up without a word to anybody', async (_, over, fault) => {
    const { outcome, sent, settled } = await tried(over);
    expect([sent, settled]).toEqual([0, true]);
    expect(outcome).toEqual({ at: 1_000, state: 'dead', status: null, fault });
  });

  it('[HOOK-3] of one that is on goes out', async () => {
    expect(await tried({})).toMatchObject({ sent: 1, settled: true, outcome: { state: 'delivered', status: 200 } });
  });
});
