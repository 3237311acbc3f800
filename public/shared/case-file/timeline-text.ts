import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../src/contract/timeline.ts';
import { clockSpan } from '../format/span.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerm } from '../i18n/use-term.ts';

/** An entry in words: what happened, and what else is known of it. */
export interface EntryText {
  readonly title: string;
  readonly rest: readonly string[];
}

type Part = string | null | false;
const told = (title: string, ...rest: readonly Part[]): EntryText => ({
  title,
  rest: rest.filter((part): part is string => typeof part === 'string' && part !== ''),
});

export function useTimelineText(): (entry: TimelineEntry) => EntryText {
  const { t, i18n } = useTranslation();
  const term = useTerm();
  const format = useFormat();
  const result = (code: string): string => term('result', code);
  const nobody = t('timeline.nobody');
  const numberOf = (entry: { readonly masked: string; readonly numberClass: string }): string =>
    `${term('numberClass', entry.numberClass)} ${entry.masked}`;
  const statusReason = (reason: string | null): string | null => {
    if (reason === null) return null;
    const word = (code: string): string => {
      const keys = [`timeline.reason.${code}`, `terms.counted.${code}`, `timeline.source.${code}`];
      const known = keys.find((key) => i18n.exists(key));
      return known === undefined ? code : t(known as 'timeline.reason.do_not_call');
    };
    return reason.split(',').map(word).join(', ');
  };
  const promise = (entry: { amountMinor: number; currency: string; dueOn: string }) => ({
    amount: format.money(entry.amountMinor, entry.currency),
    day: format.day(entry.dueOn),
  });
  const sum = (entry: { amountMinor: number; currency: string }): string =>
    format.money(entry.amountMinor, entry.currency);
  const paid = (entry: { paidOn: string; externalRef: string }): string =>
    t('timeline.what.paidOn', { day: format.day(entry.paidOn), reference: entry.externalRef });
  const visitKind = (entry: { visitKind: 'contactable' | 'lost' }): string => t(`tasks.visit.kinds.${entry.visitKind}`);

  return (entry) => {
    switch (entry.what) {
      case 'placed': {
        const day = t('timeline.what.placedOn', { day: format.day(entry.placedOn) });
        return told(t('timeline.what.placed', { amount: sum(entry) }), day, entry.fileName);
      }
      case 'call': {
        const { call } = entry;
        const ending = call.result === null ? t(`terms.attemptState.${call.state}`) : result(call.result);
        return told(
          entry.kind === 'inbound' ? `${t('timeline.what.inbound')}: ${ending}` : ending,
          `${term('numberClass', call.class)} ${call.masked}`,
          call.party !== null && call.party !== 'none' && t(`terms.party.${call.party}`),
          call.talkMs !== null && t('timeline.talked', { span: clockSpan(call.talkMs) }),
        );
      }
      case 'wrapped_up':
        return told(
          t('timeline.what.wrapped_up', { code: result(entry.code) }),
          entry.party !== 'none' && t(`terms.party.${entry.party}`),
          t(`terms.caseClass.${entry.classAfter}`),
          entry.nextFollowUpOn !== null && t('timeline.what.next', { day: format.day(entry.nextFollowUpOn) }),
          entry.callbackAt !== null && t('timeline.what.callback', { at: format.moment(entry.callbackAt) }),
          entry.leave === null
            ? entry.overridden && t('timeline.what.overridden')
            : t('timeline.what.leave', entry.leave),
        );
      case 'corrected':
        return told(
          t('timeline.what.corrected', { before: result(entry.before), after: result(entry.after) }),
          entry.reason,
          entry.overridden && t('timeline.what.overridden'),
        );
      case 'noted':
        return told(entry.text);
      case 'number_added':
        return told(t('timeline.what.number_added', { number: numberOf(entry) }), statusReason(entry.source));
      case 'number_counted': {
        const key = entry.voided ? 'number_voided' : 'number_counted';
        return told(t(`timeline.what.${key}`, { code: result(entry.code), number: numberOf(entry) }));
      }
      case 'number_status': {
        const after = t(`terms.numberStatus.${entry.after}`);
        const number = numberOf(entry);
        const title =
          entry.before === null
            ? t('timeline.what.number_arrived', { number, after })
            : t('timeline.what.number_status', { number, after, before: t(`terms.numberStatus.${entry.before}`) });
        return told(title, statusReason(entry.reason));
      }
      case 'stop_set': {
        const kind = t(`terms.stop.${entry.stopKind}`);
        return told(t('timeline.what.stop_set', { kind, scope: t(`terms.stopScope.${entry.scope}`) }), entry.reason);
      }
      case 'stop_lifted':
        return told(
          t('timeline.what.stop_lifted', { kind: t(`terms.stop.${entry.stopKind}`) }),
          entry.reason,
          entry.reference !== null && t('timeline.what.reference', { reference: entry.reference }),
        );
      case 'promise_made':
      case 'promise_kept':
      case 'promise_broken':
      case 'promise_replaced':
        return told(t(`timeline.what.${entry.what}`, promise(entry)));
      case 'payment_posted':
        return told(t('timeline.what.payment_posted', { amount: sum(entry) }), paid(entry));
      case 'payment_reversed':
        return told(t('timeline.what.payment_reversed', { amount: sum(entry) }), paid(entry), entry.reason);
      case 'task_opened':
        return told(
          t('timeline.what.task_opened', { kind: t(`tasks.kind.${entry.taskKind}`) }),
          t(`tasks.because.${entry.because}`),
          t('timeline.what.task_due', { at: format.moment(entry.dueAt) }),
        );
      case 'task_ended': {
        const key = entry.notNeeded ? 'task_dropped' : 'task_ended';
        const title = t(`timeline.what.${key}`, { kind: t(`tasks.kind.${entry.taskKind}`) });
        return told(title, entry.result, entry.late && !entry.notNeeded && t('timeline.what.late'));
      }
      case 'checklist_entered':
        return told(
          t('timeline.what.checklist_entered', { item: t(`tasks.checklist.item.${entry.item}`) }),
          entry.finding,
          entry.sourceBasis,
        );
      case 'visit_ordered':
        return told(t('timeline.what.visit_ordered', { address: entry.address }), visitKind(entry), entry.reason);
      case 'visit_decided': {
        const status = t(`tasks.visit.status.${entry.status}`);
        return told(t('timeline.what.visit_decided', { status, address: entry.address }), entry.note);
      }
      case 'visit_dispatched':
        return told(t('timeline.what.visit_dispatched', { address: entry.address }), entry.visitor);
      case 'visit_returned':
        return told(
          t('timeline.what.visit_returned', { result: t(`tasks.visit.results.${entry.result}`) }),
          entry.address,
          entry.note,
          entry.photos > 0 && t('timeline.what.photos', { count: entry.photos }),
        );
      case 'fraud_step': {
        const title = t('timeline.what.fraud_step', { step: t(`fraud.done.${entry.step}`) });
        return told(title, format.day(entry.on), entry.note);
      }
      case 'fraud_document':
        return told(t('timeline.what.fraud_document', { name: entry.fileName }));
      case 'consent_given':
      case 'consent_withdrawn':
        return told(
          t(`timeline.what.${entry.what}`, { number: entry.masked }),
          t(`cases.consents.channels.${entry.channel}`),
        );
      case 'owner':
        return told(
          t('timeline.what.owner', { before: entry.before ?? nobody, after: entry.after ?? nobody }),
          entry.reason,
        );
      case 'class':
        return told(
          t('timeline.what.class', {
            before: t(`terms.caseClass.${entry.before}`),
            after: t(`terms.caseClass.${entry.after}`),
          }),
        );
    }
  };
}
