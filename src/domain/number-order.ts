import type { NumberClass, NumberStatus } from './vocabulary.ts';

export interface OrderedNumber {
  readonly id: string;
  readonly class: NumberClass;
  /** Priority inside the class: 1 first. */
  readonly position: number;
  /** Oldest attempt first among equals; null = never tried. */
  readonly lastAttemptAt: number | null;
}

/** Contacts, relatives and emergency contacts: somebody else than the debtor answers there. */
export const thirdPartyClasses: ReadonlySet<NumberClass> = new Set<NumberClass>(['contact', 'relative', 'emergency']);
/** The debtor's own numbers. A traced number is neither: whose it is, is not known yet. */
const ownClasses: ReadonlySet<NumberClass> = new Set<NumberClass>(['self_mobile', 'work', 'home']);

export const isThirdPartyClass = (numberClass: NumberClass): boolean => thirdPartyClasses.has(numberClass);
export const isOwnClass = (numberClass: NumberClass): boolean => ownClasses.has(numberClass);

/** Statuses that take a number out of the round (3.3 items 6 and 10). */
const nonDialable: ReadonlySet<NumberStatus> = new Set<NumberStatus>(['invalid', 'blocked', 'malformed']);
export const isDialableStatus = (status: NumberStatus): boolean => !nonDialable.has(status);

/** R21: class order first, then priority, then the oldest attempt. A class the order does not name comes last. */
export function orderNumbers<T extends OrderedNumber>(numbers: readonly T[], order: readonly NumberClass[]): T[] {
  const rank = (numberClass: NumberClass): number => {
    const at = order.indexOf(numberClass);
    return at === -1 ? order.length : at;
  };
  return [...numbers].sort(
    (a, b) =>
      rank(a.class) - rank(b.class) ||
      a.position - b.position ||
      (a.lastAttemptAt ?? -Infinity) - (b.lastAttemptAt ?? -Infinity) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}
