import { z } from 'zod';
import { nextCursor, pageFields } from './page.ts';

export const webhookEvents = [
  'call.ended',
  'disposition.set',
  'disposition.corrected',
  'promise.made',
  'recording.ready',
] as const;
export type WebhookEventType = (typeof webhookEvents)[number];

const endpointSettings = z.object({
  url: z.url({ protocol: /^https?$/, error: 'An https address.' }).max(500, 'At most 500 characters.'),
  description: z.string().trim().max(200, 'At most 200 characters.'),
  events: z
    .array(z.enum(webhookEvents))
    .min(1, 'At least one event.')
    .refine((events) => new Set(events).size === events.length, 'Each one once.'),
});
/** `POST /api/webhooks` */
export const newWebhook = endpointSettings;
export type NewWebhook = z.infer<typeof newWebhook>;
/** `PUT /api/webhooks/:id` */
export const changeWebhook = endpointSettings.extend({ enabled: z.boolean(), version: z.number().int() });
export type ChangeWebhook = z.infer<typeof changeWebhook>;

/** Shown once: `POST /api/webhooks`, `POST /api/webhooks/:id/rotate`. */
export const webhookSecret = z.object({ endpointId: z.string(), secret: z.string() });

export const webhookView = endpointSettings.extend({
  endpointId: z.string(),
  enabled: z.boolean(),
  createdAt: z.number(),
  /** The secret before the last rotation signs as well until then. */
  formerUntil: z.number().nullable(),
  waiting: z.number().int(),
  dead: z.number().int(),
  version: z.number().int(),
});
export type WebhookView = z.infer<typeof webhookView>;
/** `GET /api/webhooks` */
export const webhookQuery = z.object({
  /** Part of its address or of what is said of it. */
  q: z.string().trim().max(80).optional(),
  enabled: z.enum(['true', 'false']).optional(),
  ...pageFields(['created', 'url', 'waiting', 'dead']),
});
export const webhookList = z.object({ webhooks: z.array(webhookView), nextCursor });

export const deliveryStates = ['waiting', 'delivered', 'dead'] as const;
/** `GET /api/webhooks/:id/deliveries`: the latest first. */
export const deliveryQuery = z.object({
  state: z.enum(deliveryStates).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type DeliveryQuery = z.infer<typeof deliveryQuery>;
export const deliveryView = z.object({
  deliveryId: z.string(),
  event: z.enum(webhookEvents),
  subjectId: z.string(),
  happenedAt: z.number(),
  state: z.enum(deliveryStates),
  tries: z.number().int(),
  lastAt: z.number().nullable(),
  lastStatus: z.number().int().nullable(),
  lastFault: z.string().nullable(),
});
export const deliveryList = z.object({ deliveries: z.array(deliveryView), nextCursor: z.string().nullable() });
export type DeliveryList = z.infer<typeof deliveryList>;

/** What is sent: who it is about is named by ids alone. */
export const webhookBody = z.object({
  type: z.enum(webhookEvents),
  timestamp: z.iso.datetime(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type WebhookBody = z.infer<typeof webhookBody>;
