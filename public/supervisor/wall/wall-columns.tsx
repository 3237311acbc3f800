import { SoundOutlined, SwapOutlined, UnlockOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { breakReasons } from '../../../src/contract/agent.ts';
import type { WallAgent } from '../../../src/contract/agent-wall.ts';
import { clockSpan } from '../../shared/format/span.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useTerm } from '../../shared/i18n/use-term.ts';
import { sorted, type Column, type Sort } from '../../shared/table/table-columns.ts';
import { RunningClock } from '../../shared/ui/running-clock.tsx';
import { LineMark } from './line-mark.tsx';
import styles from './wall.module.css';

const reasonsOfSystem = ['signed_in', 'connection_lost', 'supervisor'] as const;
const isOneOf = <T extends string>(words: readonly T[], word: string | null): word is T =>
  word !== null && (words as readonly string[]).includes(word);

function State({ agent }: { readonly agent: WallAgent }): ReactNode {
  const { t } = useTranslation();
  const term = useTerm();
  const { reason } = agent;
  const why = isOneOf(reasonsOfSystem, reason)
    ? t(`wall.reason.${reason}`)
    : isOneOf(breakReasons, reason)
      ? term('breakReason', reason)
      : null;
  return (
    <>
      <span className={styles.state} data-state={agent.state}>
        {t(`terms.agentState.${agent.state}`)}
      </span>
      {agent.state === 'on_break' && why !== null && <span className="cd-soft"> · {why}</span>}
      {agent.wish !== null && <Tag className={styles.wish ?? ''}>{t(`wall.wish.${agent.wish}`)}</Tag>}
    </>
  );
}

/** The wall's columns. Figures of the day are of the business day. */
export function useWallColumns(act: {
  readonly offsetMs: number;
  readonly listeningTo: string | null;
  readonly onListen: (attemptId: string) => void;
  readonly onFree: (agent: WallAgent) => void;
  /** Null: this user may not hand over. */
  readonly onHandOver: ((agent: WallAgent) => void) | null;
}): readonly Column<WallAgent>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const column = (key: WallColumn): Pick<Column<WallAgent>, 'key' | 'title' | 'hint'> => ({
    key,
    title: t(`wall.column.${key}`),
    hint: t(`wall.hint.${key}`),
  });
  const figure = (key: WallColumn, say: (agent: WallAgent) => string, spare = false): Column<WallAgent> => ({
    ...column(key),
    cell: say,
    sorts: true,
    align: 'right',
    spare,
  });
  return [
    { ...column('name'), cell: ({ name }) => <strong>{name}</strong>, sorts: true, fixed: true },
    { ...column('team'), cell: ({ teamName }) => teamName ?? t('common.nothing'), sorts: true },
    { ...column('state'), cell: (agent) => <State agent={agent} />, sorts: true },
    {
      ...column('since'),
      cell: ({ since }) => <RunningClock startAt={since} offsetMs={act.offsetMs} label={t('wall.column.since')} />,
      sorts: true,
      align: 'right',
    },
    {
      ...column('case'),
      cell: ({ call }) =>
        call === null ? (
          <span className="cd-soft">{t('common.nothing')}</span>
        ) : (
          <a href={`/admin/cases/${call.caseId}`} title={t('wall.toCase')}>
            {call.debtor ?? t('common.unknown')} <span className="cd-mono">{call.caseRef}</span>
          </a>
        ),
    },
    {
      ...column('number'),
      cell: ({ call }) => (call === null ? '' : <span className="cd-mono">{call.number}</span>),
      spare: true,
    },
    { ...column('line'), cell: (agent) => <LineMark agent={agent} />, sorts: true },
    figure('calls', ({ today }) => format.whole(today.calls)),
    figure('talk', ({ today }) => clockSpan(today.talkMs)),
    figure('wrapUp', ({ today }) => clockSpan(today.wrapUpMs)),
    figure('ready', ({ today }) => clockSpan(today.readyMs), true),
    figure('break', ({ today }) => clockSpan(today.breakMs), true),
    figure('occupancy', ({ today }) =>
      today.occupancy === null ? t('common.nothing') : format.share(today.occupancy),
    ),
    figure('promises', ({ today }) => format.whole(today.promises)),
    {
      key: 'help',
      title: t('wall.column.help'),
      cell: (agent) => (
        <span className={styles.help}>
          <Button
            size="small"
            icon={<SoundOutlined />}
            type={act.listeningTo !== null && act.listeningTo === agent.call?.attemptId ? 'primary' : 'default'}
            disabled={!agent.mayListen}
            aria-label={t('wall.listenTo', { name: agent.name })}
            title={agent.mayListen ? t('wall.listen') : t('wall.listenNot')}
            onClick={() => agent.call !== null && act.onListen(agent.call.attemptId)}
          />
          <Button
            size="small"
            icon={<UnlockOutlined />}
            disabled={agent.state === 'signed_out'}
            aria-label={t('wall.freeOf', { name: agent.name })}
            title={t('wall.free')}
            onClick={() => act.onFree(agent)}
          />
          {act.onHandOver !== null && (
            <Button
              size="small"
              icon={<SwapOutlined />}
              aria-label={t('wall.handOverOf', { name: agent.name })}
              title={t('wall.handOver')}
              onClick={() => act.onHandOver?.(agent)}
            />
          )}
        </span>
      ),
      fixed: true,
    },
  ];
}

type WallColumn =
  | 'name'
  | 'team'
  | 'state'
  | 'since'
  | 'case'
  | 'number'
  | 'line'
  | 'calls'
  | 'talk'
  | 'wrapUp'
  | 'ready'
  | 'break'
  | 'occupancy'
  | 'promises';

const stateOrder = ['talking', 'reserved', 'wrapping_up', 'ready', 'on_break', 'signed_out'];
const gradeOrder = { good: 1, fair: 2, poor: 3 };

/** What a column sorts by. */
function valueOf(agent: WallAgent, by: string): string | number {
  const { today } = agent;
  switch (by) {
    case 'team':
      return agent.teamName ?? '';
    case 'state':
      return stateOrder.indexOf(agent.state);
    case 'since':
      return -agent.since;
    case 'line':
      return agent.line === null ? 0 : gradeOrder[agent.line.grade];
    case 'calls':
      return today.calls;
    case 'talk':
      return today.talkMs;
    case 'wrapUp':
      return today.wrapUpMs;
    case 'ready':
      return today.readyMs;
    case 'break':
      return today.breakMs;
    case 'occupancy':
      return today.occupancy ?? -1;
    case 'promises':
      return today.promises;
    default:
      return agent.name;
  }
}

/** Equal ones stand by name. */
export const sortAgents = (agents: readonly WallAgent[], sort: Sort): readonly WallAgent[] =>
  sorted(sorted(agents, { by: 'name', down: false }, valueOf), sort, valueOf);
