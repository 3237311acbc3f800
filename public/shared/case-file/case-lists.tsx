import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '../../../src/contract/case.ts';
import { useFormat } from '../format/use-format.ts';
import { standingColor } from '../promises/standing-color.ts';
import { EmptyView } from '../ui/empty-view.tsx';
import styles from './case-lists.module.css';

export function LinkedCases(props: {
  readonly page: CasePage;
  readonly linkTo: (caseId: string, text: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (props.page.linked.length === 0) return <EmptyView title={t('cases.linkedEmpty')} />;
  return (
    <>
      <p className={styles.hint}>{t('cases.linkedHint')}</p>
      <ul className={styles.list}>
        {props.page.linked.map((linked) => (
          <li key={linked.caseId}>
            <span className={styles.main}>{props.linkTo(linked.caseId, linked.externalRef)}</span>
            <span className="cd-soft">{linked.clientName}</span>
            <span className={styles.amount}>{format.money(linked.amountMinor, linked.currency)}</span>
            <Tag className={styles.tag ?? ''}>{t(`terms.caseClass.${linked.caseClass}`)}</Tag>
            {linked.status !== 'open' && (
              <Tag className={styles.tag ?? ''}>{t(`terms.caseStatus.${linked.status}`)}</Tag>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

export function Notes({ page }: { readonly page: CasePage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (page.notes.length === 0) return <EmptyView title={t('cases.notesEmpty')} />;
  return (
    <ul className={styles.notes}>
      {page.notes.map((note) => (
        <li key={note.noteId}>
          <div className="cd-soft">
            {format.moment(note.at)} · {note.authorName ?? t('cases.system')}
          </div>
          <div className={styles.text}>{note.text}</div>
        </li>
      ))}
    </ul>
  );
}

/** What was promised, what was paid of it, and every payment, reversed ones too. */
export function Promises({ page }: { readonly page: CasePage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (page.promises.length + page.payments.length === 0) return <EmptyView title={t('cases.promisesEmpty')} />;
  return (
    <ul className={styles.list}>
      {page.promises.map((promise) => (
        <li key={promise.promiseId}>
          <span className={styles.main}>{format.day(promise.dueOn)}</span>
          <span className={styles.amount}>
            {format.money(promise.paidMinor, promise.currency)} / {format.money(promise.amountMinor, promise.currency)}
          </span>
          <Tag
            color={promise.standing === null ? 'default' : standingColor[promise.standing]}
            className={styles.tag ?? ''}
          >
            {promise.standing === null ? t('terms.promiseStatus.replaced') : t(`promises.standing.${promise.standing}`)}
          </Tag>
          <span className="cd-soft">{format.moment(promise.createdAt)}</span>
        </li>
      ))}
      {page.payments.map((payment) => (
        <li key={payment.paymentId}>
          <span className={styles.main}>{format.day(payment.paidOn)}</span>
          <span className={styles.amount}>{format.money(payment.amountMinor, payment.currency)}</span>
          <Tag color={payment.reversedAt === null ? 'success' : 'default'} className={styles.tag ?? ''}>
            {payment.reversedAt === null
              ? t('payments.stands')
              : t('payments.reversed', { reason: payment.reversalReason ?? '' })}
          </Tag>
          <span className="cd-soft cd-mono">{payment.externalRef}</span>
        </li>
      ))}
    </ul>
  );
}

export function CaseDetails({ page }: { readonly page: CasePage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const day = (date: string | null): string | null => (date === null ? null : format.day(date));
  const moment = (at: number | null): string | null => (at === null ? null : format.moment(at));
  const rows: readonly (readonly [string, string | null])[] = [
    [t('cases.detail.status'), t(`terms.caseStatus.${page.status}`)],
    [t('cases.detail.caseClass'), t(`terms.caseClass.${page.caseClass}`)],
    [t('cases.detail.effective'), t(page.effective ? 'common.yes' : 'common.no')],
    [t('cases.detail.owner'), page.ownerName],
    [t('cases.detail.campaign'), page.campaignName],
    [t('cases.detail.round'), format.whole(page.roundNumber)],
    [t('cases.detail.next'), day(page.nextFollowUpOn)],
    [t('cases.detail.callback'), moment(page.callbackAt)],
    [t('cases.detail.followUpBy'), day(page.followUpBy)],
    [t('cases.detail.standing'), t(`progress.standing.${page.standing}`)],
    [t('cases.detail.due'), moment(page.dueAt)],
    [t('cases.detail.placed'), day(page.placementDate)],
    [t('cases.detail.recall'), day(page.recallDate)],
    [t('cases.detail.workName'), page.addresses.workName],
    [t('cases.detail.work'), page.addresses.work],
    [t('cases.detail.home'), page.addresses.home],
    [t('cases.detail.hukou'), page.addresses.hukou],
    [t('cases.detail.remark'), page.remark],
  ];
  return (
    <dl className={styles.details}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? t('common.nothing')}</dd>
        </div>
      ))}
    </dl>
  );
}
