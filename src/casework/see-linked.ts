import type { Clock } from '../platform/clock.ts';
import type { CaseLedger } from './ledger.ts';
import type { AuditTrail } from './ports.ts';
import { reviewCase } from './review-case.ts';

/** R35: whoever works the case has looked at its linked cases; where dialing waits for that, it goes on. */
export const makeSeeLinked =
  (deps: { readonly ledger: CaseLedger; readonly audit: AuditTrail; readonly clock: Clock }) =>
  async (caseId: string, actorId: string): Promise<void> => {
    const at = deps.clock();
    await deps.ledger.withCase(caseId, async (entry) => {
      await entry.saveCase({ linkedSeenAt: at });
      await reviewCase(entry, at);
    });
    await deps.audit.record({ actorId, action: 'case.linked-seen', subjectType: 'case', subjectId: caseId });
  };
