import { App, Button, Form, Modal, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkView } from '../../../src/contract/trunk.ts';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import payments from '../payments/payments.module.css';
import { AccountFields } from './account-fields.tsx';
import { accountOf, type TrunkDraft } from './trunk-draft.ts';
import { useTrunkOrder } from './trunk-queries.ts';

/** Replaces the account; what was there is never shown. */
export function AccountDialog({
  trunk,
  onClose,
}: {
  readonly trunk: TrunkView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Partial<TrunkDraft>>();
  const order = useTrunkOrder();
  const send = (account: ReturnType<typeof accountOf>): void =>
    order.mutate(
      { path: `/api/trunks/${trunk.trunkId}/account`, method: 'PUT', body: { version: trunk.version, account } },
      {
        onSuccess: () => {
          void message.success(t('trunks.account.set'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('trunks.account.title', { name: trunk.name })}
      okText={t('trunks.account.replace')}
      cancelText={t('common.cancel')}
      confirmLoading={order.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      footer={(buttons) => (
        <>
          {trunk.account.whose === 'own' && (
            <Popconfirm title={t('trunks.account.giveUpSure')} onConfirm={() => send(null)}>
              <Button style={{ float: 'left' }}>{t('trunks.account.giveUp')}</Button>
            </Popconfirm>
          )}
          {buttons}
        </>
      )}
    >
      <p className="cd-soft">{t('trunks.account.lead')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className={payments.form ?? ''}
        onFinish={(draft) => send(accountOf(draft))}
      >
        <AccountFields />
      </Form>
      <ChangeRefusal
        title={t('trunks.refused')}
        error={order.error}
        subject={{ subjectType: 'trunk', subjectId: trunk.trunkId }}
      />
    </Modal>
  );
}
