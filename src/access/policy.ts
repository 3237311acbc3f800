import type { AccessPolicy } from '../contract/people.ts';
import type { Clock } from '../platform/clock.ts';
import { changedFields } from '../domain/changed-fields.ts';
import type { AuditTrail, PolicyBook } from './ports.ts';

export interface Policy {
  /** As it was at most `keptMs` ago: every request asks for it. */
  readonly inForce: () => Promise<AccessPolicy>;
  readonly read: () => Promise<AccessPolicy>;
  save(by: string, policy: AccessPolicy, reason: string): Promise<AccessPolicy | 'stale'>;
}

const keptMs = 5_000;

export function makePolicy(deps: {
  readonly book: PolicyBook;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}): Policy {
  let kept: { readonly policy: AccessPolicy; readonly at: number } | null = null;
  const read = async (): Promise<AccessPolicy> => {
    const policy = await deps.book.read();
    kept = { policy, at: deps.clock() };
    return policy;
  };
  return {
    inForce: async () => (kept !== null && deps.clock() - kept.at < keptMs ? kept.policy : read()),
    read,
    async save(by, policy, reason) {
      const before = await deps.book.read();
      if (!(await deps.book.save(policy))) return 'stale';
      const { version: _, ...changed } = changedFields(before, policy);
      await deps.audit.record({
        actorId: by,
        action: 'access_policy.changed',
        subjectType: 'access_policy',
        subjectId: null,
        detail: { ...changed, reason },
      });
      return read();
    },
  };
}
