import { Progress, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockSpan } from '../../shared/format/span.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import panel from '../../shared/case-file/panel.module.css';
import { useFloor } from '../floor/floor-context.ts';
import styles from './day-panel.module.css';

export function DayPanel(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = useFloor().view;
  const met = today.accounts >= today.goal;
  const goal = met
    ? t('floor.today.goalMet', { goal: today.goal })
    : t('floor.today.goal', { done: today.accounts, goal: today.goal });
  const promised =
    today.currency === null
      ? t(today.promises > 0 ? 'floor.today.severalCurrencies' : 'common.nothing')
      : format.money(today.promisedMinor, today.currency);
  const rows = [
    [t('floor.today.calls'), format.whole(today.calls), t('floor.today.callsHint')],
    [t('floor.today.rightParty'), format.whole(today.rightParty), t('floor.today.rightPartyHint')],
    [t('floor.today.promises'), format.whole(today.promises), null],
    [t('floor.today.promised'), promised, null],
  ] as const;
  const spans = [
    ['talk', today.talkMs, '#0f6ab4'],
    ['wrapUp', today.wrapUpMs, '#d48806'],
    ['ready', today.readyMs, '#0b7a4f'],
    ['break', today.breakMs, '#7a7eb8'],
  ] as const;
  const total = Math.max(1, today.talkMs + today.wrapUpMs + today.readyMs + today.breakMs);
  return (
    <section className={panel.panel} aria-labelledby="day-title">
      <header className={panel.head}>
        <h2 id="day-title">{t('floor.today.title')}</h2>
      </header>
      <div className={styles.body}>
        <div className={styles.ring}>
          <Progress
            type="circle"
            aria-label={goal}
            size={150}
            strokeWidth={9}
            percent={today.goal > 0 ? Math.min(100, (today.accounts / today.goal) * 100) : 100}
            strokeColor={met ? '#0b7a4f' : '#0f6ab4'}
            format={() => (
              <span className={styles.big}>
                {today.accounts}
                <small>/ {today.goal}</small>
              </span>
            )}
          />
          <Tooltip title={t('floor.today.accountsHint')}>
            <span className="cd-soft">{goal}</span>
          </Tooltip>
        </div>
        <dl className={styles.rows}>
          {rows.map(([name, value, hint]) => (
            <div key={name}>
              <dt>
                <Tooltip title={hint}>
                  <span>{name}</span>
                </Tooltip>
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div className={styles.bar} aria-hidden="true">
          {spans.map(([name, ms, color]) => (
            <i key={name} style={{ width: `${(ms / total) * 100}%`, background: color }} />
          ))}
        </div>
        <dl className={styles.rows}>
          {spans.map(([name, ms, color]) => (
            <div key={name}>
              <dt>
                <i className={styles.dot} style={{ background: color }} />
                {t(`floor.today.${name}`)}
              </dt>
              <dd>{clockSpan(ms)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
