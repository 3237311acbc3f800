import { Checkbox, Form, Input, Modal, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { webhookEvents, type NewWebhook, type WebhookView } from '../../../src/contract/webhook.ts';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { oneAtLeast } from '../../shared/ui/one-at-least.ts';
import { useAddWebhook, useWebhookOrder } from './webhook-queries.ts';

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
        <Form.Item name="events" label={t('webhooks.events')} rules={[oneAtLeast(t('people.needed'))]}>
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
