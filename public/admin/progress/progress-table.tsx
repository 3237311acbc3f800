import { Button, Progress, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgressList, ProgressReport, ProgressRow } from '../../../src/contract/progress.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './progress.module.css';

export interface Chosen {
  readonly list: ProgressList;
  /** Null: the line of totals, cases of everybody. */
  readonly row: ProgressRow | null;
  /** Asked as of now, whatever days the report is for. */
  readonly ofToday?: boolean;
}

const columns = [
  'accounts',
  'attempts',
  'contactRate',
  'penetration',
  'coverage',
  'due',
  'overdue',
  'excused',
  'waiting',
  'stopped',
  'unowned',
  'promises',
  'kept',
] as const;

/** Accounts against the goal, day by day on hover. */
function Accounts({ row, days }: { readonly row: ProgressRow; readonly days: number }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (row.goal === null) return <span className={styles.figure}>{format.whole(row.accounts)}</span>;
  const met = row.accounts >= row.goal;
  const hint = (
    <>
      {met || days !== 1
        ? t('progress.met', { count: row.daysMet, days })
        : t('progress.short', { count: row.goal - row.accounts })}
      {days > 1 &&
        row.days.map(({ day, accounts }) => (
          <div key={day}>
            {format.day(day)} · {format.whole(accounts)}
          </div>
        ))}
    </>
  );
  return (
    <Tooltip title={hint}>
      <span className={styles.goal}>
        {format.whole(row.accounts)} / {format.whole(row.goal)}
        <Progress
          className={styles.bar ?? ''}
          size="small"
          showInfo={false}
          aria-label={t('progress.column.accounts')}
          percent={row.goal === 0 ? 100 : Math.min(100, (row.accounts / row.goal) * 100)}
          status={met ? 'success' : 'normal'}
        />
      </span>
    </Tooltip>
  );
}

export function ProgressTable(props: {
  readonly report: ProgressReport;
  readonly onOpen: (chosen: Chosen) => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { report } = props;
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  const share = (part: number, whole: number): string =>
    whole === 0 ? t('common.nothing') : percent.format(part / whole);
  const nameOf = (row: ProgressRow | null): string =>
    row === null ? t('progress.total') : (row.name ?? t('progress.nobody'));

  const line = (row: ProgressRow, of: ProgressRow | null): ReactNode => {
    const opens = (list: ProgressList, count: number, alarming = false): ReactNode =>
      count === 0 ? (
        <span className={`${styles.figure ?? ''} cd-soft`}>{format.whole(0)}</span>
      ) : (
        <Button
          type="link"
          size="small"
          className={`${styles.figure ?? ''} ${alarming ? (styles.alarm ?? '') : ''}`}
          aria-label={t('progress.openList', {
            name: nameOf(of),
            list: t(`progress.list.${list}`),
            shown: format.whole(count),
          })}
          onClick={() => props.onOpen({ list, row: of })}
        >
          {format.whole(count)}
        </Button>
      );
    return (
      <>
        <td>{of === null ? t('progress.total') : <strong>{nameOf(of)}</strong>}</td>
        <td>
          <Accounts row={row} days={report.operatingDays} />
        </td>
        <td>{format.whole(row.attempts)}</td>
        <td>{share(row.rightParty, row.attempts)}</td>
        <td>
          {share(row.touchedOpen, row.open)} {opens('open', row.open)}
        </td>
        <td>
          {share(row.touched, row.touched + row.dueLeft)} {opens('touched', row.touched)}
        </td>
        <td>{opens('due', row.dueLeft)}</td>
        <td>{opens('overdue', row.overdue, true)}</td>
        <td>{opens('excused', row.excused)}</td>
        <td>{opens('waiting', row.waiting)}</td>
        <td>{opens('stopped', row.stopped)}</td>
        <td>{opens('unowned', row.unowned, true)}</td>
        <td>{opens('promises_due', row.promisesDue)}</td>
        <td>
          {share(row.promisesKept, row.promisesKept + row.promisesBroken)}{' '}
          {row.promisesBroken > 0 && opens('promises_broken', row.promisesBroken, true)}
        </td>
      </>
    );
  };

  return (
    <table className={`${table.table ?? ''} ${styles.table ?? ''}`}>
      <thead>
        <tr>
          <th scope="col">{t(`progress.group.${report.group}`)}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              <Tooltip title={t(`progress.hint.${column}`)}>
                <button type="button">{t(`progress.column.${column}`)}</button>
              </Tooltip>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.rows.map((row) => (
          <tr key={row.key ?? 'none'}>{line(row, row)}</tr>
        ))}
      </tbody>
      <tfoot>
        <tr>{line(report.total, null)}</tr>
      </tfoot>
    </table>
  );
}
