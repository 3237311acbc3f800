import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { columnMapping } from '../../../src/contract/placement.ts';

export type Field = NonNullable<z.output<typeof columnMapping>[number]>;

const plain = [
  'case_id',
  'debtor_name',
  'first_name',
  'last_name',
  'debtor_id',
  'card_last4',
  'amount',
  'currency',
  'overdue_days',
  'placement_date',
  'recall_date',
  'work_name',
  'work_address',
  'home_address',
  'hukou_address',
  'city',
  'state',
  'postal_code',
  'language',
  'remark',
] as const satisfies readonly Field[];
const contacts = ['contact1', 'contact2', 'contact3', 'contact4', 'contact5', 'contact6'] as const;
const thirds = [...contacts, 'relative', 'emergency'] as const;

export const fields: readonly Field[] = [
  ...plain,
  'phone.self_mobile',
  'phone.work',
  'phone.home',
  ...thirds.flatMap((who): Field[] => [`phone.${who}`, `${who}.name`, `${who}.relation`]),
];

/** Fields of which a file may have several columns. */
export const mayRepeat = (field: string): boolean => field.startsWith('phone.') || field === 'remark';

export function useFieldName(): (field: string) => string {
  const { t, i18n } = useTranslation();
  const whoIs = (who: string): string => {
    const contact = /^contact(\d+)$/.exec(who);
    if (contact !== null) return t('placements.field.contactNo', { no: contact[1] ?? '' });
    const key = `terms.numberClass.${who}`;
    return i18n.exists(key) ? t(key as 'terms.numberClass.work') : who;
  };
  return (field) => {
    const [first = '', second] = field.split('.');
    if (first === 'phone' && second !== undefined) return t('placements.field.phoneOf', { who: whoIs(second) });
    if (second === 'name') return t('placements.field.nameOf', { who: whoIs(first) });
    if (second === 'relation') return t('placements.field.relationOf', { who: whoIs(first) });
    const key = `placements.field.${field}`;
    return i18n.exists(key) ? t(key as 'placements.field.amount') : field;
  };
}

/** Reasons, warnings and kinds of skipped rows; an unknown code is shown as it is. */
export function useCodeText(): (code: string) => string {
  const { t, i18n } = useTranslation();
  return (code) => {
    const key = `placements.code.${code}`;
    return i18n.exists(key) ? t(key as 'placements.code.blank') : code;
  };
}
