import { areaCodeOfAddress } from './chinese-area-code.ts';
import type { CleanCell, CleanRow } from './cell-text.ts';
import type { RowReason, RowWarning } from './codes.ts';
import type { ColumnPlan } from './column-plan.ts';
import { RowFields } from './row-fields.ts';
import { nameOf, readCardLast4, readLinkKey, readOverdueDays } from './debtor-fields.ts';
import { gatherNumbers, type CaseNumber, type RejectedCaseNumber } from './gather-numbers.ts';
import type { JudgeNumber } from './judge-number.ts';
import { zoneOfCountry, usStateOfNumber } from './number-zones.ts';
import { minorDigits, parseAmount, parseCurrency, type AmountRead } from './parse-amount.ts';
import { parseDate, type DateSystem } from './parse-date.ts';
import type { Currency, ImportProfile, PlacedClass } from './profile.ts';
import { readLanguage } from './read-language.ts';
import { readUsAddress, type UsAddress } from './us-address.ts';

/** One accepted row. Texts are '' when the file gave none. */
export interface PlacedCase {
  readonly caseId: string;
  readonly linkKey: string;
  readonly debtorName: string;
  readonly cardLast4: string | null;
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly overdueDays: number | null;
  readonly placementDate: string;
  readonly recallDate: string | null;
  readonly usAddress: UsAddress | null;
  readonly addressZones: readonly string[];
  /** BCP 47; absent where the file names none, as it was before files could name one. */
  readonly language?: string;
  readonly texts: Readonly<Record<CaseText, string>>;
  readonly numbers: readonly CaseNumber[];
  readonly rejectedNumbers: readonly RejectedCaseNumber[];
  readonly warnings: readonly RowWarning[];
}
export type CaseText =
  'work_name' | 'work_address' | 'home_address' | 'hukou_address' | 'city' | 'state' | 'postal_code' | 'remark';

export interface ReadRules {
  readonly profile: ImportProfile;
  readonly plan: ColumnPlan;
  readonly dateSystem: DateSystem;
  readonly judge: JudgeNumber;
}
export type CaseRead =
  | { readonly kind: 'case'; readonly case: PlacedCase }
  | { readonly kind: 'refused'; readonly caseId: string; readonly reasons: readonly RowReason[] };

const ownClasses: readonly PlacedClass[] = ['self_mobile', 'home', 'work'];

interface Findings {
  readonly reasons: RowReason[];
  readonly warnings: Set<RowWarning>;
}

/** Makes a case of a row's clean cells; every test is made, so that all reasons are known at once (section 6). */
export function readCase(row: CleanRow, rules: ReadRules, isTaken: (caseId: string) => boolean): CaseRead {
  const { profile, plan } = rules;
  const fields = new RowFields(row, plan);
  const found: Findings = { reasons: [], warnings: new Set() };
  const { reasons, warnings } = found;

  const caseId = fields.text('case_id');
  if (caseId === '') reasons.push('missing_case_id');
  else if (isTaken(caseId)) reasons.push('duplicate_case_id');
  const { amount, currency } = readMoney(fields, profile, found);
  const { placementDate, recallDate } = readDates(fields, rules, found);
  const gathered = gatherNumbers(row, plan, {
    country: profile.defaultCountry,
    judge: rules.judge,
    areaCode: (numberClass) => areaCodeFor(numberClass, fields),
  });
  const { numbers, rejected } = gathered;
  if (numbers.length === 0) reasons.push(rejected.length === 0 ? 'no_phone' : 'no_usable_phone');
  if (reasons.length > 0 || amount.kind === 'refused' || currency === null || placementDate === null) {
    return { kind: 'refused', caseId, reasons };
  }

  if (rejected.length > 0) warnings.add('phone_rejected');
  if (gathered.hasDuplicates) warnings.add('duplicate_number');
  if (gathered.hasDerived) warnings.add('area_code_derived');
  const debtorName = nameOf(fields.text('debtor_name'), fields.text('first_name'), fields.text('last_name'));
  if (debtorName === '') warnings.add('name_missing');
  const link = readLinkKey(fields.cell('debtor_id'), caseId);
  if (link.warning !== null) warnings.add(link.warning);
  const overdue = readOverdueDays(fields.cell('overdue_days'));
  if (overdue.invalid) warnings.add('overdue_days_invalid');
  const language = readLanguage(fields.text('language'));
  if (language === undefined) warnings.add('language_unknown');
  const usAddress = profile.defaultCountry === 'US' ? usAddressOf(fields, numbers, warnings) : null;

  return {
    kind: 'case',
    case: {
      caseId,
      linkKey: link.key,
      debtorName,
      cardLast4: readCardLast4(fields.text('card_last4')),
      amountMinor: amount.minor,
      currency,
      overdueDays: overdue.days,
      placementDate,
      recallDate,
      usAddress,
      addressZones: usAddress?.zones ?? zonesOfCountry(profile.defaultCountry),
      ...(language === null || language === undefined ? {} : { language }),
      texts: textsOf(fields),
      numbers,
      rejectedNumbers: rejected,
      warnings: [...warnings].sort(),
    },
  };
}

