import type { Mapping } from './find-header.ts';
import { isPhoneField, type Field } from './header-names.ts';

const always: readonly Field[] = ['case_id', 'amount', 'placement_date'];

/** Fields without which no row of a file could be accepted, and which the mapping lacks. */
export function fieldsNeeded(mapping: Mapping): (Field | 'phone')[] {
  const missing: (Field | 'phone')[] = always.filter((field) => !mapping.includes(field));
  if (!mapping.some((field) => field !== null && isPhoneField(field))) missing.push('phone');

  return missing;
}
