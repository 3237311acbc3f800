import type { ChangeWebhook, DeliveryList, DeliveryQuery, NewWebhook, WebhookView } from '../contract/webhook.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { SecretBox } from '../platform/secret-box.ts';
import { placeOf } from './deliver.ts';
import type { AuditTrail, DeliveryBook, EndpointBook, Signer } from './ports.ts';

export type WebhookReply<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly field: string; readonly rule: string; readonly remedy: string };

export interface WebhookDesk {
  all(): Promise<readonly WebhookView[]>;
  add(by: string, wanted: NewWebhook): Promise<WebhookReply<{ readonly endpointId: string; readonly secret: string }>>;
  change(by: string, endpointId: string, change: ChangeWebhook): Promise<WebhookReply<{ readonly endpointId: string }>>;
  remove(by: string, endpointId: string): Promise<WebhookReply<null>>;
  rotate(
    by: string,
    endpointId: string,
  ): Promise<WebhookReply<{ readonly endpointId: string; readonly secret: string }>>;
  deliveries(endpointId: string, query: DeliveryQuery): Promise<DeliveryList>;
  replay(by: string, deliveryId: string): Promise<WebhookReply<null>>;
}

/** Receivers have a day to take the new secret over. */
const formerForMs = 86_400_000;

export function makeWebhookDesk(deps: {
  readonly endpoints: EndpointBook;
  readonly deliveries: DeliveryBook;
  readonly signer: Signer;
  /** Null: no key is configured, no secret can be kept. */
  readonly box: SecretBox | null;
  /** Addresses inside the house and plain http are let pass. */
  readonly privateTargets: boolean;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}): WebhookDesk {
  const { endpoints, deliveries, signer, box, audit, clock } = deps;
  const record = (actorId: string, action: string, subjectId: string): Promise<void> =>
    audit.record({ actorId, action, subjectType: 'webhook', subjectId });
  const noKey = {
    kind: 'refused',
    field: '(whole)',
    rule: 'HOOK-1:no_key',
    remedy: 'Start the program with CREDENTIALS_KEY: no secret is kept unsealed.',
  } as const;

  function faultOf(address: string): WebhookReply<never> | null {
    const url = new URL(address);
    const refused = (remedy: string): WebhookReply<never> => ({
      kind: 'refused',
      field: 'url',
      rule: 'HOOK-4',
      remedy,
    });
    if (url.username !== '' || url.password !== '') return refused('Leave name and password out of the address.');
    if (url.protocol !== 'https:' && !deps.privateTargets) return refused('An https address.');
    return null;
  }

  return {
    all: () => endpoints.all(),
    async add(by, wanted) {
      if (box === null) return noKey;
      const fault = faultOf(wanted.url);
      if (fault !== null) return fault;
      const [id, secret] = [newId(), signer.newSecret()];
      await endpoints.add({ ...wanted, id, sealed: box.seal(secret, placeOf(id)), by, at: clock() });
      await record(by, 'webhook.added', id);
      return { kind: 'done', value: { endpointId: id, secret } };
    },
    async change(by, endpointId, change) {
      const fault = faultOf(change.url);
      if (fault !== null) return fault;
      const saved = await endpoints.change(endpointId, change);
      if (saved !== 'saved') return { kind: saved };
      await record(by, 'webhook.changed', endpointId);
      return { kind: 'done', value: { endpointId } };
    },
    async remove(by, endpointId) {
      if (!(await endpoints.remove(endpointId))) return { kind: 'unknown' };
      await record(by, 'webhook.removed', endpointId);
      return { kind: 'done', value: null };
    },
    async rotate(by, endpointId) {
      if (box === null) return noKey;
      const secret = signer.newSecret();
      const sealed = box.seal(secret, placeOf(endpointId));
      if (!(await endpoints.rotate(endpointId, sealed, clock() + formerForMs))) return { kind: 'unknown' };
      await record(by, 'webhook.secret_rotated', endpointId);
      return { kind: 'done', value: { endpointId, secret } };
    },
    deliveries: (endpointId, query) => deliveries.list(endpointId, query),
    async replay(by, deliveryId) {
      if (!(await deliveries.again(deliveryId))) return { kind: 'unknown' };
      await record(by, 'webhook.replayed', deliveryId);
      return { kind: 'done', value: null };
    },
  };
}