function readMoney(
  fields: RowFields,
  profile: ImportProfile,
  found: Findings,
): { amount: AmountRead; currency: Currency | null } {
  const written = fields.text('currency');
  const currency = written === '' ? profile.defaultCurrency : parseCurrency(written);
  if (written === '') found.warnings.add('currency_defaulted');
  const digits = minorDigits(currency ?? profile.defaultCurrency);
  const amount = parseAmount(fields.cell('amount'), profile.decimal, digits);
  if (amount.kind === 'refused') found.reasons.push(amount.because);
  if (currency === null) found.reasons.push('currency_unknown');

  return { amount, currency };
}

function readDates(
  fields: RowFields,
  rules: ReadRules,
  { reasons, warnings }: Findings,
): { placementDate: string | null; recallDate: string | null } {
  const placement = fields.cell('placement_date');
  const placementDate = placement.text === '' ? null : dateOf(placement, rules);
  if (placement.text === '') reasons.push('placement_date_missing');
  else if (placementDate === null) reasons.push('placement_date_invalid');
  const recall = fields.cell('recall_date');
  const recallDate = recall.text === '' ? null : dateOf(recall, rules);
  if (recall.text === '') warnings.add('recall_date_missing');
  else if (recallDate === null) reasons.push('recall_date_invalid');
  // ISO dates compare as text.
  if (recallDate !== null && placementDate !== null && recallDate < placementDate) {
    reasons.push('recall_before_placement');
  }

  return { placementDate, recallDate };
}

const dateOf = (cell: CleanCell, rules: ReadRules): string | null =>
  parseDate(cell, rules.profile.dateOrder, rules.dateSystem);

const textsOf = (fields: RowFields): Record<CaseText, string> => ({
  work_name: fields.text('work_name'),
  work_address: fields.text('work_address'),
  home_address: fields.text('home_address'),
  hukou_address: fields.text('hukou_address'),
  city: fields.text('city'),
  state: fields.text('state'),
  postal_code: fields.text('postal_code'),
  remark: fields.text('remark'),
});

function zonesOfCountry(country: string): readonly string[] {
  const zone = zoneOfCountry(country);

  return zone === null ? [] : [zone];
}

/** A third party need not live with the debtor: no address of the file tells their area code (P10). */
function areaCodeFor(numberClass: PlacedClass, fields: RowFields): string | null {
  if (numberClass === 'work') return areaCodeOfAddress(fields.text('work_address'));
  if (numberClass !== 'self_mobile' && numberClass !== 'home') return null;

  return areaCodeOfAddress(fields.text('home_address')) ?? areaCodeOfAddress(fields.text('hukou_address'));
}

function usAddressOf(fields: RowFields, numbers: readonly CaseNumber[], warnings: Set<RowWarning>): UsAddress {
  const address = readUsAddress(fields.text('city'), fields.text('state'), fields.text('postal_code'));
  if (address.mismatch) warnings.add('zip_state_mismatch');
  if (address.zones.length === 0) warnings.add('address_zone_unknown');
  const elsewhere = numbers.some((number) => {
    const state = ownClasses.includes(number.numberClass) ? usStateOfNumber(number.e164) : null;

    return state !== null && address.placedIn !== null && state !== address.placedIn;
  });
  if (elsewhere) warnings.add('area_code_state_conflict');

  return address;
}
