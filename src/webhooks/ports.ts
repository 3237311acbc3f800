import type {
  ChangeWebhook,
  DeliveryList,
  DeliveryQuery,
  NewWebhook,
  WebhookBody,
  WebhookView,
} from '../contract/webhook.ts';

export interface AuditTrail {
  record(entry: {
    readonly actorId: string | null;
    readonly action: string;
    readonly subjectType: string;
    readonly subjectId: string | null;
    readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  }): Promise<void>;
}

export interface EndpointBook {
  all(): Promise<readonly WebhookView[]>;
  add(
    endpoint: NewWebhook & { readonly id: string; readonly sealed: string; readonly by: string; readonly at: number },
  ): Promise<void>;
  change(endpointId: string, change: ChangeWebhook): Promise<'saved' | 'stale' | 'unknown'>;
  remove(endpointId: string): Promise<boolean>;
  /** The present secret becomes the former one. */
  rotate(endpointId: string, sealed: string, formerUntil: number): Promise<boolean>;
}

/** One delivery as it is to be tried now. */
export interface DueDelivery {
  readonly deliveryId: string;
  readonly eventId: string;
  readonly url: string;
  readonly enabled: boolean;
  readonly endpointId: string;
  readonly sealed: string;
  readonly formerSealed: string | null;
  readonly formerUntil: number | null;
  /** Built from what the database says now; null: what it is about is gone. */
  readonly body: WebhookBody | null;
}

export interface Tried {
  readonly at: number;
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly status: number | null;
  readonly fault: string | null;
}

export interface DeliveryBook {
  /** Gives what happened to whoever asked for it; returns deliveries that wait for a first or further try. */
  spread(at: number): Promise<readonly { readonly deliveryId: string; readonly round: number }[]>;
  due(deliveryId: string): Promise<DueDelivery | null>;
  tried(deliveryId: string, outcome: Tried): Promise<void>;
  list(endpointId: string, query: DeliveryQuery): Promise<DeliveryList>;
  /** Delivered or dead: waits again. */
  again(deliveryId: string): Promise<boolean>;
}

export type Sent = { readonly status: number } | { readonly fault: string };

export interface Sender {
  /** Follows no redirection and reaches no address inside the house. */
  send(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Sent>;
}

export interface Signer {
  newSecret(): string;
  sign(secret: string, id: string, at: number, body: string): string;
}
