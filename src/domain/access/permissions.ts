/** What somebody may do beyond what his role alone opens. Roles open doors, permissions open what lies behind some of them. */
export const permissions = [
  'recordings.listen',
  'export',
  'stops.lift',
  'cases.hand_over',
  'people.manage',
  'audit.read',
  'keys.manage',
  'webhooks.manage',
] as const;
export type Permission = (typeof permissions)[number];

export type HouseRole = 'agent' | 'supervisor' | 'admin';

const ofRole: Readonly<Record<HouseRole, readonly Permission[]>> = {
  agent: ['recordings.listen'],
  supervisor: ['recordings.listen', 'export', 'stops.lift', 'cases.hand_over'],
  admin: permissions,
};

export interface Rights {
  readonly role: HouseRole;
  /** Beyond the role. */
  readonly granted: readonly string[];
  /** Of the role, taken away. */
  readonly withheld: readonly string[];
}

/** The role's own, and those granted, without those withheld; what is withheld wins. */
export const permissionsOf = ({ role, granted, withheld }: Rights): Permission[] =>
  permissions.filter((one) => (ofRole[role].includes(one) || granted.includes(one)) && !withheld.includes(one));

/** Of a wanted set, what has to be granted beyond the role and what withheld of it. */
export function differenceFromRole(
  role: HouseRole,
  wanted: readonly Permission[],
): { readonly granted: Permission[]; readonly withheld: Permission[] } {
  const own = ofRole[role];
  return {
    granted: permissions.filter((one) => wanted.includes(one) && !own.includes(one)),
    withheld: own.filter((one) => !wanted.includes(one)),
  };
}
