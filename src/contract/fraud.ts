import { z } from 'zod';
import { caseClasses } from '../domain/vocabulary.ts';
import { cursorFields, nextCursor } from './page.ts';

const localDate = z.iso.date();

export const fraudSteps = [
  'claimed',
  'appointed',
  'signed',
  'awaiting_bank',
  'confirmed',
  'recalled',
  'denied',
] as const;
export type FraudStepName = (typeof fraudSteps)[number];
export const fraudMoves = ['appoint', 'sign', 'deliver', 'confirm', 'deny', 'recall'] as const;
export type FraudMoveName = (typeof fraudMoves)[number];
export const fraudPlaces = ['bank', 'agency'] as const;
export const fraudMediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type FraudMediaType = (typeof fraudMediaTypes)[number];
/** A scanned page or two; a whole folder is not meant. */
export const fraudDocumentMaxBytes = 10 * 1024 * 1024;

/** The clock of the present step: open, warned of, over; null where no date is set. */
export const fraudDeadlineView = z.object({
  rule: z.enum(['R24', 'R26']),
  warnOn: localDate,
  lastDayOn: localDate,
  state: z.enum(['open', 'warned', 'breached']),
});

export const fraudSummary = z.object({
  applicationId: z.string(),
  caseId: z.string(),
  externalRef: z.string(),
  debtorName: z.string().nullable(),
  clientName: z.string(),
  amountMinor: z.number(),
  currency: z.string(),
  step: z.enum(fraudSteps),
  suspect: z.string(),
  clues: z.string(),
  claimedOn: localDate,
  signOn: localDate.nullable(),
  signPlace: z.enum(fraudPlaces).nullable(),
  /** The day of the latest step. */
  sinceOn: localDate,
  classBefore: z.enum(caseClasses),
  deadline: fraudDeadlineView.nullable(),
  documents: z.number(),
  /** What may be done next; empty for whoever may only look. */
  moves: z.array(z.enum(fraudMoves)),
});
export type FraudSummary = z.infer<typeof fraudSummary>;

/** `GET /api/fraud`: the oldest claim first; `due`: only those whose clock is warned of or over. */
export const fraudQuery = z.object({
  step: z.enum(fraudSteps).optional(),
  due: z.enum(['true', 'false']).default('false'),
  ...cursorFields(200),
});
export const fraudBoard = z.object({ today: localDate, applications: z.array(fraudSummary), nextCursor });
export type FraudBoard = z.infer<typeof fraudBoard>;

/** `GET /api/fraud/:id`; `GET /api/cases/:id/fraud` gives all of a case, the latest first. */
export const fraudDetail = fraudSummary.extend({
  today: localDate,
  log: z.array(
    z.object({
      stepId: z.string(),
      at: z.number(),
      kind: z.enum(['claim', ...fraudMoves]),
      on: localDate,
      signOn: localDate.nullable(),
      place: z.enum(fraudPlaces).nullable(),
      note: z.string().nullable(),
      actorName: z.string().nullable(),
    }),
  ),
  files: z.array(
    z.object({
      documentId: z.string(),
      fileName: z.string(),
      mediaType: z.enum(fraudMediaTypes),
      byteSize: z.number(),
      sha256: z.string(),
      uploadedAt: z.number(),
      uploadedByName: z.string(),
    }),
  ),
});
export type FraudDetail = z.infer<typeof fraudDetail>;
export const fraudsOfCase = z.object({ applications: z.array(fraudDetail) });

const note = z.string().trim().max(2000).default('');
/** `POST /api/fraud/:id/steps` */
export const fraudMoveRequest = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('appoint'),
    on: localDate,
    signOn: localDate,
    place: z.enum(fraudPlaces),
    note,
  }),
  z.object({ kind: z.enum(['sign', 'deliver', 'confirm', 'deny', 'recall']), on: localDate, note }),
]);
export type FraudMoveRequest = z.input<typeof fraudMoveRequest>;
