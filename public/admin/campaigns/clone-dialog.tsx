import { App, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { useCampaignOrder } from './campaign-queries.ts';

/** The same set-up and rules under another name: a draft without cases. */
export function CloneDialog(props: {
  readonly campaignId: string;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [name, setName] = useState(t('campaigns.copyOf', { name: props.name }));
  const order = useCampaignOrder();
  const send = (): void =>
    order.mutate(
      { path: `/api/campaigns/${props.campaignId}/clone`, method: 'POST', body: { name } },
      {
        onSuccess: () => {
          void message.success(t('trunks.saved'));
          props.onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('campaigns.cloneTitle', { name: props.name })}
      okText={t('campaigns.clone')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: name.trim() === '' }}
      confirmLoading={order.isPending}
      onOk={send}
      onCancel={props.onClose}
    >
      <p className="cd-soft">{t('campaigns.cloneLead')}</p>
      <Input
        autoFocus
        maxLength={80}
        aria-label={t('campaigns.field.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={send}
      />
      <ChangeRefusal title={t('campaigns.refused')} error={order.error} />
    </Modal>
  );
}
