import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Badge, Drawer, Input, Skeleton, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { FraudStepName, FraudSummary } from '../../../src/contract/fraud.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { DueTag } from '../../shared/fraud/due-tag.tsx';
import { FraudDetails } from '../../shared/fraud/fraud-details.tsx';
import { useFraud, useFraudBoard } from '../../shared/fraud/fraud-queries.ts';
import styles from '../../shared/fraud/fraud.module.css';
import { Pager } from '../../shared/table/pager.tsx';
import { useWalk } from '../../shared/table/use-pages.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';

/** Denied and withdrawn are over and share a column. */
const columns: readonly {
  readonly name: 'claimed' | 'appointed' | 'signed' | 'awaiting_bank' | 'confirmed' | 'closed';
  readonly steps: readonly FraudStepName[];
}[] = [
  { name: 'claimed', steps: ['claimed'] },
  { name: 'appointed', steps: ['appointed'] },
  { name: 'signed', steps: ['signed'] },
  { name: 'awaiting_bank', steps: ['awaiting_bank'] },
  { name: 'confirmed', steps: ['confirmed'] },
  { name: 'closed', steps: ['recalled', 'denied'] },
];

function Item({ fraud, open }: { readonly fraud: FraudSummary; readonly open: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const isOver = fraud.step === 'recalled' || fraud.step === 'denied';
  return (
    <button type="button" className={styles.item} data-due={fraud.deadline?.state ?? 'open'} onClick={open}>
      <strong>{fraud.debtorName ?? t('floor.call.unnamed')}</strong>
      <span className="cd-soft cd-mono">{fraud.externalRef}</span>
      <span className={styles.line}>
        <span>{format.money(fraud.amountMinor, fraud.currency)}</span>
        <span className="cd-soft" title={t('fraud.sinceHint')}>
          {t('fraud.since', { day: format.monthDay(fraud.sinceOn) })}
        </span>
      </span>
      <span className={styles.line}>
        {isOver ? <span>{t(`fraud.step.${fraud.step}`)}</span> : <DueTag deadline={fraud.deadline} />}
        {fraud.documents > 0 && <span className="cd-soft">{t('fraud.documentCount', { count: fraud.documents })}</span>}
      </span>
    </button>
  );
}

function Opened({ applicationId }: { readonly applicationId: string }): ReactNode {
  const { t } = useTranslation();
  const fraud = useFraud(applicationId);
  if (fraud.data === undefined) {
    if (fraud.isError) return <FailureView error={fraud.error} retry={() => void fraud.refetch()} />;
    return <Skeleton active paragraph={{ rows: 8 }} />;
  }
  return (
    <>
      <p>
        {fraud.data.clientName} ·{' '}
        <Link className={styles.toCase ?? ''} to={`/cases/${fraud.data.caseId}`}>
          {t('fraud.openCase')}
        </Link>
      </p>
      <FraudDetails fraud={fraud.data} />
    </>
  );
}

/** Every fraud application by its step; the ones whose clock runs out stand out. */
export function FraudPage(): ReactNode {
  const { t } = useTranslation();
  // Another page may lead here for what is due.
  const isDueWanted = useSearchParams()[0].get('due') === 'true';
  const [due, setDue] = useState(isDueWanted);
  const [sought, setSought] = useState('');
  const [opened, setOpened] = useState<FraudSummary | null>(null);
  const { cursor, onward } = useWalk(String(due));
  const board = useFraudBoard(due, cursor);
  const walk = onward(board.isPlaceholderData ? null : (board.data?.nextCursor ?? null));
  const wanted = sought.trim().toLowerCase();
  const matches = (fraud: FraudSummary): boolean =>
    wanted === '' ||
    [fraud.externalRef, fraud.debtorName ?? '', fraud.suspect, fraud.clientName].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  const content = (): ReactNode => {
    if (board.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 6 }} />;
    if (board.isError) return <FailureView error={board.error} retry={() => void board.refetch()} />;
    const shown = board.data.applications.filter(matches);
    if (shown.length === 0) {
      const any = board.data.applications.length > 0 || due;
      return (
        <EmptyView
          icon={<SafetyCertificateOutlined />}
          title={t(any ? 'fraud.noMatch' : 'fraud.none')}
          hint={t(any ? 'fraud.noMatchHint' : 'fraud.noneHint')}
        />
      );
    }
    return (
      <div className={styles.board}>
        {columns.map(({ name, steps }) => {
          const inColumn = shown.filter(({ step }) => steps.includes(step));
          return (
            <section key={name} className={styles.column} aria-label={t(`fraud.column.${name}`)}>
              <h2 title={t(`fraud.columnHint.${name}`)}>
                {t(`fraud.column.${name}`)} <Badge count={inColumn.length} showZero color="#5c6d7e" size="small" />
              </h2>
              {inColumn.map((fraud) => (
                <Item key={fraud.applicationId} fraud={fraud} open={() => setOpened(fraud)} />
              ))}
            </section>
          );
        })}
      </div>
    );
  };
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>{t('fraud.title')}</h1>
        <label>
          <Switch size="small" checked={due} onChange={setDue} /> {t('fraud.dueOnly')}
        </label>
        <Input.Search
          allowClear
          aria-label={t('fraud.search')}
          placeholder={t('fraud.search')}
          style={{ width: 280 }}
          onChange={(event) => setSought(event.target.value)}
        />
      </header>
      {content()}
      {(walk.newer !== null || walk.older !== null) && <Pager walk={walk} />}
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        size={560}
        title={opened === null ? '' : `${opened.debtorName ?? t('floor.call.unnamed')} · ${opened.externalRef}`}
        destroyOnHidden
      >
        {opened !== null && <Opened applicationId={opened.applicationId} />}
      </Drawer>
    </main>
  );
}
