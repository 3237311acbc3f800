import { z } from 'zod';
import { attemptView } from './case.ts';

/** `GET /api/agent/calls`: the agent's own calls of today, newest first, at most 50. */
export const agentCalls = z.object({
  calls: z.array(
    attemptView.extend({
      caseId: z.string(),
      externalRef: z.string(),
      debtorName: z.string().nullable(),
      clientName: z.string(),
    }),
  ),
});
export type AgentCalls = z.infer<typeof agentCalls>;
