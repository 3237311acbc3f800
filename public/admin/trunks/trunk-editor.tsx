import { App, Form, Input, InputNumber, Modal, Radio, Select, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkView } from '../../../src/contract/trunk.ts';
import { ReasonField, type WithReason } from '../../shared/configuration/reason-field.tsx';
import { HistoryLink } from '../../shared/configuration/history-link.tsx';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { AccountFields } from './account-fields.tsx';
import { WatchFields } from './watch-fields.tsx';
import { accountOf, draftOf, emptyDraft, settingsOf, type TrunkDraft } from './trunk-draft.ts';
import { useTrunkOrder } from './trunk-queries.ts';
import styles from './trunks.module.css';

const currencies = ['CNY', 'USD', 'HKD', 'GBP', 'EUR', 'JPY'] as const;

/** A new trunk, or the settings of one that is there; its account has a dialog of its own. */
export function TrunkEditor(props: {
  readonly trunk: TrunkView | null;
  /** Of its kind, itself left out: one of them takes over for it. */
  readonly others: readonly { readonly trunkId: string; readonly name: string }[];
  readonly maySeal: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { trunk, others } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<TrunkDraft & WithReason>();
  const [whose, setWhose] = useState<'house' | 'own'>('house');
  const order = useTrunkOrder();
  const send = (draft: TrunkDraft): void => {
    const settings = settingsOf(draft);
    order.mutate(
      trunk === null
        ? {
            path: '/api/trunks',
            method: 'POST',
            body: { ...settings, account: whose === 'own' ? accountOf(draft) : null },
          }
        : {
            path: `/api/trunks/${trunk.trunkId}`,
            method: 'PUT',
            body: { ...settings, version: trunk.version, reason: form.getFieldValue('reason') as string },
          },
      {
        onSuccess: () => {
          void message.success(t('trunks.saved'));
          props.onClose();
        },
      },
    );
  };
  const needed = [{ required: true, message: t('trunks.needed') }];
  const number = (name: keyof TrunkDraft, min: number, max: number, step = 1): ReactNode => (
    <Form.Item
      name={name}
      label={t(`trunks.field.${name as 'cps'}`)}
      tooltip={t(`trunks.hint.${name as 'cps'}`)}
      rules={needed}
    >
      <InputNumber min={min} max={max} step={step} className={styles.full ?? ''} />
    </Form.Item>
  );
  const prefixes = (name: 'prefixes' | 'refusedPrefixes'): ReactNode => (
    <Form.Item
      name={name}
      label={t(`trunks.field.${name}`)}
      tooltip={t(`trunks.hint.${name}`)}
      className={styles.half ?? ''}
    >
      <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ']} placeholder="+86" />
    </Form.Item>
  );
  return (
    <Modal
      open
      width={720}
      title={trunk === null ? t('trunks.add') : trunk.name}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={order.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      styles={{ body: { maxHeight: '66vh', overflow: 'auto' } }}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles.form ?? ''}
        initialValues={trunk === null ? emptyDraft : draftOf(trunk)}
        onFinish={send}
      >
        <Form.Item name="name" label={t('trunks.field.name')} rules={needed} className={styles.half ?? ''}>
          <Input autoFocus maxLength={80} />
        </Form.Item>
        <Form.Item
          name="enabled"
          valuePropName="checked"
          label={t('trunks.field.enabled')}
          tooltip={t('trunks.hint.enabled')}
        >
          <Switch />
        </Form.Item>
        <Form.Item
          name="quiet"
          valuePropName="checked"
          label={t('trunks.field.quiet')}
          tooltip={t('trunks.hint.quiet')}
        >
          <Switch />
        </Form.Item>
        {trunk === null && (
          <Form.Item label={t('trunks.account.whose')} className={styles.wide ?? ''}>
            <Radio.Group
              value={whose}
              onChange={(event) => setWhose(event.target.value as 'house' | 'own')}
              options={[
                { value: 'house', label: t('trunks.account.house') },
                { value: 'own', label: t('trunks.account.own'), disabled: !props.maySeal },
              ]}
            />
            {!props.maySeal && <p className="cd-soft">{t('trunks.account.noKey')}</p>}
          </Form.Item>
        )}
        {trunk === null && whose === 'own' && <AccountFields />}
        {number('channels', 1, 5000)}
        {number('cps', 0.1, 100, 0.1)}
        {number('priority', 1, 99)}
        {number('weight', 1, 100)}
        <Form.Item
          name="failoverId"
          label={t('trunks.field.failoverId')}
          tooltip={t('trunks.hint.failoverId')}
          className={styles.half ?? ''}
        >
          <Select
            allowClear
            placeholder={t('common.none')}
            options={others.map(({ trunkId, name }) => ({ value: trunkId, label: name }))}
          />
        </Form.Item>
        <Form.Item name="costPerMinute" label={t('trunks.field.costPerMinute')}>
          <InputNumber min={0} max={1000} step={0.001} className={styles.full ?? ''} />
        </Form.Item>
        <Form.Item name="costCurrency" label={t('trunks.field.costCurrency')}>
          <Select options={currencies.map((value) => ({ value, label: value }))} />
        </Form.Item>
        {prefixes('prefixes')}
        {prefixes('refusedPrefixes')}
        <WatchFields />
        {trunk !== null && (
          <ReasonField extra={<HistoryLink kind="trunk" name={trunk.name} />} className={styles.wide ?? ''} />
        )}
      </Form>
      <ChangeRefusal
        title={t('trunks.refused')}
        error={order.error}
        {...(trunk === null ? {} : { subject: { subjectType: 'trunk', subjectId: trunk.trunkId } })}
      />
    </Modal>
  );
}
