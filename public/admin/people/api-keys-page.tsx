import { ApiOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Form, Input, InputNumber, Modal, Popconfirm, Tag, Tooltip } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { apiKeyStates, type ApiKeyFilters, type ApiKeyView, type NewApiKey } from '../../../src/contract/api-key.ts';
import { fileOf, queryOf } from '../../shared/api/query-of.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ChoiceFilter } from '../../shared/table/choice-filter.tsx';
import { SearchFilter } from '../../shared/table/search-filter.tsx';
import { ServerTable } from '../../shared/table/server-table.tsx';
import type { Column } from '../../shared/table/table-columns.ts';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { codeOf } from '../../shared/ui/failure-view.tsx';
import { oneAtLeast } from '../../shared/ui/one-at-least.ts';
import { AccessTabs } from './access-tabs.tsx';
import { useApiKeys, useMakeKey, useRevokeKey } from './key-queries.ts';
import { ShownOnce } from './shown-once.tsx';
import styles from './people.module.css';

interface Draft {
  readonly name: string;
  readonly scopes: string[];
  readonly days?: number | null;
}

function NewKeyDialog(props: {
  readonly scopes: readonly string[];
  readonly onClose: () => void;
  readonly onMade: (key: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const make = useMakeKey();
  const submit = ({ name, scopes, days }: Draft): void => {
    const wanted: NewApiKey = { name, scopes, days: days ?? null };
    make.mutate(wanted, {
      onSuccess: ({ key }) => {
        props.onClose();
        props.onMade(key);
      },
    });
  };
  const needed = { required: true, message: t('people.needed') };
  return (
    <Modal
      open
      width={640}
      title={t('people.keys.add')}
      okText={t('people.keys.add')}
      cancelText={t('common.cancel')}
      confirmLoading={make.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form<Draft> form={form} layout="vertical" requiredMark={false} initialValues={{ days: 90 }} onFinish={submit}>
        <Form.Item name="name" label={t('people.keys.name')} extra={t('people.keys.nameHint')} rules={[needed]}>
          <Input autoFocus maxLength={80} />
        </Form.Item>
        <Form.Item name="days" label={t('people.keys.days')} extra={t('people.keys.daysHint')}>
          <InputNumber min={1} max={3_650} />
        </Form.Item>
        <Form.Item
          name="scopes"
          label={t('people.keys.scopes')}
          extra={t('people.keys.scopesHint')}
          rules={[oneAtLeast(t('people.needed'))]}
        >
          <Checkbox.Group
            className={styles.scopes ?? ''}
            options={props.scopes.map((value) => ({ value, label: <code>{value}</code> }))}
          />
        </Form.Item>
      </Form>
      <ChangeRefusal title={t('people.refused')} error={make.error} />
    </Modal>
  );
}

const stateColor = { live: 'success', expired: 'default', revoked: 'default' } as const;

function Revoke({ apiKey }: { readonly apiKey: ApiKeyView }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const revoke = useRevokeKey();
  if (apiKey.revokedAt !== null) return null;
  return (
    <Popconfirm
      title={t('people.keys.revokeSure', { name: apiKey.name })}
      okText={t('people.keys.revoke')}
      cancelText={t('common.cancel')}
      onConfirm={() =>
        revoke.mutate(apiKey.keyId, {
          onError: (error) => void message.error(t('people.failed', { why: codeOf(error) })),
        })
      }
    >
      <Button size="small" danger>
        {t('people.keys.revoke')}
      </Button>
    </Popconfirm>
  );
}

function useColumns(): readonly Column<ApiKeyView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: 'name' | 'tail' | 'owner' | 'scopes' | 'state' | 'created' | 'lastUsed' | 'expires') => ({
    key,
    title: t(`people.keys.${key}`),
  });
  const when = (at: number | null): string => (at === null ? t('people.keys.never') : format.moment(at));
  return [
    { ...title('name'), cell: ({ name }) => <strong>{name}</strong>, sorts: true, fixed: true },
    { ...title('tail'), cell: ({ tail }) => <span className="cd-mono">{`…${tail}`}</span> },
    { ...title('owner'), cell: ({ owner }) => owner.name, sorts: true },
    {
      ...title('scopes'),
      cell: ({ scopes }) => (
        <Tooltip title={scopes.join(', ')}>
          <span tabIndex={0}>{t('people.keys.scopeCount', { count: scopes.length })}</span>
        </Tooltip>
      ),
    },
    { ...title('state'), cell: ({ state }) => <Tag color={stateColor[state]}>{t(`people.keys.${state}`)}</Tag> },
    { ...title('created'), cell: ({ createdAt }) => format.moment(createdAt), sorts: true },
    { ...title('lastUsed'), cell: ({ lastUsedAt }) => when(lastUsedAt), sorts: true },
    { ...title('expires'), cell: ({ expiresAt }) => when(expiresAt), sorts: true },
    { key: 'act', title: t('table.act'), align: 'right', cell: (apiKey) => <Revoke apiKey={apiKey} />, fixed: true },
  ];
}

/** Keys by which programs get in, and what each may do. */
export function ApiKeysPage(): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const [state, setState] = useState<ApiKeyFilters['state']>();
  const filters: ApiKeyFilters = { q, state };
  const pages = useApiKeys(filters);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  return (
    <>
      <ServerTable
        screen="api-keys"
        title={t('people.tab.keys')}
        heading={<AccessTabs />}
        columns={useColumns()}
        pages={pages}
        rowKey={({ keyId }) => keyId}
        unfiltered={queryOf(filters) === ''}
        empty={{ icon: <ApiOutlined />, title: t('people.keys.empty'), hint: t('people.keys.emptyHint') }}
        exportHref={fileOf('/api/api-keys/export.csv', filters)}
        filters={
          <>
            <SearchFilter label={t('people.keys.find')} value={text} onChange={setText} />
            <ChoiceFilter
              label={t('people.keys.state')}
              value={state}
              options={apiKeyStates.map((value) => ({ value, label: t(`people.keys.${value}`) }))}
              onChange={setState}
            />
          </>
        }
        actions={
          <>
            <Button href="/api/docs" target="_blank">
              {t('people.keys.docs')}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('people.keys.add')}
            </Button>
          </>
        }
      />
      {adding && (
        <NewKeyDialog scopes={pages.query.data?.scopes ?? []} onClose={() => setAdding(false)} onMade={setMade} />
      )}
      {made !== null && (
        <ShownOnce
          title={t('people.keys.made')}
          lead={t('people.keys.madeLead')}
          secret={made}
          onClose={() => setMade(null)}
        />
      )}
    </>
  );
}
