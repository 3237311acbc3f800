import { z } from 'zod';
import { numberStatuses } from '../domain/vocabulary.ts';

/** What a supervisor may do to a number by hand: `POST /api/cases/:id/numbers/:numberId/:act`. */
export const numberActs = ['reinstate', 'block', 'unblock', 'employer_forbids', 'employer_allows'] as const;
export type NumberAct = (typeof numberActs)[number];

export const numberActRequest = z.object({ reason: z.string().trim().max(1000).default('') });
export const numberActReply = z.object({ status: z.enum(numberStatuses) });
export type NumberActReply = z.infer<typeof numberActReply>;
