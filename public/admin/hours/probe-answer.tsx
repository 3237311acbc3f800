import { CheckCircleFilled, ClockCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProbeAnswerView } from '../../../src/contract/probe.ts';
import { GateTrace } from '../../shared/case-file/decision-cell.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { useTerm } from '../../shared/i18n/use-term.ts';
import styles from './hours.module.css';
import { useWhy } from './use-why.ts';

const icons = {
  yes: <CheckCircleFilled />,
  later: <ClockCircleFilled />,
  no: <CloseCircleFilled />,
} as const;

const offset = (minutes: number): string => {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
};

/** Allowed or not, by which clock and which window, and when next. */
export function ProbeAnswer({ answer }: { readonly answer: ProbeAnswerView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const why = useWhy();
  const said = answer.allowed ? 'yes' : answer.nextAt === null ? 'no' : 'later';
  const [zone] = answer.zones;
  const spans = (hours: readonly (readonly [string, string])[]): string =>
    hours.length === 0 ? t('probe.closedDay') : hours.map(([from, to]) => `${from}–${to}`).join(', ');
  return (
    <section className={styles.answer} aria-label={t('probe.answer')} role="status">
      <header className={styles.verdict} data-said={said}>
        {icons[said]}
        <div>
          <strong>{t(`probe.said.${said}`)}</strong>
          <span>
            {answer.allowed ? t('probe.noGate') : why(answer)}
            {answer.nextAt !== null &&
              !answer.allowed &&
              ` · ${t('probe.nextAt', { at: format.moment(answer.nextAt, zone?.zone), zone: zone?.zone ?? '' })}`}
          </span>
        </div>
        <Tag className="cd-mono">{answer.masked}</Tag>
      </header>
      <table className={styles.zones}>
        <thead>
          <tr>
            {(['zone', 'of', 'time', 'day', 'hours', 'holds'] as const).map((column) => (
              <th key={column} scope="col" title={t(`probe.columnHint.${column}`)}>
                {t(`probe.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.zones.length === 0 && (
            <tr>
              <td colSpan={6}>{t('probe.zoneUnknown')}</td>
            </tr>
          )}
          {answer.zones.map((each) => (
            <tr key={each.zone}>
              <td>
                {each.zone} <span className="cd-soft">{offset(each.offsetMin)}</span>
              </td>
              <td>{each.of.map((whose) => t(`probe.whose.${whose}`)).join(' + ')}</td>
              <td>
                <strong>{each.time}</strong> {format.monthDay(each.date)} {format.weekday(each.date)}
              </td>
              <td>
                <Tag color={each.day === 'holiday' ? 'red' : each.day === 'makeup_workday' ? 'blue' : 'default'}>
                  {t(`hours.day.${each.day}`)}
                </Tag>
              </td>
              <td title={each.rules.join(', ')}>
                {spans(each.hours)}
                {each.rules.length > 0 && <span className="cd-soft"> {each.rules.join(', ')}</span>}
              </td>
              <td>{each.holds === null ? t('probe.outside') : spans([each.holds])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="cd-soft">
        {t('probe.by', {
          preset: answer.presetName,
          version: answer.presetVersion,
          campaign: answer.campaignName ?? t('probe.noCampaign'),
          mode: t(`campaigns.mode.${answer.mode}`),
          at: format.moment(answer.at),
        })}
        {answer.campaignStatus !== null && answer.campaignStatus !== 'running' && ` ${t('probe.notRunning')}`}
      </p>
      <details className={styles.gates}>
        <summary>{t('probe.gates')}</summary>
        <GateTrace trace={answer.trace} />
        {!answer.inSchedule && <p>{term('gate', 'schedule')}</p>}
      </details>
    </section>
  );
}
