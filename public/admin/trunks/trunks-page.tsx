import { ApiOutlined, EditOutlined, KeyOutlined, PhoneOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkList, TrunkView } from '../../../src/contract/trunk.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { CallerIdsDrawer } from './caller-ids-drawer.tsx';
import { TrunkEditor } from './trunk-editor.tsx';
import { TelephonyTabs } from './telephony-tabs.tsx';
import { useTrunks } from './trunk-queries.ts';
import styles from './trunks.module.css';

type Doing = { readonly what: 'edit' | 'account' | 'callerIds'; readonly trunkId: string } | { readonly what: 'add' };

function StateTag({ trunk }: { readonly trunk: TrunkView }): ReactNode {
  const { t } = useTranslation();
  const state = !trunk.enabled ? 'off' : !trunk.account.readable ? 'unreadable' : trunk.quiet ? 'quiet' : 'on';
  const color = { off: 'default', unreadable: 'error', quiet: 'warning', on: 'success' }[state];
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

function Rows({ list, onDo }: { readonly list: TrunkList; readonly onDo: (doing: Doing) => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = ['name', 'state', 'account', 'channels', 'cps', 'priority', 'callerIds', 'campaigns'] as const;
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
          const usable = callerIds.filter((one) => one.verified && one.enabled).length;
          return (
            <tr key={trunkId}>
              <td>
                <strong>{trunk.name}</strong>
              </td>
              <td>
                <StateTag trunk={trunk} />
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
                  <Button size="small" icon={<PhoneOutlined />} onClick={() => onDo({ what: 'callerIds', trunkId })}>
                    {t('trunks.callerIds')}
                  </Button>
                  {list.mayChange && (
                    <>
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

function Dialogs(props: { readonly list: TrunkList; readonly doing: Doing; readonly onClose: () => void }): ReactNode {
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
    case 'callerIds':
      return <CallerIdsDrawer trunk={trunk} teams={list.teams} mayChange={list.mayChange} onClose={onClose} />;
  }
}

export function TrunksPage(): ReactNode {
  const { t } = useTranslation();
  const trunks = useTrunks();
  const [doing, setDoing] = useState<Doing | null>(null);
  const list = trunks.data;
  const add =
    list?.mayChange === true ? (
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing({ what: 'add' })}>
        {t('trunks.add')}
      </Button>
    ) : null;
  const content = (): ReactNode => {
    if (list !== undefined && list.trunks.length > 0) return <Rows list={list} onDo={setDoing} />;
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
      <div className={table.body}>{content()}</div>
      {doing !== null && list !== undefined && <Dialogs list={list} doing={doing} onClose={() => setDoing(null)} />}
    </main>
  );
}
