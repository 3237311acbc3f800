import type { Clock } from '../platform/clock.ts';
import type { SecretBox } from '../platform/secret-box.ts';
import type { DeliveryBook, DueDelivery, Sender, Signer } from './ports.ts';

/** 5 s, 10 s, 20 s and so on: the last of twelve tries is after three hours. */
export const mostTries = 12;
export const firstPauseMs = 5_000;

export const placeOf = (endpointId: string): string => `webhook:${endpointId}`;

/** The receiver wants no more of it. */
const gone = 410;
const longestFault = 200;

/** Tries once; true: it is settled, one way or the other. */
export type Deliver = (deliveryId: string, isLast: boolean) => Promise<boolean>;

export function makeDeliver(deps: {
  readonly book: DeliveryBook;
  readonly sender: Sender;
  readonly signer: Signer;
  readonly box: SecretBox;
  readonly clock: Clock;
}): Deliver {
  const { book, sender, signer, box, clock } = deps;

  function signatures(due: DueDelivery, at: number, body: string): string | null {
    const secrets = [
      box.open(due.sealed, placeOf(due.endpointId)),
      due.formerSealed === null || (due.formerUntil ?? 0) <= at
        ? null
        : box.open(due.formerSealed, placeOf(due.endpointId)),
    ].filter((secret) => secret !== null);
    return secrets.length === 0 ? null : secrets.map((secret) => signer.sign(secret, due.eventId, at, body)).join(' ');
  }

  return async (deliveryId, isLast) => {
    const due = await book.due(deliveryId);
    if (due === null) return true;
    const at = clock();
    const end = async (fault: string): Promise<true> => {
      await book.tried(deliveryId, { at, state: 'dead', status: null, fault });
      return true;
    };
    if (!due.enabled) return end('endpoint_off');
    if (due.body === null) return end('subject_gone');
    const body = JSON.stringify(due.body);
    const signature = signatures(due, at, body);
    if (signature === null) return end('secret_unreadable');
    const sent = await sender.send(
      due.url,
      {
        'content-type': 'application/json',
        'webhook-id': due.eventId,
        'webhook-timestamp': String(Math.floor(at / 1_000)),
        'webhook-signature': signature,
      },
      body,
    );
    const status = 'status' in sent ? sent.status : null;
    const fault = 'fault' in sent ? sent.fault.slice(0, longestFault) : null;
    if (status !== null && status >= 200 && status < 300) {
      await book.tried(deliveryId, { at, state: 'delivered', status, fault: null });
      return true;
    }
    const over = isLast || status === gone;
    await book.tried(deliveryId, { at, state: over ? 'dead' : 'waiting', status, fault });
    return over;
  };
}
