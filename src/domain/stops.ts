import type { Preset } from './preset.ts';
import { stopKinds, type CaseClass, type StopKind } from './vocabulary.ts';

/** 5.4: on the person, so that all linked cases stand still, or on the one debt. */
const scopes: Readonly<Record<StopKind, 'person' | 'debt'>> = {
  complaint: 'person',
  cease: 'person',
  deceased: 'person',
  bankruptcy: 'person',
  breathing_space: 'person',
  vulnerable: 'person',
  dispute: 'debt',
  fraud_hold: 'debt',
  attorney: 'debt',
  paid: 'debt',
  recalled: 'debt',
};

/** The class of a case while it stands still for this. */
export const stopClass: Readonly<Record<StopKind, CaseClass>> = {
  complaint: 'COMPLAINT',
  cease: 'CEASE',
  deceased: 'DECEASED',
  bankruptcy: 'BANKRUPT',
  breathing_space: 'BANKRUPT',
  vulnerable: 'HARDSHIP',
  dispute: 'DISPUTE',
  fraud_hold: 'FRAUD_PENDING',
  attorney: 'ATTORNEY',
  paid: 'PAID',
  recalled: 'RECALLED',
};

/** The lawyer may be taken to stand for the person: an option of the tenant. */
export const stopScopeOf = (kind: StopKind, attorneyFor: 'debt' | 'person' = 'debt'): 'person' | 'debt' =>
  kind === 'attorney' ? attorneyFor : scopes[kind];

/** Lifted by the client's instruction alone. */
const clientsOnly: ReadonlySet<StopKind> = new Set<StopKind>(['deceased', 'bankruptcy', 'recalled']);

export const needsClientInstruction = (kind: StopKind): boolean => clientsOnly.has(kind);

/** A moratorium of the UK: entered only under rules that know it. */
export const isStopKnown = (kind: StopKind, { breathingSpaceStop }: Pick<Preset, 'breathingSpaceStop'>): boolean =>
  kind !== 'breathing_space' || breathingSpaceStop;

/** What may be set under these rules, in the order of the vocabulary. */
export const stopsKnown = (preset: Pick<Preset, 'breathingSpaceStop'>): readonly StopKind[] =>
  stopKinds.filter((kind) => isStopKnown(kind, preset));

/** Nobody works on the case any more: the client took it back, nobody is left to ask, or it is paid. */
export const endsWork = (kind: StopKind): boolean => clientsOnly.has(kind) || kind === 'paid';

export interface LiftRequest {
  readonly kind: StopKind;
  readonly role: 'agent' | 'supervisor' | 'admin';
  readonly reason: string;
  readonly clientInstruction: string | null;
}

export type LiftRefusal = 'needs_supervisor' | 'reason_missing' | 'needs_client_instruction';

const isBlank = (text: string | null): boolean => (text ?? '').trim() === '';

/** What stands against lifting a stop, all at once; nothing when it may be lifted. */
export function checkLift(request: LiftRequest): readonly LiftRefusal[] {
  const refusals: LiftRefusal[] = [];
  if (request.role === 'agent') refusals.push('needs_supervisor');
  if (isBlank(request.reason)) refusals.push('reason_missing');
  if (needsClientInstruction(request.kind) && isBlank(request.clientInstruction))
    refusals.push('needs_client_instruction');
  return refusals;
}
