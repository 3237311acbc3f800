import { NotificationOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm, Tag, Tooltip } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WebhookView } from '../../../src/contract/webhook.ts';
import { queryOf } from '../../shared/api/query-of.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ChoiceFilter } from '../../shared/table/choice-filter.tsx';
import table from '../../shared/table/data-table.module.css';
import { SearchFilter } from '../../shared/table/search-filter.tsx';
import { ServerTable } from '../../shared/table/server-table.tsx';
import type { Column } from '../../shared/table/table-columns.ts';
import { codeOf } from '../../shared/ui/failure-view.tsx';
import { AccessTabs } from '../people/access-tabs.tsx';
import { ShownOnce } from '../people/shown-once.tsx';
import { DeliveriesDrawer } from './deliveries-drawer.tsx';
import { WebhookDialog } from './webhook-dialogs.tsx';
import { useRotateSecret, useWebhookOrder, useWebhooks, type WebhookFilters } from './webhook-queries.ts';

type Doing = { readonly what: 'add' } | { readonly what: 'edit' | 'deliveries'; readonly webhook: WebhookView };

function Acts(props: {
  readonly webhook: WebhookView;
  readonly onDo: (doing: Doing) => void;
  readonly onSecret: (secret: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const order = useWebhookOrder();
  const rotate = useRotateSecret();
  const { webhook } = props;
  const failed = (error: Error): void => void message.error(t('people.failed', { why: codeOf(error) }));
  return (
    <div className={table.actions}>
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
  );
}

function useColumns(onDo: (doing: Doing) => void, onSecret: (secret: string) => void): readonly Column<WebhookView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: 'url' | 'events' | 'state' | 'waiting' | 'dead') => ({
    key,
    title: t(`webhooks.column.${key}`),
    hint: t(`webhooks.columnHint.${key}`),
  });
  return [
    {
      ...title('url'),
      cell: ({ url, description }) => (
        <>
          <strong className="cd-mono">{url}</strong>
          <div className="cd-soft">{description}</div>
        </>
      ),
      sorts: true,
      fixed: true,
    },
    { ...title('events'), cell: ({ events }) => events.map((event) => t(`webhooks.event.${event}`)).join(', ') },
    {
      ...title('state'),
      cell: ({ enabled, formerUntil }) => (
        <>
          <Tag color={enabled ? 'success' : 'default'}>{enabled ? t('webhooks.on') : t('webhooks.off')}</Tag>
          {formerUntil !== null && (
            <Tooltip title={t('webhooks.formerUntil', { until: format.moment(formerUntil) })}>
              <Tag tabIndex={0}>{t('webhooks.twoSecrets')}</Tag>
            </Tooltip>
          )}
        </>
      ),
    },
    { ...title('waiting'), cell: ({ waiting }) => format.whole(waiting), sorts: true, align: 'right' },
    {
      ...title('dead'),
      cell: ({ dead }) => (dead === 0 ? format.whole(0) : <Tag color="error">{format.whole(dead)}</Tag>),
      sorts: true,
      align: 'right',
    },
    {
      key: 'act',
      title: t('table.act'),
      align: 'right',
      cell: (webhook) => <Acts webhook={webhook} onDo={onDo} onSecret={onSecret} />,
      fixed: true,
    },
  ];
}

/** Systems that are told what happened, and how that went. */
export function WebhooksPage(): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const [enabled, setEnabled] = useState<WebhookFilters['enabled']>();
  const filters: WebhookFilters = { q, enabled };
  const pages = useWebhooks(filters);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <ServerTable
        screen="webhooks"
        title={t('people.tab.webhooks')}
        heading={<AccessTabs />}
        columns={useColumns(setDoing, setSecret)}
        pages={pages}
        rowKey={({ endpointId }) => endpointId}
        unfiltered={queryOf(filters) === ''}
        empty={{ icon: <NotificationOutlined />, title: t('webhooks.empty'), hint: t('webhooks.emptyHint') }}
        filters={
          <>
            <SearchFilter label={t('webhooks.column.url')} value={text} onChange={setText} />
            <ChoiceFilter
              label={t('webhooks.column.state')}
              value={enabled}
              options={[
                { value: 'true', label: t('webhooks.on') },
                { value: 'false', label: t('webhooks.off') },
              ]}
              onChange={setEnabled}
            />
          </>
        }
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing({ what: 'add' })}>
            {t('webhooks.add')}
          </Button>
        }
      />
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
    </>
  );
}
