import { DatePicker, Form, Input, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusals } from '../../shared/ui/refusals.tsx';
import { useAddNumber } from './suppression-queries.ts';

interface Fields {
  readonly number: string;
  readonly source: string;
  readonly reason: string;
  readonly expiresOn?: Dayjs | null;
}

/** One number that is never called from now on; what rings there is hung up. */
export function AddNumber(props: {
  readonly onClose: () => void;
  readonly onDone: (hungUp: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const add = useAddNumber((hungUp) => props.onDone(hungUp));
  const required = [{ required: true, whitespace: true, message: t('suppressions.needed') }];
  return (
    <Modal
      open
      title={t('suppressions.add')}
      okText={t('suppressions.addIt')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: add.isPending }}
      onOk={form.submit}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        onFinish={({ number, source, reason, expiresOn }) =>
          add.mutate({ number, source, reason, expiresOn: expiresOn?.format('YYYY-MM-DD') ?? null })
        }
      >
        <Form.Item
          name="number"
          label={t('suppressions.column.number')}
          rules={required}
          extra={t('suppressions.numberHint')}
        >
          <Input autoFocus inputMode="tel" maxLength={40} />
        </Form.Item>
        <Form.Item
          name="source"
          label={t('suppressions.column.source')}
          rules={required}
          extra={t('suppressions.sourceHint')}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="reason" label={t('suppressions.column.reason')} rules={required}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 4 }} />
        </Form.Item>
        <Form.Item name="expiresOn" label={t('suppressions.lastDay')} extra={t('suppressions.lastDayHint')}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </Form>
      <Refusals error={add.error} />
    </Modal>
  );
}
