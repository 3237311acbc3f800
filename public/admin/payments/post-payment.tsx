import { App, DatePicker, Form, Input, InputNumber, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/use-format.ts';
import { Refusal } from '../../shared/ui/refusal.tsx';
import { useClients } from '../placements/placement-queries.ts';
import { usePost } from './payment-queries.ts';
import styles from './payments.module.css';

const currencies = ['CNY', 'USD', 'HKD', 'GBP', 'EUR', 'JPY'] as const;
const minorPerUnit = (currency: string): number => (currency === 'JPY' ? 1 : 100);

interface Draft {
  readonly clientId: string;
  readonly caseRef: string;
  readonly externalRef: string;
  readonly amount: number;
  readonly currency: string;
  readonly paidOn: Dayjs;
}

/** One payment by hand; the answer says what is still owed. */
export function PostPayment({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const [form] = Form.useForm<Draft>();
  const clients = useClients();
  const post = usePost();
  const send = (draft: Draft): void => {
    const { clientId, caseRef, externalRef, amount, currency, paidOn } = draft;
    const amountMinor = Math.round(amount * minorPerUnit(currency));
    post.mutate(
      { clientId, caseRef, externalRef, amountMinor, currency, paidOn: paidOn.format('YYYY-MM-DD') },
      {
        onSuccess: ({ kind, closed, owedMinor }) => {
          const word = kind === 'unchanged' ? 'unchanged' : closed ? 'closed' : 'posted';
          void message.success(t(`payments.done.${word}`, { owed: format.money(owedMinor, currency) }));
          onClose();
        },
      },
    );
  };
  const needed = [{ required: true, message: t('payments.needed') }];
  return (
    <Modal
      open
      title={t('payments.post')}
      okText={t('payments.send')}
      cancelText={t('payments.file.close')}
      confirmLoading={post.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles.form ?? ''}
        initialValues={{ currency: 'CNY', paidOn: dayjs() }}
        onFinish={send}
      >
        <Form.Item name="clientId" label={t('payments.client')} rules={needed} className={styles.wide ?? ''}>
          <Select
            autoFocus
            loading={clients.isPending}
            options={(clients.data?.clients ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="caseRef" label={t('payments.caseRef')} rules={needed}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="externalRef"
          label={t('payments.externalRef')}
          tooltip={t('payments.externalRefHint')}
          rules={needed}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="amount" label={t('payments.amount')} rules={needed}>
          <InputNumber min={0.01} precision={2} className={styles.full ?? ''} />
        </Form.Item>
        <Form.Item name="currency" label={t('payments.currency')} rules={needed}>
          <Select options={currencies.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="paidOn" label={t('payments.paidOn')} rules={needed} className={styles.wide ?? ''}>
          <DatePicker
            allowClear={false}
            disabledDate={(day) => day.isAfter(dayjs(), 'day')}
            className={styles.full ?? ''}
          />
        </Form.Item>
      </Form>
      {post.isError && <Refusal title={t('payments.refused')} error={post.error} />}
    </Modal>
  );
}
