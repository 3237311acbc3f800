import { z } from 'zod';
import { attemptView } from './case.ts';
import { cursorFields, nextCursor } from './page.ts';

export const agentCallsQuery = z.object(cursorFields());
/** `GET /api/agent/calls`: the agent's own calls of today, newest first. */
export const agentCalls = z.object({
  calls: z.array(
    attemptView.extend({
      caseId: z.string(),
      externalRef: z.string(),
      debtorName: z.string().nullable(),
      clientName: z.string(),
    }),
  ),
  nextCursor,
});
export type AgentCalls = z.infer<typeof agentCalls>;
