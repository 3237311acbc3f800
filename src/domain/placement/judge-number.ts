/** What is known of a number that can be dialed. */
export type LineType = 'fixed' | 'mobile' | 'fixed_or_mobile' | 'toll_free' | 'voip' | 'unknown';
export interface JudgedNumber {
  readonly e164: string;
  /** ISO country, null when the code is shared or unknown. */
  readonly country: string | null;
  readonly lineType: LineType;
}
export type NumberVerdict =
  | ({ readonly kind: 'valid' } & JudgedNumber)
  | { readonly kind: 'refused'; readonly because: 'invalid_number' | 'premium_rate' };

/**
 * Judges digits: `international` begins with the country code, `national` is written as dialed inside the profile's
 * country. Handed in, because the numbering plans of the world live outside the domain.
 */
export type JudgeNumber = (digits: string, written: 'international' | 'national') => NumberVerdict;
