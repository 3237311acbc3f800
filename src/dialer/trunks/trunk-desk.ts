import type {
  ChangeCallerId,
  NewCallerIds,
  NewTrunk,
  TrunkAccount,
  TrunkList,
  TrunkSettings,
} from '../../contract/trunk.ts';
import { failoverCircle } from '../../domain/trunk-choice.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { changedFields } from '../../domain/changed-fields.ts';
import type { Providers } from './provider.ts';
import type { OldSeals } from '../../platform/old-seals.ts';
import type { SecretBox } from '../../platform/secret-box.ts';
import { carrierKindOf, openAccount, sealAccount } from './trunk-accounts.ts';
import type { AccountColumns, TrunkBook } from './trunk-book.ts';

export interface FieldRefusal {
  readonly field: string;
  readonly rule: string;
  readonly remedy: string;
}

export type DeskReply =
  | { readonly kind: 'done'; readonly id: string; readonly changed: Readonly<Record<string, string>> }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

export interface TrunkDesk {
  list(): Promise<Omit<TrunkList, 'mayChange' | 'nextCursor' | 'names'>>;
  /** TRK-21: seals anew with the key that holds; says whose secrets. */
  sealAnew(): Promise<readonly { readonly of: OldSeals['of']; readonly id: string }[]>;
  add(trunk: NewTrunk): Promise<DeskReply>;
  change(trunkId: string, version: number, settings: TrunkSettings): Promise<DeskReply>;
  setAccount(trunkId: string, version: number, account: TrunkAccount | null): Promise<DeskReply>;
  addCallerIds(trunkId: string, given: NewCallerIds): Promise<DeskReply>;
  changeCallerId(callerIdId: string, change: ChangeCallerId): Promise<DeskReply>;
  /** Asks the provider whether the number may be shown. */
  checkCallerId(callerIdId: string): Promise<DeskReply>;
}

const refused = (field: string, rule: string, remedy: string): DeskReply => ({
  kind: 'refused',
  problems: [{ field, rule, remedy }],
});

const nameTaken = refused('name', 'TRK-1', 'Another trunk has this name: choose one of its own.');
const tailLength = 4;

