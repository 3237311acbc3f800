import type {
  NewPerson,
  PeopleList,
  PeopleQuery,
  PersonSettings,
  PersonView,
  TemporaryPassword,
} from '../../contract/people.ts';
import { differenceFromRole } from '../../domain/access/permissions.ts';
import type { Clock } from '../../platform/clock.ts';
import { newToken } from '../../platform/ids.ts';
import type { SecondFactors } from '../account/second-factor.ts';
import { changedFields } from '../../domain/changed-fields.ts';
import type { AccountStore, AuditTrail, PasswordHasher } from '../ports.ts';
import type { EndSessions } from '../end-sessions.ts';
import type { PeopleBook, PersonColumns, WriteRefusal } from './people-book.ts';
import { done, refused, stale, unknown, type DeskReply } from './refusal.ts';

export interface PeopleDesk {
  list(query: PeopleQuery): Promise<PeopleList>;
  find(personId: string): Promise<PersonView | null>;
  add(by: string, person: NewPerson): Promise<DeskReply<TemporaryPassword>>;
  change(
    by: string,
    personId: string,
    version: number,
    settings: PersonSettings,
    reason: string,
  ): Promise<DeskReply<PersonView>>;
  giveTemporaryPassword(by: string, personId: string): Promise<DeskReply<TemporaryPassword>>;
  deactivate(by: string, personId: string, reason: string): Promise<DeskReply<PersonView>>;
  reactivate(by: string, personId: string, reason: string): Promise<DeskReply<PersonView>>;
  unlock(by: string, personId: string): Promise<DeskReply<PersonView>>;
  removeSecondFactor(by: string, personId: string): Promise<DeskReply<PersonView>>;
}

/** Long enough to be handed over, too short to be kept in a drawer. */
const temporaryForMs = 3 * 86_400_000;
const temporaryBytes = 12;
const personal: ReadonlySet<string> = new Set(['displayName', 'email']);

const columnsOf = ({ permissions, ...settings }: PersonSettings): PersonColumns => ({
  ...settings,
  ...differenceFromRole(settings.role, permissions),
});

const settingsOf = ({ team, ...view }: PersonView): PersonSettings => ({
  displayName: view.displayName,
  email: view.email,
  role: view.role,
  locale: view.locale,
  teamId: team?.teamId ?? null,
  skills: view.skills,
  languages: view.languages,
  permissions: view.permissions,
  dailyGoal: view.dailyGoal,
});

const refusalOf = (because: WriteRefusal): DeskReply<never> => {
  switch (because) {
    case 'unknown':
      return unknown;
    case 'stale':
      return stale;
    case 'username_taken':
      return refused('username', 'ACC-12:taken', 'Somebody has this user name, at work or not: choose another one.');
    case 'email_taken':
      return refused('email', 'ACC-12:taken', 'Somebody else has this address.');
    case 'no_such_team':
      return refused('teamId', 'ACC-12:exists', 'Name a team of GET /api/teams.');
    case 'last_admin':
      return refused('role', 'ACC-12:last_admin', 'This is the last administrator: make somebody else one first.');
  }
};

export function makePeopleDesk(deps: {
  readonly book: PeopleBook;
  readonly accounts: AccountStore;
  readonly secondFactors: SecondFactors;
  readonly endSessions: EndSessions;
  readonly hasher: PasswordHasher;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}): PeopleDesk {
  const { book, accounts, audit, clock, endSessions } = deps;

  const record = (actorId: string, action: string, subjectId: string, detail?: Record<string, string>): Promise<void> =>
    audit.record({ actorId, action, subjectType: 'user', subjectId, ...(detail === undefined ? {} : { detail }) });
  const asItIs = async (personId: string): Promise<DeskReply<PersonView>> => {
    const view = await book.find(personId, clock());
    return view === null ? unknown : done(view);
  };
  const newPassword = async (): Promise<{ plain: string; hash: string; temporaryUntil: number }> => {
    const plain = newToken(temporaryBytes);
    return { plain, hash: await deps.hasher.hash(plain), temporaryUntil: clock() + temporaryForMs };
  };

  return {
    list: (query) => book.list(query, clock()),
    find: (personId) => book.find(personId, clock()),

    async add(by, person) {
      const password = await newPassword();
      const added = await book.add({ ...columnsOf(person), username: person.username }, password);
      if (typeof added === 'string') return refusalOf(added);
      const { personId } = added;
      await record(by, 'user.added', personId, { role: person.role });
      return done({ personId, temporaryPassword: password.plain, temporaryUntil: password.temporaryUntil });
    },

    async change(by, personId, version, settings, reason) {
      const before = await book.find(personId, clock());
      if (before === null) return unknown;
      if (personId === by && before.role === 'admin' && settings.role !== 'admin') {
        return refused('role', 'ACC-12:self', 'Nobody takes this role from himself: ask another administrator.');
      }
      const saved = await book.change(personId, version, columnsOf(settings));
      if (saved !== 'saved') return refusalOf(saved);
      // Names and addresses are no words for a log that is kept for ever: only that they were changed.
      const told = Object.entries(changedFields(settingsOf(before), settings)).map(
        ([field, change]): [string, string] => [field, personal.has(field) ? 'changed' : change],
      );
      await record(by, 'user.changed', personId, { ...Object.fromEntries(told), reason });
      return asItIs(personId);
    },

    async giveTemporaryPassword(by, personId) {
      if ((await accounts.byId(personId)) === null) return unknown;
      const { plain, hash, temporaryUntil } = await newPassword();
      await accounts.setPassword(personId, { hash, at: clock(), temporaryUntil });
      await endSessions(personId);
      await record(by, 'user.temporary_password', personId);
      return done({ personId, temporaryPassword: plain, temporaryUntil });
    },

    async deactivate(by, personId, reason) {
      if (personId === by) {
        return refused('(whole)', 'ACC-12:self', 'Nobody closes his own account: ask another administrator.');
      }
      const saved = await book.setDisabled(personId, clock());
      if (saved !== 'saved' && saved !== 'as_it_was') return refusalOf(saved);
      await endSessions(personId);
      if (saved === 'saved') await record(by, 'user.deactivated', personId, { reason });
      return asItIs(personId);
    },
    async reactivate(by, personId, reason) {
      const saved = await book.setDisabled(personId, null);
      if (saved !== 'saved' && saved !== 'as_it_was') return refusalOf(saved);
      if (saved === 'saved') await record(by, 'user.reactivated', personId, { reason });
      return asItIs(personId);
    },
    async unlock(by, personId) {
      if ((await accounts.byId(personId)) === null) return unknown;
      await accounts.clearFailures(personId);
      await record(by, 'user.unlocked', personId);
      return asItIs(personId);
    },
    async removeSecondFactor(by, personId) {
      if ((await accounts.byId(personId)) === null) return unknown;
      await deps.secondFactors.remove(personId);
      await endSessions(personId);
      await record(by, 'user.second_factor_removed', personId);
      return asItIs(personId);
    },
  };
}
