import { skipToken, useQuery } from '@tanstack/react-query';
import { CheckOutlined } from '@ant-design/icons';
import { Progress, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingCallers } from '../../../src/contract/inbound.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { callersKey } from '../floor/bootstrap.ts';
import { useFloor } from '../floor/floor-context.ts';
import styles from './today-strip.module.css';

function Figure(props: { readonly value: string; readonly name: string; readonly hint?: string }): ReactNode {
  return (
    <Tooltip title={props.hint}>
      <div className={styles.figure}>
        <span className={styles.value}>{props.value}</span>
        <span className={styles.name}>{props.name}</span>
      </div>
    </Tooltip>
  );
}

/** Who rings us and finds nobody free; told by the server, never asked for. */
function Callers(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery<WaitingCallers>({
    queryKey: callersKey,
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return (
    <Figure
      value={format.whole(data?.waiting ?? 0)}
      name={t('floor.caller.waiting')}
      hint={t('floor.caller.waitingHint')}
    />
  );
}

/** Today against the goal (R29: fifty accounts, not calls). */
export function TodayStrip(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = useFloor().view;
  const met = today.accounts >= today.goal;
  const goal = met
    ? t('floor.today.goalMet', { goal: today.goal })
    : t('floor.today.goal', { done: today.accounts, goal: today.goal });
  const goalHint = `${goal}. ${t('floor.today.accountsHint')}`;
  const promised =
    today.currency === null
      ? undefined
      : `${t('floor.today.promised')} ${format.money(today.promisedMinor, today.currency)}`;
  return (
    <section className={styles.strip} aria-label={t('floor.today.strip')}>
      <Tooltip title={goalHint}>
        <div className={styles.goal}>
          <Progress
            type="circle"
            aria-label={goal}
            size={36}
            strokeWidth={11}
            percent={today.goal > 0 ? Math.min(100, (today.accounts / today.goal) * 100) : 100}
            strokeColor={met ? '#5ad6a0' : '#6db9f2'}
            railColor="#2b4562"
            format={() => (met ? <CheckOutlined className={styles.met ?? ''} /> : '')}
          />
          <div className={styles.figure}>
            <span className={styles.value}>
              {today.accounts}
              <span className={styles.of}>/{today.goal}</span>
            </span>
            <span className={styles.name}>{t('floor.today.accounts')}</span>
          </div>
        </div>
      </Tooltip>
      <Figure value={format.whole(today.calls)} name={t('floor.today.calls')} hint={t('floor.today.callsHint')} />
      <Figure
        value={format.whole(today.rightParty)}
        name={t('floor.today.rightPartyShort')}
        hint={t('floor.today.rightPartyHint')}
      />
      <Figure
        value={format.whole(today.promises)}
        name={t('floor.today.promises')}
        {...(promised === undefined ? {} : { hint: promised })}
      />
      <Callers />
    </section>
  );
}
