import { ApiOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkFilters, TrunkList } from '../../../src/contract/trunk.ts';
import { fileOf, queryOf } from '../../shared/api/query-of.ts';
import { ChoiceFilter } from '../../shared/table/choice-filter.tsx';
import { SearchFilter } from '../../shared/table/search-filter.tsx';
import { ServerTable } from '../../shared/table/server-table.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { CallerIdsDrawer } from './caller-ids-drawer.tsx';
import { HealthDrawer } from './health-drawer.tsx';
import { TestDrawer } from './test-drawer.tsx';
import { TrunkEditor } from './trunk-editor.tsx';
import { TelephonyTabs } from './telephony-tabs.tsx';
import { useTrunkColumns, type Doing, type HealthOf } from './trunk-columns.tsx';
import { useTrunkHealth, useTrunkOrder, useTrunks } from './trunk-queries.ts';

function Dialogs(props: {
  readonly list: TrunkList;
  readonly health: HealthOf;
  readonly doing: Doing;
  readonly onClose: () => void;
}): ReactNode {
  const { list, doing, onClose } = props;
  const { maySeal } = list;
  if (doing.what === 'add') {
    return <TrunkEditor trunk={null} others={list.names} maySeal={maySeal} onClose={onClose} />;
  }
  const trunk = list.trunks.find((one) => one.trunkId === doing.trunkId);
  if (trunk === undefined) return null;
  switch (doing.what) {
    case 'edit': {
      const others = list.names.filter((one) => one.trunkId !== trunk.trunkId && one.kind === trunk.kind);
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
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const [{ kind, enabled }, setChosen] = useState<Omit<TrunkFilters, 'q'>>({});
  const filters: TrunkFilters = { q, kind, enabled };
  const pages = useTrunks(filters);
  const healths = useTrunkHealth();
  const healthOf: HealthOf = (trunkId) => healths.data?.trunks.find((one) => one.trunkId === trunkId);
  const [doing, setDoing] = useState<Doing | null>(null);
  const list = pages.query.data;
  return (
    <>
      <ServerTable
        screen="trunks"
        title={t('trunks.title')}
        heading={<TelephonyTabs />}
        above={list !== undefined && list.oldSeals > 0 && list.mayChange && <OldSeals count={list.oldSeals} />}
        columns={useTrunkColumns({ list, health: healthOf, onDo: setDoing })}
        pages={pages}
        rowKey={({ trunkId }) => trunkId}
        unfiltered={queryOf(filters) === ''}
        empty={{ icon: <ApiOutlined />, title: t('trunks.empty'), hint: t('trunks.emptyHint') }}
        exportHref={fileOf('/api/trunks/export.csv', filters)}
        filters={
          <>
            <SearchFilter label={t('trunks.column.name')} value={text} onChange={setText} />
            <ChoiceFilter
              label={t('trunks.column.account')}
              value={kind}
              options={(['sim', 'twilio'] as const).map((value) => ({ value, label: t(`trunks.kind.${value}`) }))}
              onChange={(chosen) => setChosen({ kind: chosen, enabled })}
            />
            <ChoiceFilter
              label={t('trunks.column.state')}
              value={enabled}
              options={[
                { value: 'true', label: t('trunks.state.on') },
                { value: 'false', label: t('trunks.state.off') },
              ]}
              onChange={(chosen) => setChosen({ kind, enabled: chosen })}
            />
          </>
        }
        actions={
          list?.mayChange === true && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing({ what: 'add' })}>
              {t('trunks.add')}
            </Button>
          )
        }
      />
      {doing !== null && list !== undefined && (
        <Dialogs list={list} health={healthOf} doing={doing} onClose={() => setDoing(null)} />
      )}
    </>
  );
}
