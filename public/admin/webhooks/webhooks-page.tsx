import { NotificationOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebhookView } from '../../../src/contract/webhook.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { codeOf, FailureView } from '../../shared/ui/failure-view.tsx';
import { AccessTabs } from '../people/access-tabs.tsx';
import { ShownOnce } from '../people/shown-once.tsx';
import styles from '../people/people.module.css';
import { DeliveriesDrawer, WebhookDialog } from './webhook-dialogs.tsx';
import { useRotateSecret, useWebhookOrder, useWebhooks } from './webhook-queries.ts';

type Doing = { readonly what: 'add' } | { readonly what: 'edit' | 'deliveries'; readonly webhook: WebhookView };

function Row(props: {
  readonly webhook: WebhookView;
  readonly onDo: (doing: Doing) => void;
  readonly onSecret: (secret: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const order = useWebhookOrder();
  const rotate = useRotateSecret();
  const { webhook } = props;
  const failed = (error: Error): void => void message.error(t('people.failed', { why: codeOf(error) }));
  return (
    <tr>
      <td>
        <strong className="cd-mono">{webhook.url}</strong>
        <div className="cd-soft">{webhook.description}</div>
      </td>
      <td>{webhook.events.map((event) => t(`webhooks.event.${event}`)).join(', ')}</td>
      <td>
        <Tag color={webhook.enabled ? 'success' : 'default'}>
          {webhook.enabled ? t('webhooks.on') : t('webhooks.off')}
        </Tag>
        {webhook.formerUntil !== null && (
          <Tooltip title={t('webhooks.formerUntil', { until: format.moment(webhook.formerUntil) })}>
            <Tag tabIndex={0}>{t('webhooks.twoSecrets')}</Tag>
          </Tooltip>
        )}
      </td>
      <td>{format.whole(webhook.waiting)}</td>
      <td>{webhook.dead === 0 ? format.whole(0) : <Tag color="error">{format.whole(webhook.dead)}</Tag>}</td>
      <td>
        <div className={styles.actions}>
          <Button size="small" onClick={() => props.onDo({ what: 'deliveries', webhook })}>
            {t('webhooks.deliveries')}
          </Button>
          <Popconfirm
            title={t('webhooks.rotateSure')}
            okText={t('webhooks.rotate')}
            cancelText={t('common.cancel')}
            onConfirm={() =>
              rotate.mutate(webhook.endpointId, {
                onSuccess: ({ secret }) => props.onSecret(secret),
                onError: failed,
              })
            }
          >
            <Button size="small">{t('webhooks.rotate')}</Button>
          </Popconfirm>
          <Button size="small" onClick={() => props.onDo({ what: 'edit', webhook })}>
            {t('webhooks.edit')}
          </Button>
          <Popconfirm
            title={t('webhooks.removeSure')}
            okText={t('webhooks.remove')}
            cancelText={t('common.cancel')}
            onConfirm={() =>
              order.mutate({ path: `/api/webhooks/${webhook.endpointId}`, method: 'DELETE' }, { onError: failed })
            }
          >
            <Button size="small" danger>
              {t('webhooks.remove')}
            </Button>
          </Popconfirm>
        </div>
      </td>
    </tr>
  );
}

export function WebhooksPage(): ReactNode {
  const { t } = useTranslation();
  const webhooks = useWebhooks();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const content = (): ReactNode => {
    if (webhooks.isError) return <FailureView error={webhooks.error} retry={() => void webhooks.refetch()} />;
    if (webhooks.data === undefined) return <Skeleton active style={{ padding: 20 }} />;
    if (webhooks.data.length === 0) {
      return <EmptyView icon={<NotificationOutlined />} title={t('webhooks.empty')} hint={t('webhooks.emptyHint')} />;
    }
    return (
      <table className={table.table}>
        <thead>
          <tr>
            {(['url', 'events', 'state', 'waiting', 'dead'] as const).map((column) => (
              <th key={column} scope="col">
                <Tooltip title={t(`webhooks.columnHint.${column}`)}>
                  <span tabIndex={0}>{t(`webhooks.column.${column}`)}</span>
                </Tooltip>
              </th>
            ))}
            <th aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {webhooks.data.map((webhook) => (
            <Row key={webhook.endpointId} webhook={webhook} onDo={setDoing} onSecret={setSecret} />
          ))}
        </tbody>
      </table>
    );
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <AccessTabs />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing({ what: 'add' })}>
          {t('webhooks.add')}
        </Button>
      </header>
      <div className={table.body}>{content()}</div>
      {(doing?.what === 'add' || doing?.what === 'edit') && (
        <WebhookDialog
          webhook={doing.what === 'edit' ? doing.webhook : null}
          onClose={() => setDoing(null)}
          onSecret={setSecret}
        />
      )}
      {doing?.what === 'deliveries' && <DeliveriesDrawer webhook={doing.webhook} onClose={() => setDoing(null)} />}
      {secret !== null && (
        <ShownOnce
          title={t('webhooks.secret')}
          lead={t('webhooks.secretLead')}
          secret={secret}
          onClose={() => setSecret(null)}
        />
      )}
    </main>
  );
}
