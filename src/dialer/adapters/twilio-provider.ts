import type { Provider } from '../trunks/provider.ts';
import { makeTwilioClient, type TwilioAccount } from './twilio-client.ts';
import { httpStatusOf } from './twilio-errors.ts';

/** Somebody is waiting before a screen. */
const requestTimeoutMs = 10_000;
const mostProfiles = 50;

export function makeTwilioProvider(account: TwilioAccount): Provider {
  const client = makeTwilioClient({ ...account, requestTimeoutMs });

  async function verified(e164: string): Promise<boolean> {
    try {
      return (await client.outgoingCallerIds.list({ phoneNumber: e164, limit: 1 })).length > 0;
    } catch (error) {
      // A server that speaks the interface in part knows owned numbers only.
      if (httpStatusOf(error) === 404) return false;
      throw error;
    }
  }

  return {
    async account() {
      try {
        const { status } = await client.api.v2010.accounts(account.accountSid).fetch();
        return status === 'active' ? 'active' : 'suspended';
      } catch (error) {
        const status = httpStatusOf(error);
        return status === 401 || status === 403 || status === 404 ? 'wrong_credentials' : 'silent';
      }
    },
    async blockedCountries(countries) {
      try {
        const said = await Promise.all(
          countries.map(async (country) => {
            const { lowRiskNumbersEnabled } = await client.voice.v1.dialingPermissions.countries(country).fetch();
            return { country, may: lowRiskNumbersEnabled };
          }),
        );
        return said.filter(({ may }) => !may).map(({ country }) => country);
      } catch {
        return 'silent';
      }
    },
    async concurrency(cps) {
      try {
        const { type } = await client.api.v2010.accounts(account.accountSid).fetch();
        if (type === 'Trial') return 'trial';
        if (cps <= 1) return 'active';
        const profiles = await client.trusthub.v1.customerProfiles.list({ limit: mostProfiles });
        return profiles.some(({ status }) => status === 'twilio-approved') ? 'active' : 'no_profile';
      } catch {
        return 'silent';
      }
    },
    async mayShow(e164) {
      try {
        const owned = await client.incomingPhoneNumbers.list({ phoneNumber: e164, limit: 1 });
        return owned.length > 0 || (await verified(e164)) ? 'yes' : 'no';
      } catch {
        return 'silent';
      }
    },
  };
}
