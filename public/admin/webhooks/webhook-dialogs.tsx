import { Button, Checkbox, Drawer, Form, Input, Modal, Skeleton, Switch, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { webhookEvents, type NewWebhook, type WebhookView } from '../../../src/contract/webhook.ts';
import account from '../../shared/account/account.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { useAddWebhook, useDeliveries, useWebhookOrder } from './webhook-queries.ts';

/** No word of any language. */
const exampleUrl = 'https://example.com/casedial';

type Draft = NewWebhook & { readonly enabled: boolean };

export function WebhookDialog(props: {
  readonly webhook: WebhookView | null;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const add = useAddWebhook();
  const change = useWebhookOrder();
  const { webhook, onClose } = props;
  const needed = { required: true, message: t('people.needed') };
  const submit = ({ enabled, ...wanted }: Draft): void => {
    const settings = { ...wanted, description: (wanted.description as string | undefined) ?? '' };
    if (webhook === null) {
      add.mutate(settings, {
        onSuccess: ({ secret }) => {
          onClose();
          props.onSecret(secret);
        },
      });
      return;
    }
    const body = { ...settings, enabled, version: webhook.version };
    change.mutate({ path: `/api/webhooks/${webhook.endpointId}`, method: 'PUT', body }, { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={webhook === null ? t('webhooks.add') : t('webhooks.edit')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={add.isPending || change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={webhook ?? { events: [...webhookEvents], enabled: true }}
        onFinish={submit}
      >
        <Form.Item name="url" label={t('webhooks.url')} extra={t('webhooks.urlHint')} rules={[needed]}>
          <Input autoFocus placeholder={exampleUrl} spellCheck={false} />
        </Form.Item>
        <Form.Item name="description" label={t('webhooks.description')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="events" label={t('webhooks.events')} rules={[needed]}>
          <Checkbox.Group options={webhookEvents.map((value) => ({ value, label: t(`webhooks.event.${value}`) }))} />
        </Form.Item>
        {webhook !== null && (
          <Form.Item name="enabled" label={t('webhooks.enabled')} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
      </Form>
      <ChangeRefusal title={t('people.refused')} error={add.error ?? change.error} />
    </Modal>
  );
}

const colors = { waiting: 'processing', delivered: 'success', dead: 'error' } as const;

export function DeliveriesDrawer(props: { readonly webhook: WebhookView; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useDeliveries(props.webhook.endpointId);
  const order = useWebhookOrder();
  const rows = list.data?.pages.flatMap((page) => page.deliveries) ?? [];
  const content = (): ReactNode => {
    if (list.isError) return <FailureView error={list.error} retry={() => void list.refetch()} />;
    if (list.isPending) return <Skeleton active />;
    if (rows.length === 0)
      return <EmptyView title={t('webhooks.noDeliveries')} hint={t('webhooks.noDeliveriesHint')} />;
    return (
      <>
        <table className={account.sessions}>
          <thead>
            <tr>
              {(['happened', 'what', 'state', 'tries', 'answer'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`webhooks.column.${column}`)}
                </th>
              ))}
              <th aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.deliveryId}>
                <td>{format.moment(row.happenedAt)}</td>
                <td>{t(`webhooks.event.${row.event}`)}</td>
                <td>
                  <Tag color={colors[row.state]}>{t(`webhooks.state.${row.state}`)}</Tag>
                </td>
                <td>{row.tries}</td>
                <td>{row.lastStatus ?? row.lastFault ?? t('common.nothing')}</td>
                <td>
                  {row.state !== 'waiting' && (
                    <Button
                      size="small"
                      disabled={order.isPending}
                      onClick={() =>
                        order.mutate({ path: `/api/webhooks/deliveries/${row.deliveryId}/replay`, method: 'POST' })
                      }
                    >
                      {t('webhooks.replay')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common.more')}
          </Button>
        )}
      </>
    );
  };
  return (
    <Drawer open size={720} title={t('webhooks.deliveriesOf', { url: props.webhook.url })} onClose={props.onClose}>
      {content()}
    </Drawer>
  );
}
