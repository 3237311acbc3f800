import { areaCodeOfAddress } from './chinese-area-code.ts';
import { blankCell, type CleanCell } from './cell-text.ts';
import type { RowReason, RowWarning } from './codes.ts';
import type { ColumnPlan } from './column-plan.ts';
import { readCardLast4, readLinkKey, readName, readOverdueDays } from './debtor-fields.ts';
import { gatherNumbers, type CaseNumber, type RejectedCaseNumber } from './gather-numbers.ts';
import type { Field } from './header-names.ts';
import type { JudgeNumber } from './judge-number.ts';
import { zoneOfCountry, usStateOfNumber } from './number-zones.ts';
import { minorDigits, parseAmount, parseCurrency } from './parse-amount.ts';
import { parseDate, type DateSystem } from './parse-date.ts';
import type { Currency, ImportProfile, PlacedClass } from './profile.ts';
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
  readonly texts: Readonly<Record<CaseText, string>>;
  readonly numbers: readonly CaseNumber[];
  readonly rejectedNumbers: readonly RejectedCaseNumber[];
  readonly warnings: readonly RowWarning[];
}
export const caseTexts = [
  'work_name',
  'work_address',
  'home_address',
  'hukou_address',
  'city',
  'state',
  'postal_code',
  'remark',
] as const satisfies readonly Field[];
export type CaseText = (typeof caseTexts)[number];

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

/** Makes a case of a row's clean cells; every test is made, so that all reasons are known at once (section 6). */
export function readCase(
  cells: readonly CleanCell[],
  rules: ReadRules,
  isTaken: (caseId: string) => boolean,
): CaseRead {
  const { profile, plan } = rules;
  const cell = (field: Field): CleanCell => cells[plan.column(field)] ?? blankCell;
  const text = (field: Field): string => cell(field).text;
  const reasons: RowReason[] = [];
  const warnings = new Set<RowWarning>();

  const caseId = text('case_id');
  if (caseId === '') reasons.push('missing_case_id');
  else if (isTaken(caseId)) reasons.push('duplicate_case_id');

  const currencyText = text('currency');
  const currency = currencyText === '' ? profile.defaultCurrency : parseCurrency(currencyText);
  if (currencyText === '') warnings.add('currency_defaulted');
  const amount = parseAmount(cell('amount'), profile.decimal, minorDigits(currency ?? profile.defaultCurrency));
  if (amount.kind === 'refused') reasons.push(amount.because);
  if (currency === null) reasons.push('currency_unknown');

  const placementCell = cell('placement_date');
  const placementDate = placementCell.text === '' ? null : dateOf(placementCell, rules);
  if (placementCell.text === '') reasons.push('placement_date_missing');
  else if (placementDate === null) reasons.push('placement_date_invalid');
  const recallCell = cell('recall_date');
  const recallDate = recallCell.text === '' ? null : dateOf(recallCell, rules);
  if (recallCell.text === '') warnings.add('recall_date_missing');
  else if (recallDate === null) reasons.push('recall_date_invalid');
  if (recallDate !== null && placementDate !== null && recallDate < placementDate) {
    reasons.push('recall_before_placement');
  }

  const { numbers, rejected, hasDuplicates, hasDerived } = gatherNumbers(cells, plan, (numberClass) => ({
    country: profile.defaultCountry,
    judge: rules.judge,
    areaCode: () => areaCodeFor(numberClass, text),
  }));
  if (numbers.length === 0) reasons.push(rejected.length === 0 ? 'no_phone' : 'no_usable_phone');

  if (reasons.length > 0 || amount.kind === 'refused' || currency === null || placementDate === null) {
    return { kind: 'refused', caseId, reasons };
  }
  if (rejected.length > 0) warnings.add('phone_rejected');
  if (hasDuplicates) warnings.add('duplicate_number');
  if (hasDerived) warnings.add('area_code_derived');

  const fullName =
    text('debtor_name') === '' ? `${text('first_name')} ${text('last_name')}`.trim() : text('debtor_name');
  const debtorName = readName(fullName);
  if (debtorName === '') warnings.add('name_missing');
  const link = readLinkKey(cell('debtor_id'), caseId);
  if (link.warning !== null) warnings.add(link.warning);
  const overdue = readOverdueDays(cell('overdue_days'));
  if (overdue.invalid) warnings.add('overdue_days_invalid');
  const usAddress = profile.defaultCountry === 'US' ? usAddressOf(text, numbers, warnings) : null;

  return {
    kind: 'case',
    case: {
      caseId,
      linkKey: link.key,
      debtorName,
      cardLast4: readCardLast4(text('card_last4')),
      amountMinor: amount.minor,
      currency,
      overdueDays: overdue.days,
      placementDate,
      recallDate,
      usAddress,
      addressZones: usAddress?.zones ?? zonesOfCountry(profile.defaultCountry),
      texts: Object.fromEntries(caseTexts.map((field) => [field, text(field)])) as Record<CaseText, string>,
      numbers,
      rejectedNumbers: rejected,
      warnings: [...warnings].sort(),
    },
  };
}

const dateOf = (cell: CleanCell, rules: ReadRules): string | null =>
  parseDate(cell, rules.profile.dateOrder, rules.dateSystem);

function zonesOfCountry(country: string): readonly string[] {
  const zone = zoneOfCountry(country);

  return zone === null ? [] : [zone];
}

/** A third party need not live with the debtor: no address of the file tells their area code (P10). */
function areaCodeFor(numberClass: PlacedClass, text: (field: Field) => string): string | null {
  if (numberClass === 'work') return areaCodeOfAddress(text('work_address'));
  if (numberClass !== 'self_mobile' && numberClass !== 'home') return null;

  return areaCodeOfAddress(text('home_address')) ?? areaCodeOfAddress(text('hukou_address'));
}

function usAddressOf(
  text: (field: Field) => string,
  numbers: readonly CaseNumber[],
  warnings: Set<RowWarning>,
): UsAddress {
  const address = readUsAddress(text('city'), text('state'), text('postal_code'));
  if (address.mismatch) warnings.add('zip_state_mismatch');
  if (address.zones.length === 0) warnings.add('address_zone_unknown');
  const elsewhere = numbers.some((number) => {
    const state = ownClasses.includes(number.numberClass) ? usStateOfNumber(number.e164) : null;

    return state !== null && address.placedIn !== null && state !== address.placedIn;
  });
  if (elsewhere) warnings.add('area_code_state_conflict');

  return address;
}
