// The order of this list is the order in which a row's reasons are reported [IMP-3].
export const rowReasons = [
  'column_count',
  'cell_too_long',
  'missing_case_id',
  'duplicate_case_id',
  'debtor_changed',
  'amount_missing',
  'amount_invalid',
  'amount_not_positive',
  'currency_unknown',
  'placement_date_missing',
  'placement_date_invalid',
  'recall_date_invalid',
  'recall_before_placement',
  'no_phone',
  'no_usable_phone',
] as const;
export type RowReason = (typeof rowReasons)[number];

export const numberReasons = [
  'scientific_notation',
  'formula_text',
  'ambiguous_text',
  'no_digits',
  'placeholder_number',
  'too_short',
  'area_code_missing',
  'invalid_number',
  'premium_rate',
] as const;
export type NumberReason = (typeof numberReasons)[number];

export const rowWarnings = [
  'address_zone_unknown',
  'area_code_derived',
  'area_code_state_conflict',
  'cell_error',
  'control_chars_removed',
  'currency_defaulted',
  'duplicate_number',
  'id_missing',
  'id_precision_lost',
  'language_unknown',
  'name_missing',
  'overdue_days_invalid',
  'phone_rejected',
  'recall_date_missing',
  'zip_state_mismatch',
] as const;
export type RowWarning = (typeof rowWarnings)[number];

export const fileReasons = [
  'empty_file',
  'no_header',
  'unsupported_format',
  'corrupt_file',
  'unsafe_archive',
  'file_too_large',
] as const;
export type FileReason = (typeof fileReasons)[number];

export const skipKinds = ['blank', 'total', 'note'] as const;
export type SkipKind = (typeof skipKinds)[number];

export const noteCodes = [
  'vacant',
  'suspended',
  'powered_off',
  'no_such_person',
  'resigned',
  'moved',
  'number_changed',
  'do_not_call',
] as const;
export type NoteCode = (typeof noteCodes)[number];
