import { countedEffect } from '../../domain/counters.ts';
import { dispositionCodes, systemResults } from '../../domain/vocabulary.ts';
import type { TimelineKind } from '../../contract/timeline.ts';
import { Prisma } from '../../platform/prisma/client.ts';

/** Whose history is read, and how much of it. */
export interface TimelineSpan {
  readonly caseId: string;
  readonly debtorId: string;
  readonly before: { readonly at: Date; readonly key: string } | null;
  readonly limit: number;
}

interface Source {
  readonly kind: TimelineKind;
  /** When it happened, what the entry is called (unique over all sources), who did it, and what is told of it. */
  readonly at: Prisma.Sql;
  readonly what: string;
  readonly id: Prisma.Sql;
  readonly by: Prisma.Sql;
  readonly detail: Prisma.Sql;
  readonly from: Prisma.Sql;
}

const { sql } = Prisma;
const nobody = sql`NULL::uuid`;
const ms = (column: Prisma.Sql): Prisma.Sql => sql`(EXTRACT(EPOCH FROM ${column}) * 1000)::bigint`;

/** Only what moves a counter is an event of its own; the other results stand with their call. */
const countedCodes = [...dispositionCodes, ...systemResults].filter((code) => countedEffect(code).kind === 'count');
const vacancyCodes = countedCodes.filter((code) => {
  const effect = countedEffect(code);
  return effect.kind === 'count' && effect.reason === 'vacant';
});

