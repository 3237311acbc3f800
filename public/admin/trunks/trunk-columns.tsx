import { DashboardOutlined, EditOutlined, ExperimentOutlined, KeyOutlined, PhoneOutlined } from '@ant-design/icons';
import { Button, Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkHealthView, TrunkList, TrunkView } from '../../../src/contract/trunk.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import type { Column } from '../../shared/table/table-columns.ts';
import { HealthCell } from './health-cell.tsx';
import styles from './trunks.module.css';

export type Doing =
  | { readonly what: 'edit' | 'account' | 'callerIds' | 'health' | 'test'; readonly trunkId: string }
  | { readonly what: 'add' };

function stateOf(trunk: TrunkView, health: TrunkHealthView | undefined) {
  if (!trunk.enabled) return 'off';
  if (!trunk.account.readable) return 'unreadable';
  if (health !== undefined && health.out !== null) return 'out';
  if (trunk.quiet) return 'quiet';
  return health?.resting === true ? 'resting' : 'on';
}

const stateColor = {
  off: 'default',
  unreadable: 'error',
  out: 'error',
  quiet: 'warning',
  resting: 'warning',
  on: 'success',
} as const;

function StateTag(props: { readonly trunk: TrunkView; readonly health: TrunkHealthView | undefined }): ReactNode {
  const { t } = useTranslation();
  const state = stateOf(props.trunk, props.health);
  const color = stateColor[state];
  return (
    <Tooltip title={t(`trunks.stateHint.${state}`)}>
      <Tag color={color} tabIndex={0}>
        {t(`trunks.state.${state}`)}
      </Tag>
    </Tooltip>
  );
}

function AccountCell({ trunk }: { readonly trunk: TrunkView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { account } = trunk;
  return (
    <>
      <Tag>{t(`trunks.kind.${trunk.kind}`)}</Tag>
      {account.whose === 'house' ? (
        <span className="cd-soft">{t('trunks.account.ofConfiguration')}</span>
      ) : (
        <Tooltip
          title={account.setAt === null ? '' : t('trunks.account.setAt', { when: format.moment(account.setAt) })}
        >
          <span className="cd-mono" tabIndex={0}>
            {`AC…${account.tail ?? ''}`}
          </span>
        </Tooltip>
      )}
    </>
  );
}

export type HealthOf = (trunkId: string) => TrunkHealthView | undefined;
/** Shown in the list; the drawer has the others. */
const listedMinutes = 15;

function Acts(props: {
  readonly trunk: TrunkView;
  readonly list: TrunkList;
  readonly onDo: (doing: Doing) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { list, onDo } = props;
  const { trunkId, name } = props.trunk;
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        icon={<DashboardOutlined />}
        aria-label={t('trunks.health.title', { name })}
        title={t('trunks.health.open')}
        onClick={() => onDo({ what: 'health', trunkId })}
      />
      <Button size="small" icon={<PhoneOutlined />} onClick={() => onDo({ what: 'callerIds', trunkId })}>
        {t('trunks.callerIds')}
      </Button>
      {list.mayChange && (
        <>
          <Button
            size="small"
            icon={<ExperimentOutlined />}
            aria-label={t('trunks.test.title', { name })}
            title={t('trunks.test.open')}
            onClick={() => onDo({ what: 'test', trunkId })}
          />
          <Tooltip title={t('trunks.account.replace')}>
            <Button
              size="small"
              icon={<KeyOutlined />}
              aria-label={`${t('trunks.account.replace')} ${name}`}
              disabled={!list.maySeal}
              onClick={() => onDo({ what: 'account', trunkId })}
            />
          </Tooltip>
          <Button size="small" icon={<EditOutlined />} onClick={() => onDo({ what: 'edit', trunkId })}>
            {t('trunks.edit')}
          </Button>
        </>
      )}
    </div>
  );
}

type Titled = 'name' | 'state' | 'health' | 'account' | 'channels' | 'cps' | 'priority' | 'callerIds' | 'campaigns';

/** The columns of the list of trunks. `list`: what else came with the page; undefined while it is fetched. */
export function useTrunkColumns(given: {
  readonly list: TrunkList | undefined;
  readonly health: HealthOf;
  readonly onDo: (doing: Doing) => void;
}): readonly Column<TrunkView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { list, health, onDo } = given;
  const title = (key: Titled) => ({ key, title: t(`trunks.column.${key}`) });
  return [
    { ...title('name'), cell: ({ name }) => <strong>{name}</strong>, sorts: true, fixed: true },
    { ...title('state'), cell: (trunk) => <StateTag trunk={trunk} health={health(trunk.trunkId)} /> },
    {
      ...title('health'),
      cell: ({ trunkId }) => (
        <div className={styles.line}>
          <HealthCell figures={health(trunkId)?.windows.find(({ minutes }) => minutes === listedMinutes)} />
        </div>
      ),
    },
    { ...title('account'), cell: (trunk) => <AccountCell trunk={trunk} /> },
    {
      ...title('channels'),
      cell: ({ live, channels }) => (
        <Tooltip title={t('trunks.channelsHint', { live, channels })}>
          <span tabIndex={0}>
            {format.whole(live)} / {format.whole(channels)}
          </span>
        </Tooltip>
      ),
      sorts: true,
    },
    { ...title('cps'), cell: ({ cps }) => cps, sorts: true },
    {
      ...title('priority'),
      cell: ({ priority, weight }) => (
        <Tooltip title={t('trunks.hint.priority')}>
          <span tabIndex={0}>
            {priority} · {weight}
          </span>
        </Tooltip>
      ),
      sorts: true,
    },
    {
      ...title('callerIds'),
      cell: ({ callerIds }) => {
        const usable = callerIds.filter((one) => one.verified && one.enabled).length;
        return usable === 0 ? (
          <Tag color="warning">{t('trunks.noCallerId')}</Tag>
        ) : (
          t('trunks.usable', { usable, all: callerIds.length })
        );
      },
    },
    { ...title('campaigns'), cell: ({ campaigns }) => campaigns.join(', ') || t('common.nothing') },
    {
      key: 'act',
      title: t('table.act'),
      align: 'right',
      fixed: true,
      cell: (trunk) => list !== undefined && <Acts trunk={trunk} list={list} onDo={onDo} />,
    },
  ];
}
