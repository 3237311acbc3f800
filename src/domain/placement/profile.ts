import { numberClasses, type NumberClass } from '../vocabulary.ts';

/** A placement never carries traced numbers; those are found later. */
export type PlacedClass = Exclude<NumberClass, 'traced'>;
export const placedClasses = numberClasses.filter((name): name is PlacedClass => name !== 'traced');

export const knownCurrencies = ['CNY', 'USD', 'HKD', 'GBP', 'EUR', 'JPY'] as const;
export type Currency = (typeof knownCurrencies)[number];

export type DateOrder = 'YMD' | 'MDY' | 'DMY';

/** How one client's files are to be read: what a blank or an ambiguous cell means. */
export interface ImportProfile {
  readonly defaultCountry: string;
  readonly defaultCurrency: Currency;
  readonly dateOrder: DateOrder;
  readonly decimal: '.' | ',';
  readonly classOrder: readonly PlacedClass[];
}

const inChina: ImportProfile = {
  defaultCountry: 'CN',
  defaultCurrency: 'CNY',
  dateOrder: 'YMD',
  decimal: '.',
  classOrder: placedClasses,
};

export const startingProfiles = {
  CN: inChina,
  US: { ...inChina, defaultCountry: 'US', defaultCurrency: 'USD', dateOrder: 'MDY' },
  GB: { ...inChina, defaultCountry: 'GB', defaultCurrency: 'GBP', dateOrder: 'DMY' },
  FR: { ...inChina, defaultCountry: 'FR', defaultCurrency: 'EUR', dateOrder: 'DMY', decimal: ',' },
} as const satisfies Record<string, ImportProfile>;

const hints: readonly (readonly [keyof typeof startingProfiles, RegExp])[] = [
  ['CN', /\p{Script=Han}/u],
  ['GB', /^(forename|surname|postcode|town|dateplaced|accountref|worktel|hometel|balanceoutstanding)$/],
  ['FR', /^(prénom|nom|solde|devise|ville|codepostal|adresse|réfclient|tél.*|date de .*|jours de retard)$/],
  ['US', /^(zip|zipcode|state|primaryphone|consumername|consumerid|accountnumber|balance|dayspastdue)$/],
];

/** A proposal from the header's vocabulary, for a person to confirm; the first country with the most hints wins. */
export function suggestProfile(headers: readonly string[]): ImportProfile {
  const plain = headers.map((header) => header.replace(/\s+/g, '').toLowerCase());
  let best: keyof typeof startingProfiles = 'CN';
  let most = 0;
  for (const [country, hint] of hints) {
    const hits = plain.filter((header) => hint.test(header)).length;
    if (hits > most) [best, most] = [country, hits];
  }

  return startingProfiles[best];
}