function sourcesOf({ caseId, debtorId }: TimelineSpan): readonly Source[] {
  const ofCase = sql`${caseId}::uuid`;
  const ofDebtor = sql`${debtorId}::uuid`;
  const fromStops = sql`"CaseStop" t WHERE t."debtorId" = ${ofDebtor} AND (t."caseId" IS NULL OR t."caseId" = ${ofCase})`;
  const stopDetail = sql`'stopKind', t."kind", 'scope', CASE WHEN t."caseId" IS NULL THEN 'person' ELSE 'debt' END`;
  const promiseDetail = sql`jsonb_build_object('amountMinor', t."amountMinor", 'currency', t."currency", 'dueOn', t."dueOn")`;
  const paymentDetail = sql`'amountMinor', t."amountMinor", 'currency', t."currency", 'paidOn', t."paidOn", 'externalRef', t."externalRef"`;
  const visitDetail = sql`'address', t."address", 'visitKind', t."kind"`;
  const consentDetail = sql`jsonb_build_object('e164', l."e164", 'channel', t."channel")`;
  const fromConsents = sql`"Consent" t JOIN "Line" l ON l."id" = t."lineId" WHERE t."caseId" = ${ofCase}`;
  const fromVisits = sql`"VisitOrder" t WHERE t."caseId" = ${ofCase}`;
  const fromTasks = sql`"CaseTask" t WHERE t."caseId" = ${ofCase}`;
  /** The lines of the case, one row each: a line may stand twice with different extensions. */
  const lines = sql`(SELECT DISTINCT ON (n."lineId") n."lineId", n."class", l."e164" FROM "PhoneNumber" n
    JOIN "Line" l ON l."id" = n."lineId" WHERE n."caseId" = ${ofCase} ORDER BY n."lineId", n."position")`;
  const source = (
    kind: TimelineKind,
    what: string,
    rest: { at: Prisma.Sql; by?: Prisma.Sql; detail: Prisma.Sql; from: Prisma.Sql; id?: Prisma.Sql },
  ): Source => ({ kind, what, by: nobody, id: sql`t."id"`, ...rest });
  const promiseEnd = (status: 'kept' | 'broken' | 'replaced'): Source =>
    source('promise', `promise_${status}`, {
      at: sql`t."closedAt"`,
      detail: promiseDetail,
      from: sql`"Promise" t WHERE t."caseId" = ${ofCase} AND t."status" = ${status} AND t."closedAt" IS NOT NULL`,
    });
  const call = (kind: 'call' | 'inbound', direction: string): Source =>
    source(kind, kind, {
      at: sql`t."intendedAt"`,
      by: sql`t."agentId"`,
      detail: sql`jsonb_build_object('attemptId', t."id")`,
      from: sql`"Attempt" t WHERE t."caseId" = ${ofCase} AND t."direction" = ${direction}`,
    });
  return [
    source('placement', 'placed', {
      at: sql`t."createdAt"`,
      by: sql`f."createdById"`,
      detail: sql`jsonb_build_object('fileName', f."fileName", 'amountMinor', t."amountMinor", 'currency', t."currency",
        'placedOn', t."placementDate")`,
      from: sql`"Case" t LEFT JOIN "Placement" f ON f."id" = t."placementId" WHERE t."id" = ${ofCase}`,
    }),
    call('call', 'outbound'),
    call('inbound', 'inbound'),
    source('wrap_up', 'wrapped_up', {
      at: sql`t."savedAt"`,
      by: sql`t."agentId"`,
      detail: sql`jsonb_build_object('code', t."code", 'party', t."party", 'classAfter', t."classAfter",
        'nextFollowUpOn', t."nextFollowUpOn", 'callbackAt', ${ms(sql`t."callbackAt"`)},
        'overridden', COALESCE(t."details"->>'overridden' = 'true', false),
        'leave', (SELECT jsonb_build_object('name', u."displayName", 'reason', l."reason") FROM "WindowLeave" l
          JOIN "User" u ON u."id" = l."decidedById" WHERE l."id" = (t."details"->>'leaveId')::uuid))`,
      from: sql`"WrapUp" t WHERE t."caseId" = ${ofCase}`,
    }),
    source('wrap_up', 'corrected', {
      at: sql`t."replacedAt"`,
      by: sql`t."replacedById"`,
      detail: sql`jsonb_build_object('before', t."code", 'after', t."after", 'reason', t."reason", 'overridden', t."overridden")`,
      // What a revision was replaced by stands in the one after it, at last in the wrap-up itself.
      from: sql`(SELECT r.*, COALESCE(LEAD(r."code") OVER (PARTITION BY r."wrapUpId" ORDER BY r."replacedAt", r."id"), w."code")
        AS "after" FROM "WrapUpRevision" r JOIN "WrapUp" w ON w."id" = r."wrapUpId" WHERE w."caseId" = ${ofCase}) t WHERE true`,
    }),
    source('note', 'noted', {
      at: sql`t."at"`,
      by: sql`t."authorId"`,
      detail: sql`jsonb_build_object('text', t."text")`,
      from: sql`"Note" t WHERE t."caseId" = ${ofCase}`,
    }),
    source('number', 'number_added', {
      at: sql`t."createdAt"`,
      detail: sql`jsonb_build_object('e164', l."e164", 'numberClass', t."class", 'source', t."source")`,
      from: sql`"PhoneNumber" t JOIN "Line" l ON l."id" = t."lineId" WHERE t."caseId" = ${ofCase} AND t."source" <> 'placement'`,
    }),
    source('number', 'number_counted', {
      at: sql`t."at"`,
      detail: sql`jsonb_build_object('e164', n."e164", 'numberClass', n."class", 'code', t."code", 'voided', t."voidedAt" IS NOT NULL)`,
      // Vacancy is the line's own, the other reasons belong to the debtor (3.3 item 7).
      from: sql`${lines} n JOIN "CounterEvent" t ON t."lineId" = n."lineId" WHERE
        (t."debtorId" = ${ofDebtor} AND t."code" = ANY (${countedCodes})) OR t."code" = ANY (${vacancyCodes})`,
    }),
    source('number', 'number_status', {
      at: sql`t."at"`,
      detail: sql`jsonb_build_object('e164', n."e164", 'numberClass', n."class", 'before', t."before", 'after', t."after",
        'reason', t."reason")`,
      from: sql`${lines} n JOIN "NumberChange" t ON t."debtorId" = ${ofDebtor} AND t."lineId" = n."lineId" WHERE true`,
    }),
    source('stop', 'stop_set', {
      at: sql`t."createdAt"`,
      by: sql`t."createdBy"`,
      detail: sql`jsonb_build_object(${stopDetail}, 'reason', t."reason")`,
      from: fromStops,
    }),
    source('stop', 'stop_lifted', {
      at: sql`t."liftedAt"`,
      by: sql`t."liftedBy"`,
      detail: sql`jsonb_build_object(${stopDetail}, 'reason', t."liftReason", 'reference', t."liftReference")`,
      from: sql`${fromStops} AND t."liftedAt" IS NOT NULL`,
    }),
    source('promise', 'promise_made', {
      at: sql`t."createdAt"`,
      by: sql`w."agentId"`,
      detail: promiseDetail,
      from: sql`"Promise" t LEFT JOIN "WrapUp" w ON w."id" = t."wrapUpId" WHERE t."caseId" = ${ofCase}`,
    }),
    promiseEnd('kept'),
    promiseEnd('broken'),
    promiseEnd('replaced'),
    source('payment', 'payment_posted', {
      at: sql`t."postedAt"`,
      by: sql`t."postedById"`,
      detail: sql`jsonb_build_object(${paymentDetail})`,
      from: sql`"Payment" t WHERE t."caseId" = ${ofCase}`,
    }),
    source('payment', 'payment_reversed', {
      at: sql`t."reversedAt"`,
      by: sql`t."reversedById"`,
      detail: sql`jsonb_build_object(${paymentDetail}, 'reason', t."reversalReason")`,
      from: sql`"Payment" t WHERE t."caseId" = ${ofCase} AND t."reversedAt" IS NOT NULL`,
    }),
    source('task', 'task_opened', {
      at: sql`t."createdAt"`,
      detail: sql`jsonb_build_object('taskKind', t."kind", 'because', t."because", 'dueAt', ${ms(sql`t."dueAt"`)})`,
      from: fromTasks,
    }),
    source('task', 'task_ended', {
      at: sql`t."doneAt"`,
      by: sql`t."doneById"`,
      detail: sql`jsonb_build_object('taskKind', t."kind", 'result', t."result", 'notNeeded', t."notNeeded",
        'late', t."doneAt" > t."dueAt")`,
      from: sql`${fromTasks} AND t."doneAt" IS NOT NULL`,
    }),
    source('task', 'checklist_entered', {
      at: sql`t."enteredAt"`,
      by: sql`t."enteredById"`,
      detail: sql`jsonb_build_object('item', t."item", 'finding', t."finding", 'sourceBasis', t."sourceBasis")`,
      from: sql`"ChecklistEntry" t WHERE t."caseId" = ${ofCase}`,
    }),
    source('visit', 'visit_ordered', {
      at: sql`t."orderedAt"`,
      by: sql`t."orderedById"`,
      detail: sql`jsonb_build_object(${visitDetail}, 'reason', t."reason")`,
      from: fromVisits,
    }),
    source('visit', 'visit_decided', {
      at: sql`t."decidedAt"`,
      by: sql`t."decidedById"`,
      detail: sql`jsonb_build_object(${visitDetail}, 'note', t."decisionNote",
        'status', CASE WHEN t."status" = 'rejected' THEN 'rejected' ELSE 'approved' END)`,
      from: sql`${fromVisits} AND t."decidedAt" IS NOT NULL`,
    }),
    source('visit', 'visit_dispatched', {
      at: sql`t."dispatchedAt"`,
      detail: sql`jsonb_build_object(${visitDetail}, 'visitor', t."visitor")`,
      from: sql`${fromVisits} AND t."dispatchedAt" IS NOT NULL`,
    }),
    source('visit', 'visit_returned', {
      at: sql`t."returnedAt"`,
      detail: sql`jsonb_build_object(${visitDetail}, 'result', t."result", 'note', t."resultNote",
        'photos', (SELECT count(*) FROM "VisitPhoto" p WHERE p."visitId" = t."id"))`,
      from: sql`${fromVisits} AND t."returnedAt" IS NOT NULL`,
    }),
    source('fraud', 'fraud_step', {
      at: sql`t."at"`,
      by: sql`t."actorId"`,
      detail: sql`jsonb_build_object('step', t."kind", 'on', t."on", 'note', t."note")`,
      from: sql`"FraudStep" t JOIN "FraudApplication" a ON a."id" = t."applicationId" WHERE a."caseId" = ${ofCase}`,
    }),
    source('fraud', 'fraud_document', {
      at: sql`t."uploadedAt"`,
      by: sql`t."uploadedById"`,
      detail: sql`jsonb_build_object('fileName', t."fileName")`,
      from: sql`"FraudDocument" t JOIN "FraudApplication" a ON a."id" = t."applicationId" WHERE a."caseId" = ${ofCase}`,
    }),
    source('consent', 'consent_given', {
      at: sql`t."recordedAt"`,
      by: sql`t."recordedById"`,
      detail: consentDetail,
      from: fromConsents,
    }),
    source('consent', 'consent_withdrawn', {
      at: sql`t."withdrawnAt"`,
      by: sql`t."withdrawnById"`,
      detail: consentDetail,
      from: sql`${fromConsents} AND t."withdrawnAt" IS NOT NULL`,
    }),
    source('owner', 'owner', {
      at: sql`t."at"`,
      by: sql`t."byId"`,
      detail: sql`jsonb_build_object('before', b."displayName", 'after', a."displayName", 'reason', t."reason")`,
      from: sql`"CaseChange" t LEFT JOIN "User" b ON b."id"::text = t."before" LEFT JOIN "User" a ON a."id"::text = t."after"
        WHERE t."caseId" = ${ofCase} AND t."field" = 'owner'`,
    }),
    source('class', 'class', {
      at: sql`t."at"`,
      detail: sql`jsonb_build_object('before', t."before", 'after', t."after")`,
      from: sql`"CaseChange" t WHERE t."caseId" = ${ofCase} AND t."field" = 'class'`,
    }),
  ];
}

