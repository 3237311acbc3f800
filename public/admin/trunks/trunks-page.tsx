import {
  ApiOutlined,
  DashboardOutlined,
  EditOutlined,
  ExperimentOutlined,
  KeyOutlined,
  PhoneOutlined,
  PlusOutlined,
} from '@ant-design/icons';
import { Alert, Button, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkHealthView, TrunkList, TrunkView } from '../../../src/contract/trunk.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { CallerIdsDrawer } from './caller-ids-drawer.tsx';
import { HealthCell } from './health-cell.tsx';
import { HealthDrawer } from './health-drawer.tsx';
import { TestDrawer } from './test-drawer.tsx';
import { TrunkEditor } from './trunk-editor.tsx';
import { TelephonyTabs } from './telephony-tabs.tsx';
import { useTrunkHealth, useTrunkOrder, useTrunks } from './trunk-queries.ts';
import styles from './trunks.module.css';

type Doing =
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

type HealthOf = (trunkId: string) => TrunkHealthView | undefined;
/** Shown in the list; the drawer has the others. */
const listedMinutes = 15;

function Rows(props: {
  readonly list: TrunkList;
  readonly health: HealthOf;
  readonly onDo: (doing: Doing) => void;
}): ReactNode {
  const { list, onDo } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const columns = [
    'name',
    'state',
    'health',
    'account',
    'channels',
    'cps',
    'priority',
    'callerIds',
    'campaigns',
  ] as const;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`trunks.column.${column}`)}
            </th>
          ))}
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {list.trunks.map((trunk) => {
          const { trunkId, callerIds } = trunk;
          const health = props.health(trunkId);
          const usable = callerIds.filter((one) => one.verified && one.enabled).length;
          return (
            <tr key={trunkId}>
              <td>
                <strong>{trunk.name}</strong>
              </td>
              <td>
                <StateTag trunk={trunk} health={health} />
              </td>
              <td className={styles.line}>
                <HealthCell figures={health?.windows.find(({ minutes }) => minutes === listedMinutes)} />
              </td>
              <td>
                <AccountCell trunk={trunk} />
              </td>
              <td>
                <Tooltip title={t('trunks.channelsHint', { live: trunk.live, channels: trunk.channels })}>
                  <span tabIndex={0}>
                    {format.whole(trunk.live)} / {format.whole(trunk.channels)}
                  </span>
                </Tooltip>
              </td>
              <td>{trunk.cps}</td>
              <td>
                <Tooltip title={t('trunks.hint.priority')}>
                  <span tabIndex={0}>
                    {trunk.priority} · {trunk.weight}
                  </span>
                </Tooltip>
              </td>
              <td>
                {usable === 0 ? (
                  <Tag color="warning">{t('trunks.noCallerId')}</Tag>
                ) : (
                  t('trunks.usable', { usable, all: callerIds.length })
                )}
              </td>
              <td>{trunk.campaigns.join(', ') || t('common.nothing')}</td>
              <td>
                <div className={styles.actions}>
                  <Button
                    size="small"
                    icon={<DashboardOutlined />}
                    aria-label={t('trunks.health.title', { name: trunk.name })}
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
                        aria-label={t('trunks.test.title', { name: trunk.name })}
                        title={t('trunks.test.open')}
                        onClick={() => onDo({ what: 'test', trunkId })}
                      />
                      <Tooltip title={t('trunks.account.replace')}>
                        <Button
                          size="small"
                          icon={<KeyOutlined />}
                          aria-label={`${t('trunks.account.replace')} ${trunk.name}`}
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
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Dialogs(props: {
  readonly list: TrunkList;
  readonly health: HealthOf;
  readonly doing: Doing;
  readonly onClose: () => void;
}): ReactNode {
  const { list, doing, onClose } = props;
  const { maySeal } = list;
  if (doing.what === 'add') {
    return <TrunkEditor trunk={null} others={list.trunks} maySeal={maySeal} onClose={onClose} />;
  }
  const trunk = list.trunks.find((one) => one.trunkId === doing.trunkId);
  if (trunk === undefined) return null;
  switch (doing.what) {
    case 'edit': {
      const others = list.trunks.filter((one) => one !== trunk && one.kind === trunk.kind);
      return <TrunkEditor trunk={trunk} others={others} maySeal={maySeal} onClose={onClose} />;
    }
    case 'account':
      return <AccountDialog trunk={trunk} onClose={onClose} />;
    case 'health': {
      const health = props.health(trunk.trunkId);
      return <HealthDrawer trunk={trunk} health={health} mayChange={list.mayChange} onClose={onClose} />;
    }
    case 'test':
      return <TestDrawer trunk={trunk} onClose={onClose} />;
    case 'callerIds':
      return <CallerIdsDrawer trunk={trunk} teams={list.teams} mayChange={list.mayChange} onClose={onClose} />;
  }
}

/** Accounts still under the key before: one press seals them with the new one. */
function OldSeals({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation();
  const order = useTrunkOrder();
  return (
    <Alert
      type="warning"
      showIcon
      style={{ margin: '8px 20px' }}
      title={t('trunks.oldSeals', { count })}
      action={
        <Button
          size="small"
          loading={order.isPending}
          onClick={() => order.mutate({ path: '/api/trunks/seal-anew', method: 'POST' })}
        >
          {t('trunks.sealAnew')}
        </Button>
      }
    />
  );
}

export function TrunksPage(): ReactNode {
  const { t } = useTranslation();
  const trunks = useTrunks();
  const healths = useTrunkHealth();
  const healthOf: HealthOf = (trunkId) => healths.data?.trunks.find((one) => one.trunkId === trunkId);
  const [doing, setDoing] = useState<Doing | null>(null);
  const list = trunks.data;
  const add =
    list?.mayChange === true ? (
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing({ what: 'add' })}>
        {t('trunks.add')}
      </Button>
    ) : null;
  const content = (): ReactNode => {
    if (list !== undefined && list.trunks.length > 0) return <Rows list={list} health={healthOf} onDo={setDoing} />;
    if (trunks.isError) return <FailureView error={trunks.error} retry={() => void trunks.refetch()} />;
    if (list === undefined) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 5 }} />;
    return <EmptyView icon={<ApiOutlined />} title={t('trunks.empty')} hint={t('trunks.emptyHint')} />;
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <TelephonyTabs />
        {add}
      </header>
      {list !== undefined && list.oldSeals > 0 && list.mayChange && <OldSeals count={list.oldSeals} />}
      <div className={table.body}>{content()}</div>
      {doing !== null && list !== undefined && (
        <Dialogs list={list} health={healthOf} doing={doing} onClose={() => setDoing(null)} />
      )}
    </main>
  );
}
