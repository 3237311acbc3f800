import type { Mapping } from './find-header.ts';
import { isPhoneField, type Field, type Third } from './header-names.ts';
import type { PlacedClass } from './profile.ts';

export interface PhoneColumn {
  readonly column: number;
  readonly numberClass: PlacedClass;
  /** Columns that tell who answers there; -1 = none. */
  readonly personColumn: number;
  readonly relationColumn: number;
}

/** A mapping turned round: where each field stands, and the phone columns in the order in which numbers are dialed (P11). */
export interface ColumnPlan {
  readonly phones: readonly PhoneColumn[];
  readonly column: (field: Field) => number;
}

const thirdOf = (field: Field): Third | null => {
  const rest = field.slice('phone.'.length);

  return rest === 'self_mobile' || rest === 'work' || rest === 'home' ? null : (rest as Third);
};

const classOf = (field: Field): PlacedClass => {
  const rest = field.slice('phone.'.length);

  return rest.startsWith('contact') ? 'contact' : (rest as PlacedClass);
};

export function planColumns(mapping: Mapping, classOrder: readonly PlacedClass[]): ColumnPlan {
  const at = new Map<Field, number>();
  mapping.forEach((field, column) => {
    if (field !== null && !at.has(field)) at.set(field, column);
  });
  const column = (field: Field): number => at.get(field) ?? -1;
  const phones = mapping.flatMap((field, index): PhoneColumn[] => {
    if (field === null || !isPhoneField(field)) return [];
    const third = thirdOf(field);

    return [
      {
        column: index,
        numberClass: classOf(field),
        personColumn: third === null ? -1 : column(`${third}.name`),
        relationColumn: third === null ? -1 : column(`${third}.relation`),
      },
    ];
  });
  const rank = (phone: PhoneColumn): number => classOrder.indexOf(phone.numberClass);

  return { phones: phones.toSorted((a, b) => rank(a) - rank(b) || a.column - b.column), column };
}
