import { Fault } from '../../platform/fault.ts';
import type { Carrier } from '../ports.ts';
import type { SecretBox } from '../../platform/secret-box.ts';
import { carrierKindOf, openAccount, type ProviderAccount, type SealedAccounts } from './trunk-accounts.ts';

export interface TrunkCarriers {
  /** Finds the trunk of each call by itself; a trunk without an account goes by the configured one. */
  readonly carrier: Carrier;
  /** Throws a fault when the account of the trunk cannot be opened. */
  ofTrunk(trunkId: string): Promise<Carrier>;
}

/** The provider's own word for an account that does not open. */
const accountRefused = 20003;
/** Calls whose trunk is remembered past the database: one found at the carrier belongs to no attempt yet. */
const rememberedCalls = 5_000;

/** The carrier as the room knows it: one port, each call over the account of its own trunk. */
export function makeTrunkCarriers(deps: {
  readonly house: Carrier;
  readonly accounts: SealedAccounts;
  readonly box: SecretBox | null;
  readonly carrierOf: (account: ProviderAccount, kind: Carrier['kind']) => Carrier;
}): TrunkCarriers {
  const { house, accounts } = deps;
  /** By the sealed text: another account, or the same one set again, is another client. */
  const made = new Map<
    string,
    { readonly credentials: string; readonly base: string | null; readonly carrier: Carrier }
  >();
  const trunkOf = new Map<string, string>();

  async function ofTrunk(trunkId: string): Promise<Carrier> {
    const sealed = await accounts.ofTrunk(trunkId);
    if (sealed === null) return house;
    const known = made.get(trunkId);
    if (known?.credentials === sealed.credentials && known.base === sealed.apiBase) return known.carrier;
    const opened = openAccount(deps.box, sealed);
    if (opened.kind !== 'own') throw new Fault('TRUNK_ACCOUNT_UNREADABLE');
    const carrier = deps.carrierOf(opened.account, carrierKindOf(sealed.apiBase));
    made.set(trunkId, { credentials: sealed.credentials, base: sealed.apiBase, carrier });
    return carrier;
  }

  function remember(sid: string, trunkId: string): void {
    trunkOf.set(sid, trunkId);
    const [oldest] = trunkOf.keys();
    if (trunkOf.size > rememberedCalls && oldest !== undefined) trunkOf.delete(oldest);
  }

  async function ofCall(sid: string): Promise<Carrier> {
    const trunkId = trunkOf.get(sid) ?? (await accounts.trunkOfCall(sid));
    return trunkId === null ? house : ofTrunk(trunkId);
  }

  async function forAttempt(attemptId: string): Promise<{ carrier: Carrier; trunkId: string | null }> {
    const trunkId = await accounts.trunkOfAttempt(attemptId);
    return { trunkId, carrier: trunkId === null ? house : await ofTrunk(trunkId) };
  }

  return {
    ofTrunk,
    carrier: {
      kind: house.kind,
      async place(request) {
        const found = await forAttempt(request.attemptId).catch((error: unknown) => {
          // Nothing was asked yet, so nothing rings: a trunk without its account refuses like a provider would.
          if (error instanceof Fault) return null;
          throw error;
        });
        if (found === null) return { kind: 'refused', code: accountRefused };
        const { carrier, trunkId } = found;
        const outcome = await carrier.place(request);
        if (outcome.kind === 'accepted' && trunkId !== null) remember(outcome.sid, trunkId);
        return outcome;
      },
      async find(query) {
        const { carrier, trunkId } = await forAttempt(query.attemptId);
        const found = await carrier.find(query);
        if (trunkId !== null) for (const call of found) remember(call.sid, trunkId);
        return found;
      },
      end: async (sid) => (await ofCall(sid)).end(sid),
      fetchCall: async (sid) => (await ofCall(sid)).fetchCall(sid),
      recordings: async (sid) => (await ofCall(sid)).recordings(sid),
      downloadRecording: async (sid, recordingSid) => (await ofCall(sid)).downloadRecording(sid, recordingSid),
      ping: () => house.ping(),
    },
  };
}