export function makeTrunkDesk(deps: {
  readonly book: TrunkBook;
  readonly providers: Providers;
  /** Null: no key is configured. */
  readonly box: SecretBox | null;
  /** All that is kept sealed, accounts of trunks among it. */
  readonly seals: () => readonly OldSeals[];
  readonly houseKind: 'sim' | 'twilio';
  /** A real provider reaches nobody but an https address. */
  readonly publicUrl: string;
  readonly clock: Clock;
}): TrunkDesk {
  const { book, providers, box, clock } = deps;

  /** Why the account cannot be taken; null when it can. Asked of the provider before anything is stored. */
  async function faultOf(account: TrunkAccount): Promise<DeskReply | null> {
    if (box === null) {
      return refused('account', 'TRK-2', 'Start the program with CREDENTIALS_KEY: no account is kept unsealed.');
    }
    if (carrierKindOf(account.apiBase) === 'twilio' && !deps.publicUrl.startsWith('https://')) {
      return refused('account', 'TRK-3', 'Start the program with an https PUBLIC_URL: the provider calls back there.');
    }
    switch (await providers.of(account).account()) {
      case 'wrong_credentials':
        return refused('account.authToken', 'TRK-3', 'The provider does not open this account with this token.');
      case 'suspended':
        return refused('account.accountSid', 'TRK-3', 'The provider has suspended this account: settle that first.');
      case 'silent':
        return refused('account.apiBase', 'TRK-3', 'The provider does not answer there: check the address, try again.');
      case 'active':
        return null;
    }
  }

  const columnsOf = (trunkId: string, account: TrunkAccount | null): AccountColumns => {
    const at = clock();
    if (account === null || box === null) {
      return { kind: deps.houseKind, credentials: null, accountTail: null, apiBase: null, at };
    }
    return {
      kind: carrierKindOf(account.apiBase),
      credentials: sealAccount(box, trunkId, account),
      accountTail: account.accountSid.slice(-tailLength),
      apiBase: account.apiBase,
      at,
    };
  };

  /** Null: the chain of trunks that stand in for each other comes to an end, and nothing of fiction would leave. */
  async function faultOfFailover(trunkId: string, kind: string, settings: TrunkSettings): Promise<DeskReply | null> {
    if (settings.failoverId === null) return null;
    const trunks = await book.all();
    const target = trunks.find((trunk) => trunk.trunkId === settings.failoverId);
    if (target === undefined) return refused('failoverId', 'TRK-5', 'Name a trunk of GET /api/trunks.');
    const next = (id: string): string | null =>
      id === trunkId
        ? settings.failoverId
        : (trunks.find((trunk) => trunk.trunkId === id)?.settings.failoverId ?? null);
    const circle = failoverCircle(trunkId, next);
    if (circle !== null) {
      const names = circle.map((id) => trunks.find((trunk) => trunk.trunkId === id)?.settings.name ?? settings.name);
      return refused(
        'failoverId',
        'TRK-5',
        `It would go round: ${names.join(' → ')}. Let one of them have no failover.`,
      );
    }
    if (target.kind !== kind) {
      return refused(
        'failoverId',
        'TRK-5',
        'Calls of the simulated carrier and real ones do not stand in for each other.',
      );
    }
    return null;
  }

  return {
    async list() {
      const [views, stored, teams] = await Promise.all([
        book.views(await book.dayStart(clock())),
        book.all(),
        book.teams(),
      ]);
      const trunks = views.map((view) => {
        const trunk = stored.find((one) => one.trunkId === view.trunkId);
        const sealed =
          trunk?.credentials == null
            ? null
            : { trunkId: trunk.trunkId, credentials: trunk.credentials, apiBase: trunk.apiBase };
        return {
          ...view,
          account: {
            whose: sealed === null ? ('house' as const) : ('own' as const),
            tail: trunk?.accountTail ?? null,
            setAt: sealed === null ? null : (trunk?.accountSetAt ?? null),
            apiBase: trunk?.apiBase ?? null,
            readable: openAccount(box, sealed).kind !== 'unreadable',
          },
        };
      });
      const oldSeals = (await Promise.all(deps.seals().map((each) => each.count()))).reduce((sum, n) => sum + n, 0);
      return { trunks, maySeal: box !== null, oldSeals, teams };
    },

    async sealAnew() {
      const sealed: { of: OldSeals['of']; id: string }[] = [];
      for (const seals of deps.seals()) {
        for (const id of await seals.sealAnew()) sealed.push({ of: seals.of, id });
      }
      return sealed;
    },

    async add({ account, ...settings }) {
      const trunkId = newId();
      const fault = account === null ? null : await faultOf(account);
      if (fault !== null) return fault;
      const columns = columnsOf(trunkId, account);
      const faultOfChain = await faultOfFailover(trunkId, columns.kind, settings);
      if (faultOfChain !== null) return faultOfChain;
      if ((await book.add(trunkId, settings, columns)) === 'name_taken') return nameTaken;
      return { kind: 'done', id: trunkId, changed: changedFields({}, settings) };
    },

    async change(trunkId, version, settings) {
      const before = await book.find(trunkId);
      if (before === null) return { kind: 'unknown' };
      if (before.version !== version) return { kind: 'stale' };
      const fault = await faultOfFailover(trunkId, before.kind, settings);
      if (fault !== null) return fault;
      const saved = await book.change(trunkId, version, settings);
      if (saved === 'name_taken') return nameTaken;
      if (saved === 'stale') return { kind: 'stale' };
      return { kind: 'done', id: trunkId, changed: changedFields(before.settings, settings) };
    },

    async setAccount(trunkId, version, account) {
      const before = await book.find(trunkId);
      if (before === null) return { kind: 'unknown' };
      if (before.version !== version) return { kind: 'stale' };
      const fault = account === null ? null : await faultOf(account);
      if (fault !== null) return fault;
      const columns = columnsOf(trunkId, account);
      if (columns.kind === 'twilio') {
        const fiction = await book.campaignsOfFiction(trunkId);
        if (fiction.length > 0) {
          return refused('account', 'DIAL-3', `Invented numbers would be rung: ${fiction.join(', ')} dials over it.`);
        }
      }
      if (
        columns.kind !== before.kind &&
        (before.settings.failoverId !== null ||
          (await book.all()).some((trunk) => trunk.settings.failoverId === trunkId))
      ) {
        return refused('account', 'TRK-5', 'Take it out of its failover first: simulated and real calls do not mix.');
      }
      if ((await book.setAccount(trunkId, version, columns)) === 'stale') return { kind: 'stale' };
      const shown = (tail: string | null): string => (tail === null ? 'of the configuration' : `…${tail}`);
      return {
        kind: 'done',
        id: trunkId,
        changed: { account: `${shown(before.accountTail)} → ${shown(columns.accountTail)}` },
      };
    },

    async addCallerIds(trunkId, { numbers, label, dailyLimit }) {
      if ((await book.find(trunkId)) === null) return { kind: 'unknown' };
      const wanted = [...new Set(numbers)];
      const taken = await book.takenNumbers(wanted);
      if (taken.length > 0) {
        return refused(
          'numbers',
          'TRK-4',
          `Already a caller id: ${taken.join(', ')}. Each number belongs to one trunk.`,
        );
      }
      const provider = await providers.ofTrunk(trunkId);
      const said = await Promise.all(
        wanted.map(async (e164) => ({ e164, may: (await provider?.mayShow(e164)) ?? 'silent' })),
      );
      const foreign = said.filter(({ may }) => may === 'no').map(({ e164 }) => e164);
      if (foreign.length > 0) {
        return refused(
          'numbers',
          'TRK-4',
          `Not of this account: ${foreign.join(', ')}. Buy or verify them at the provider first.`,
        );
      }
      const at = clock();
      await book.addCallerIds(
        trunkId,
        said.map(({ e164, may }) => ({
          callerIdId: newId(),
          e164,
          label,
          dailyLimit,
          verified: may === 'yes',
          checkedAt: may === 'silent' ? null : at,
        })),
      );
      return { kind: 'done', id: trunkId, changed: { callerIds: `+${wanted.length}` } };
    },

    async changeCallerId(callerIdId, change) {
      const before = await book.findCallerId(callerIdId);
      if (before === null) return { kind: 'unknown' };
      if ((await book.changeCallerId(callerIdId, change)) === 'stale') return { kind: 'stale' };
      const { version: _version, ...settings } = change;
      return { kind: 'done', id: callerIdId, changed: changedFields(before.settings, settings) };
    },

    async checkCallerId(callerIdId) {
      const before = await book.findCallerId(callerIdId);
      if (before === null) return { kind: 'unknown' };
      const provider = await providers.ofTrunk(before.trunkId);
      const may = (await provider?.mayShow(before.e164)) ?? 'silent';
      if (may === 'silent') {
        return refused('callerId', 'TRK-4', 'The provider does not answer: check the account of the trunk, try again.');
      }
      await book.callerIdChecked(callerIdId, may === 'yes', clock());
      return {
        kind: 'done',
        id: callerIdId,
        changed: changedFields({ verified: before.verified }, { verified: may === 'yes' }),
      };
    },
  };
}
