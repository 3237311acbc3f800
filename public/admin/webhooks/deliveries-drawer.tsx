import { Button, Drawer, Skeleton, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { deliveryStates, type DeliveryList, type WebhookView } from '../../../src/contract/webhook.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ChoiceFilter } from '../../shared/table/choice-filter.tsx';
import { DataTable } from '../../shared/table/data-table.tsx';
import { Pager } from '../../shared/table/pager.tsx';
import type { Column } from '../../shared/table/table-columns.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { useDeliveries, useWebhookOrder } from './webhook-queries.ts';

type Delivery = DeliveryList['deliveries'][number];
const colors = { waiting: 'processing', delivered: 'success', dead: 'error' } as const;

function useColumns(): readonly Column<Delivery>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const order = useWebhookOrder();
  const title = (key: 'happened' | 'what' | 'state' | 'tries' | 'answer') => ({
    key,
    title: t(`webhooks.column.${key}`),
  });
  return [
    { ...title('happened'), cell: ({ happenedAt }) => format.moment(happenedAt) },
    { ...title('what'), cell: ({ event }) => t(`webhooks.event.${event}`) },
    { ...title('state'), cell: ({ state }) => <Tag color={colors[state]}>{t(`webhooks.state.${state}`)}</Tag> },
    { ...title('tries'), cell: ({ tries }) => tries, align: 'right' },
    { ...title('answer'), cell: ({ lastStatus, lastFault }) => lastStatus ?? lastFault ?? t('common.nothing') },
    {
      key: 'act',
      title: t('table.act'),
      align: 'right',
      cell: ({ deliveryId, state }) =>
        state !== 'waiting' && (
          <Button
            size="small"
            disabled={order.isPending}
            onClick={() => order.mutate({ path: `/api/webhooks/deliveries/${deliveryId}/replay`, method: 'POST' })}
          >
            {t('webhooks.replay')}
          </Button>
        ),
    },
  ];
}

/** What a system was told, how it answered, and the way to tell it again. */
export function DeliveriesDrawer(props: { readonly webhook: WebhookView; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [state, setState] = useState<Delivery['state']>();
  const { list, walk } = useDeliveries(props.webhook.endpointId, state);
  const columns = useColumns();
  const title = t('webhooks.deliveriesOf', { url: props.webhook.url });
  const content = (): ReactNode => {
    if (list.data === undefined)
      return list.isError ? <FailureView error={list.error} retry={() => void list.refetch()} /> : <Skeleton active />;
    if (list.data.deliveries.length === 0)
      return state === undefined ? (
        <EmptyView title={t('webhooks.noDeliveries')} hint={t('webhooks.noDeliveriesHint')} />
      ) : (
        <EmptyView title={t('table.nothing')} hint={t('table.nothingHint')} />
      );
    return (
      <DataTable
        label={title}
        columns={columns}
        rows={list.data.deliveries}
        rowKey={({ deliveryId }) => deliveryId}
        sort={null}
        onSort={() => undefined}
      />
    );
  };
  return (
    <Drawer
      open
      size={720}
      title={title}
      onClose={props.onClose}
      extra={
        <ChoiceFilter
          label={t('webhooks.column.state')}
          value={state}
          options={deliveryStates.map((value) => ({ value, label: t(`webhooks.state.${value}`) }))}
          onChange={setState}
        />
      }
      footer={<Pager walk={walk} />}
    >
      {content()}
    </Drawer>
  );
}
