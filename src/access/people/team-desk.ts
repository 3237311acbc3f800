import type { TeamView } from '../../contract/people.ts';
import type { AuditTrail } from '../ports.ts';
import type { TeamBook } from './people-book.ts';
import { done, refused, stale, unknown, type DeskReply } from './refusal.ts';

export interface TeamDesk {
  all(): Promise<readonly TeamView[]>;
  add(by: string, name: string): Promise<DeskReply<{ readonly teamId: string }>>;
  rename(
    by: string,
    teamId: string,
    version: number,
    name: string,
    reason: string,
  ): Promise<DeskReply<{ readonly teamId: string }>>;
  remove(by: string, teamId: string, reason: string): Promise<DeskReply<null>>;
}

const taken = refused('name', 'ACC-12:taken', 'Another team has this name: choose one of its own.');

export function makeTeamDesk({ book, audit }: { readonly book: TeamBook; readonly audit: AuditTrail }): TeamDesk {
  const record = (actorId: string, action: string, subjectId: string, reason?: string): Promise<void> =>
    audit.record({
      ...{ actorId, action, subjectType: 'team', subjectId },
      ...(reason === undefined ? {} : { detail: { reason } }),
    });
  return {
    all: () => book.all(),
    async add(by, name) {
      const added = await book.add(name);
      if (added === 'name_taken') return taken;
      await record(by, 'team.added', added.teamId);
      return done(added);
    },
    async rename(by, teamId, version, name, reason) {
      const saved = await book.rename(teamId, version, name);
      if (saved === 'unknown') return unknown;
      if (saved === 'stale') return stale;
      if (saved === 'name_taken') return taken;
      await record(by, 'team.renamed', teamId, reason);
      return done({ teamId });
    },
    async remove(by, teamId, reason) {
      const removed = await book.remove(teamId);
      if (removed === 'unknown') return unknown;
      if (removed === 'in_use') {
        return refused('(whole)', 'ACC-12:in_use', 'Give its people and campaigns another team first.');
      }
      await record(by, 'team.removed', teamId, reason);
      return done(null);
    },
  };
}
