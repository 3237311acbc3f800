import { ApiOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Form, Input, InputNumber, Modal, Popconfirm, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKeyList, ApiKeyView, NewApiKey } from '../../../src/contract/api-key.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { codeOf, FailureView } from '../../shared/ui/failure-view.tsx';
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
        <Form.Item name="scopes" label={t('people.keys.scopes')} extra={t('people.keys.scopesHint')} rules={[needed]}>
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

function StateTag({ apiKey }: { readonly apiKey: ApiKeyView }): ReactNode {
  const { t } = useTranslation();
  const [now] = useState(() => Date.now());
  if (apiKey.revokedAt !== null) return <Tag>{t('people.keys.revoked')}</Tag>;
  if (apiKey.expiresAt !== null && apiKey.expiresAt <= now) return <Tag>{t('people.keys.expired')}</Tag>;
  return <Tag color="success">{t('people.keys.live')}</Tag>;
}

function Rows({ list }: { readonly list: ApiKeyList }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const revoke = useRevokeKey();
  const when = (at: number | null, otherwise: string): string => (at === null ? otherwise : format.moment(at));
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {(['name', 'tail', 'owner', 'scopes', 'state', 'lastUsed', 'expires'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`people.keys.${column}`)}
            </th>
          ))}
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {list.keys.map((apiKey) => (
          <tr key={apiKey.keyId}>
            <td>
              <strong>{apiKey.name}</strong>
            </td>
            <td className="cd-mono">{`…${apiKey.tail}`}</td>
            <td>{apiKey.owner.name}</td>
            <td>
              <Tooltip title={apiKey.scopes.join(', ')}>
                <span tabIndex={0}>{t('people.keys.scopeCount', { count: apiKey.scopes.length })}</span>
              </Tooltip>
            </td>
            <td>
              <StateTag apiKey={apiKey} />
            </td>
            <td>{when(apiKey.lastUsedAt, t('people.keys.never'))}</td>
            <td>{when(apiKey.expiresAt, t('people.keys.never'))}</td>
            <td>
              {apiKey.revokedAt === null && (
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
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ApiKeysPage(): ReactNode {
  const { t } = useTranslation();
  const keys = useApiKeys();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const content = (): ReactNode => {
    if (keys.isError) return <FailureView error={keys.error} retry={() => void keys.refetch()} />;
    if (keys.data === undefined) return <Skeleton active style={{ padding: 20 }} />;
    if (keys.data.keys.length === 0) {
      return <EmptyView icon={<ApiOutlined />} title={t('people.keys.empty')} hint={t('people.keys.emptyHint')} />;
    }
    return <Rows list={keys.data} />;
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <AccessTabs />
        <Button href="/api/docs" target="_blank">
          {t('people.keys.docs')}
        </Button>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {t('people.keys.add')}
        </Button>
      </header>
      <div className={table.body}>{content()}</div>
      {adding && <NewKeyDialog scopes={keys.data?.scopes ?? []} onClose={() => setAdding(false)} onMade={setMade} />}
      {made !== null && (
        <ShownOnce
          title={t('people.keys.made')}
          lead={t('people.keys.madeLead')}
          secret={made}
          onClose={() => setMade(null)}
        />
      )}
    </main>
  );
}
