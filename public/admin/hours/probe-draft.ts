import type { ProbeRequest } from '../../../src/contract/probe.ts';

/** What is asked about, as it stands in the form. */
export interface ProbeDraft {
  readonly of: 'number' | 'case';
  readonly number: string;
  readonly class: NonNullable<ProbeRequest['typed']>['class'];
  readonly campaignId: string | null;
  readonly clientId: string | null;
  readonly addressZone: string | null;
  readonly state: string;
  readonly city: string;
  readonly ref: string;
  readonly numberId: string | null;
  readonly at: number | null;
}

export const emptyProbe: ProbeDraft = {
  of: 'number',
  number: '',
  class: 'self_mobile',
  campaignId: null,
  clientId: null,
  addressZone: null,
  state: '',
  city: '',
  ref: '',
  numberId: null,
  at: null,
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const isAskable = (draft: ProbeDraft): boolean =>
  (draft.of === 'number' ? draft.number : draft.ref).trim().length > (draft.of === 'number' ? 2 : 0);

export const subjectOf = (draft: ProbeDraft): Pick<ProbeRequest, 'typed' | 'case' | 'trial'> =>
  draft.of === 'case'
    ? { typed: null, case: { ref: draft.ref.trim(), numberId: draft.numberId }, trial: null }
    : {
        typed: {
          number: draft.number.trim(),
          class: draft.class,
          campaignId: draft.campaignId,
          clientId: draft.clientId,
          addressZone: draft.addressZone,
          state: orNull(draft.state),
          city: orNull(draft.city),
        },
        case: null,
        trial: null,
      };
