import { z } from 'zod';
import { cursorFields, nextCursor, pageFields } from './page.ts';

const localDate = z.iso.date('a date as YYYY-MM-DD');
const reference = z.string().trim().min(1).max(120);

/** `POST /api/payments`: one payment that reached the client. The client is named by id or by name. */
export const paymentRequest = z
  .object({
    clientId: z.uuid().optional(),
    client: z.string().trim().min(1).max(200).optional(),
    caseRef: reference,
    /** The client's own number of the payment: sent twice, it counts once. */
    externalRef: reference,
    amountMinor: z.number().int().positive('an amount above zero, in minor units'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'three capital letters, such as CNY')
      .optional(),
    paidOn: localDate,
  })
  .refine((body) => body.clientId !== undefined || body.client !== undefined, {
    path: ['clientId'],
    message: 'name the client, by clientId or by client',
  });
export type PaymentRequest = z.infer<typeof paymentRequest>;

export const paymentReply = z.object({
  kind: z.enum(['posted', 'unchanged']),
  paymentId: z.string(),
  caseId: z.string(),
  owedMinor: z.number(),
  /** All is paid: nothing is dialed any more. */
  closed: z.boolean(),
});
export type PaymentReply = z.infer<typeof paymentReply>;

export const reversalRequest = z.object({ reason: z.string().trim().min(1, 'say why').max(500) });
export const reversalReply = z.object({
  kind: z.enum(['reversed', 'unchanged']),
  owedMinor: z.number(),
  reopened: z.boolean(),
});

export const paymentRow = z.object({
  paymentId: z.string(),
  caseId: z.string(),
  caseRef: z.string(),
  clientName: z.string(),
  externalRef: z.string(),
  amountMinor: z.number(),
  currency: z.string(),
  paidOn: localDate,
  postedAt: z.number(),
  source: z.enum(['api', 'file']),
  reversedAt: z.number().nullable(),
  reversalReason: z.string().nullable(),
});
export type PaymentRow = z.infer<typeof paymentRow>;
/** Filters of `GET /api/payments` and of its export. */
export const paymentFilters = z.object({
  /** Of cases whose reference begins so. */
  q: z.string().trim().max(80).optional(),
  clientId: z.uuid().optional(),
});
export type PaymentFilters = z.output<typeof paymentFilters>;
export const paymentQuery = paymentFilters.extend(pageFields(['postedAt']));
export const paymentList = z.object({ payments: z.array(paymentRow), nextCursor });
export type PaymentList = z.infer<typeof paymentList>;

export const returnedLine = z.object({
  row: z.number(),
  caseRef: z.string(),
  externalRef: z.string(),
  reasons: z.array(z.string()),
});
export type ReturnedLine = z.infer<typeof returnedLine>;

/** `POST /api/payments/files`: what became of a file's lines. */
export const paymentFileView = z.object({
  fileId: z.string(),
  fileName: z.string(),
  clientName: z.string(),
  createdAt: z.number(),
  posted: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  returned: z.array(returnedLine),
});
export type PaymentFileView = z.infer<typeof paymentFileView>;
/** `GET /api/payments/files`: the latest first. */
export const paymentFileQuery = z.object(cursorFields());
export const paymentFileList = z.object({ files: z.array(paymentFileView.omit({ returned: true })), nextCursor });
export type PaymentFileList = z.infer<typeof paymentFileList>;

export const promiseFilters = ['due_today', 'open', 'broken', 'kept'] as const;
export type PromiseFilter = (typeof promiseFilters)[number];

export const promiseRow = z.object({
  promiseId: z.string(),
  caseId: z.string(),
  caseRef: z.string(),
  debtorName: z.string().nullable(),
  ownerName: z.string().nullable(),
  amountMinor: z.number(),
  /** Posted between the day of the promise and the end of its grace. */
  paidMinor: z.number(),
  currency: z.string(),
  promisedOn: localDate,
  dueOn: localDate,
  standing: z.enum(['open', 'partial', 'claimed', 'kept', 'broken']),
  /** Latest instant for proposing a visit after it went by unpaid (R39). */
  visitDueAt: z.number().nullable(),
});
export type PromiseRow = z.infer<typeof promiseRow>;

/** `GET /api/promises`: the first due first, unless another order is asked for. */
export const promisesWanted = z.object({ show: z.enum(promiseFilters).default('due_today') });
const promiseSorts = ['dueOn', 'caseRef', 'owner', 'amount', 'standing'] as const;
export type PromiseSort = (typeof promiseSorts)[number];
export const promiseQuery = promisesWanted.extend(pageFields(promiseSorts, false));
export type PromiseQuery = z.infer<typeof promiseQuery>;
/** `GET /api/promises?show=`: promises due in the last thirty days, and those still to come. */
export const promiseBoard = z.object({
  today: localDate,
  counts: z.record(z.enum(promiseFilters), z.number()),
  /** Kept of those due in the last thirty days, 0..1; null before any was due. */
  keptRate: z.number().nullable(),
  promises: z.array(promiseRow),
  nextCursor,
});
export type PromiseBoard = z.infer<typeof promiseBoard>;
