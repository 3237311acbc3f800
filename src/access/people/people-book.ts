import type {
  NewPerson,
  PeopleList,
  PeopleQuery,
  PersonSettings,
  PersonView,
  TeamView,
} from '../../contract/people.ts';

/** Why a row could not be written as asked. */
export type WriteRefusal = 'unknown' | 'stale' | 'username_taken' | 'email_taken' | 'no_such_team' | 'last_admin';

export interface PersonColumns extends Omit<PersonSettings, 'permissions'> {
  readonly granted: readonly string[];
  readonly withheld: readonly string[];
}

export interface PeopleBook {
  list(query: PeopleQuery, now: number): Promise<PeopleList>;
  find(personId: string, now: number): Promise<PersonView | null>;
  add(
    person: PersonColumns & Pick<NewPerson, 'username'>,
    password: { readonly hash: string; readonly temporaryUntil: number },
  ): Promise<{ readonly personId: string } | WriteRefusal>;
  /** The last administrator at work stays one. */
  change(personId: string, version: number, columns: PersonColumns): Promise<'saved' | WriteRefusal>;
  /** `at` null: back at work. */
  setDisabled(personId: string, at: number | null): Promise<'saved' | 'as_it_was' | WriteRefusal>;
}

export interface TeamBook {
  all(): Promise<readonly TeamView[]>;
  add(name: string): Promise<{ readonly teamId: string } | 'name_taken'>;
  rename(teamId: string, version: number, name: string): Promise<'saved' | 'stale' | 'unknown' | 'name_taken'>;
  /** Only one that nothing refers to. */
  remove(teamId: string): Promise<'removed' | 'unknown' | 'in_use'>;
}
