import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbandonAccountView, PacingView } from '../../../src/contract/pacing.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './pacing.module.css';

function Figure(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly soft?: string;
  readonly tone?: 'good' | 'bad' | 'ready' | 'talk' | 'wrap' | 'rest';
}): ReactNode {
  return (
    <Tooltip title={props.hint} trigger={['hover', 'focus']}>
      {/* Reached by the keyboard, so that the explanation is too. */}
      <div
        className={styles.figure}
        tabIndex={0}
        role="group"
        aria-label={`${props.label}: ${props.value}. ${props.hint}`}
      >
        <span className={styles.label}>{props.label}</span>
        <strong className={styles.value} data-tone={props.tone}>
          {props.value}
        </strong>
        <span className={styles.soft}>{props.soft ?? ' '}</span>
      </div>
    </Tooltip>
  );
}

export function Numbers({ view }: { readonly view: PacingView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { agents, calls, target } = view;
  const count = (n: number): string => format.whole(n);
  const abandoned = (account: AbandonAccountView): { value: string; soft: string; tone: 'good' | 'bad' } => ({
    value: format.share(account.share),
    soft: t('pacing.bound', {
      bound: account.live === 0 ? t('common.nothing') : format.share(account.bound),
      abandoned: count(account.abandoned),
      live: count(account.live),
    }),
    tone: account.share <= target ? 'good' : 'bad',
  });
  const days = view.rules.days === 1 ? t('pacing.hours24') : t('pacing.days', { count: view.rules.days });
  return (
    <div className={styles.numbers}>
      <section aria-label={t('pacing.agents')}>
        <h2>{t('pacing.agents')}</h2>
        <div className={styles.row}>
          {(['ready', 'reserved', 'talking', 'wrappingUp', 'onBreak', 'lifeless'] as const).map((state) => (
            <Figure
              key={state}
              label={t(`pacing.agent.${state}`)}
              hint={t(`pacing.agentHint.${state}`)}
              value={count(agents[state])}
              tone={
                (
                  {
                    ready: 'ready',
                    reserved: 'ready',
                    talking: 'talk',
                    wrappingUp: 'wrap',
                    onBreak: 'rest',
                    lifeless: 'rest',
                  } as const
                )[state]
              }
            />
          ))}
        </div>
      </section>
      <section aria-label={t('pacing.calls')}>
        <h2>{t('pacing.calls')}</h2>
        <div className={styles.row}>
          {(['placing', 'ringing', 'waiting', 'connected'] as const).map((state) => (
            <Figure
              key={state}
              label={t(`pacing.call.${state}`)}
              hint={t(`pacing.callHint.${state}`)}
              value={count(calls[state])}
            />
          ))}
          <Figure label={t('pacing.launches')} hint={t('pacing.launchesHint')} value={count(view.launchesLastMinute)} />
        </div>
      </section>
      <section aria-label={t('pacing.results')}>
        <h2>{t('pacing.results')}</h2>
        <div className={styles.row}>
          <Figure
            label={t('pacing.utilisation')}
            hint={t('pacing.utilisationHint')}
            value={view.utilisation === null ? t('common.nothing') : format.share(view.utilisation)}
            soft={t('pacing.lastQuarter')}
          />
          <Figure
            label={t('pacing.wait')}
            hint={t('pacing.waitHint')}
            value={
              view.waitSec === null
                ? t('common.nothing')
                : t('common.duration.seconds', { s: count(Math.round(view.waitSec)) })
            }
            soft={t('pacing.lastQuarter')}
          />
          <Figure
            label={t('pacing.answerRate')}
            hint={t('pacing.answerRateHint')}
            value={view.answers === null ? t('common.nothing') : format.share(view.answers.rate)}
            soft={view.answers === null ? t('pacing.notYet') : `± ${format.share(view.answers.error)}`}
          />
          <Figure
            label={t('pacing.abandonedToday')}
            hint={t('pacing.abandonedHint', { target: format.share(target) })}
            {...abandoned(view.abandoned.today)}
          />
          <Figure
            label={t('pacing.abandonedWindow', { days })}
            hint={t('pacing.abandonedHint', { target: format.share(target) })}
            {...abandoned(view.abandoned.window)}
          />
          <Figure label={t('pacing.target')} hint={t('pacing.targetHint')} value={format.share(target)} soft={days} />
        </div>
      </section>
    </div>
  );
}
