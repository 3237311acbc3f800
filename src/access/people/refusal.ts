export interface FieldRefusal {
  readonly field: string;
  readonly rule: string;
  readonly remedy: string;
}

export type DeskReply<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

export const done = <T>(value: T): DeskReply<T> => ({ kind: 'done', value });
export const unknown: DeskReply<never> = { kind: 'unknown' };
export const stale: DeskReply<never> = { kind: 'stale' };
export const refused = (field: string, rule: string, remedy: string): DeskReply<never> => ({
  kind: 'refused',
  problems: [{ field, rule, remedy }],
});