function branchOf(source: Source, { before, limit }: TimelineSpan): Prisma.Sql {
  const key = sql`${`${source.what}:`} || ${source.id}::text`;
  // The plain bound on the instant lets the index end the walk; the pair settles what happened in one millisecond.
  const earlier =
    before === null
      ? Prisma.empty
      : sql`WHERE e."at" <= ${before.at} AND (e."at", e."key" COLLATE "C") < (${before.at}, ${before.key} COLLATE "C")`;
  return sql`(SELECT * FROM (SELECT ${source.at} AS "at", ${key} AS "key", ${source.kind}::text AS "kind",
      ${source.what}::text AS "what", ${source.by} AS "by", ${source.detail} AS "detail" FROM ${source.from}) e
    ${earlier} ORDER BY e."at" DESC, e."key" COLLATE "C" DESC LIMIT ${limit})`;
}

/** One page of the history: the newest of each source, merged. Each source is read by its case, at most a page of it. */
export function timelineSql(span: TimelineSpan, kind: TimelineKind | null): Prisma.Sql {
  const sources = sourcesOf(span).filter((each) => kind === null || each.kind === kind);
  const branches = sources.map((each) => branchOf(each, span));
  return sql`SELECT e.*, u."displayName" AS "byName"
    FROM (${Prisma.join(branches, ' UNION ALL ')}) e LEFT JOIN "User" u ON u."id" = e."by"
    ORDER BY e."at" DESC, e."key" COLLATE "C" DESC LIMIT ${span.limit}`;
}
