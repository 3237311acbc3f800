import { Tag, Tooltip } from 'antd';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDecisionView, LadderNumber } from '../../../src/contract/case.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerm } from '../i18n/use-term.ts';
import { Counters } from './counters.tsx';
import { DecisionCell, GateTrace } from './decision-cell.tsx';
import { DialNumber } from './dial-number.tsx';
import { NumberActions } from './number-actions.tsx';
import styles from './ladder-table.module.css';

/** Percent; the texts of both languages fit at 1366 pixels. */
const widths = [19, 18, 18, 20, 8, 17];

const statusColor = {
  active: 'success',
  suspect: 'warning',
  invalid: 'error',
  unverified: 'processing',
  blocked: 'error',
  malformed: 'default',
} as const;

export interface LadderProps {
  readonly caseId: string;
  readonly ladder: readonly LadderNumber[];
  readonly calledNumberId?: string | undefined;
  /** Present while the reasons are asked for. */
  readonly decision?: CaseDecisionView | undefined;
  readonly showDecision: boolean;
}

function Who({ number }: { readonly number: LadderNumber }): ReactNode {
  const term = useTerm();
  const person = [number.person, number.relation].filter((part) => part !== null && part !== '').join(' · ');
  return (
    <Tooltip title={number.note}>
      <div className={styles.who}>
        <span className={styles.class}>{term('numberClass', number.class)}</span>
        <span className={styles.person} title={person}>
          {person}
        </span>
      </div>
    </Tooltip>
  );
}

function Last({ number }: { readonly number: LadderNumber }): ReactNode {
  const { t } = useTranslation();
  const term = useTerm();
  const format = useFormat();
  if (number.lastAttemptAt === null) return <span className="cd-soft">{t('cases.ladder.never')}</span>;
  const result = number.lastResult === null ? t('common.nothing') : term('result', number.lastResult);
  return (
    <div className={styles.last}>
      <span title={result}>{result}</span>
      <span className="cd-soft">
        {format.moment(number.lastAttemptAt)}
        {number.triedThisRound && (
          <Tooltip title={t('cases.ladder.tried')}>
            <span className={styles.tried} role="img" aria-label={t('cases.ladder.tried')}>
              {' ✓'}
            </span>
          </Tooltip>
        )}
      </span>
    </div>
  );
}

function Status({ number }: { readonly number: LadderNumber }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const hold =
    number.holdUntil === null ? null : t('cases.ladder.holdUntil', { until: format.moment(number.holdUntil) });
  return (
    <Tooltip title={number.statusReason}>
      <Tag color={statusColor[number.status]} className={styles.tag ?? ''}>
        {t(`terms.numberStatus.${number.status}`)}
      </Tag>
      {hold !== null && <div className={styles.hold}>{hold}</div>}
    </Tooltip>
  );
}

/** All numbers of the case in their order (R21), with what keeps each from ringing. */
export function LadderTable(props: LadderProps): ReactNode {
  const { t } = useTranslation();
  const [openTrace, setOpenTrace] = useState<string | null>(null);
  const decisionOf = (id: string) => props.decision?.numbers.find((number) => number.numberId === id);
  return (
    <table className={styles.ladder}>
      <colgroup>
        {widths.map((width, i) => (
          <col key={i} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('cases.ladder.who')}</th>
          <th scope="col">{t('cases.ladder.number')}</th>
          <th scope="col">{t('cases.ladder.status')}</th>
          <th scope="col">
            <Tooltip title={t('cases.ladder.countersHint')}>
              <span>{t('cases.ladder.counters')}</span>
            </Tooltip>
          </th>
          <th scope="col">
            <Tooltip title={t('cases.ladder.localTimeHint')}>
              <span>{t('cases.ladder.localTime')}</span>
            </Tooltip>
          </th>
          <th scope="col">{t(props.showDecision ? 'cases.ladder.dialable' : 'cases.ladder.last')}</th>
        </tr>
      </thead>
      <tbody>
        {props.ladder.map((number) => {
          const decision = decisionOf(number.numberId);
          const called = number.numberId === props.calledNumberId;
          const next = !called && props.decision?.next === number.numberId;
          return (
            <Fragment key={number.numberId}>
              <tr data-called={called} data-status={number.status}>
                <td>
                  <Who number={number} />
                </td>
                <td>
                  <div className={styles.number}>
                    <span className="cd-mono">{number.masked}</span>
                    {number.extension !== '' && (
                      <small>{t('cases.ladder.extension', { extension: number.extension })}</small>
                    )}
                    {called && <span className={styles.now}>{t('cases.calledNow')}</span>}
                    {next && <span className={styles.next}>{t('cases.nextUp')}</span>}
                  </div>
                </td>
                <td>
                  <div className={styles.state}>
                    <Status number={number} />
                    <DialNumber caseId={props.caseId} number={number} />
                    <NumberActions caseId={props.caseId} number={number} />
                  </div>
                </td>
                <td>
                  <Counters number={number} />
                </td>
                <td>
                  {number.localTime ?? (
                    <Tooltip title={t('cases.ladder.zoneUnknown')}>
                      <span className="cd-soft">{t('common.nothing')}</span>
                    </Tooltip>
                  )}
                </td>
                <td>
                  {!props.showDecision ? (
                    <Last number={number} />
                  ) : (
                    <DecisionCell
                      decision={decision}
                      open={openTrace === number.numberId}
                      onToggle={() => setOpenTrace(openTrace === number.numberId ? null : number.numberId)}
                    />
                  )}
                </td>
              </tr>
              {props.showDecision && decision !== undefined && openTrace === number.numberId && (
                <tr className={styles.trace}>
                  <td colSpan={6}>
                    <GateTrace trace={decision.trace} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
