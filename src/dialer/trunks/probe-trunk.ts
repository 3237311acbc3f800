import type { Providers } from './provider.ts';
import type { ProbeTrunk } from './watch-trunks.ts';

/** The lightest probe: the provider opens the account and lets it call. Rings nobody. */
export const makeProbeAccount =
  (providers: Pick<Providers, 'ofTrunk'>): ProbeTrunk =>
  async (trunkId) => {
    const provider = await providers.ofTrunk(trunkId);
    const said = provider === null ? 'unreadable' : await provider.account();
    return { went: said === 'active' ? 'well' : 'badly', because: `account_${said}` };
  };
