import { CalendarOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarImported, calendarKeys } from '../../../src/contract/calendar.ts';
import { request } from '../../shared/api/request.ts';
import { Refusal } from '../../shared/ui/refusal.tsx';
import payments from '../payments/payments.module.css';
import { calendarsKey } from './calendar-queries.ts';

type Name = (typeof calendarKeys)[number];

/** A notice as a file; it holds at once on every node. */
export function ImportCalendar({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [name, setName] = useState<Name>('CN');
  const [source, setSource] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const send = useMutation({
    mutationFn: async (chosen: File) =>
      request(calendarImported, `/api/calendars/${name}`, {
        method: 'POST',
        body: { text: await chosen.text(), source: source.trim() },
      }),
    onSuccess: ({ years }) => {
      void message.success(t('calendars.imported', { years: years.map(({ year }) => year).join(', ') }));
      void client.invalidateQueries({ queryKey: calendarsKey });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('calendars.importOne')}
      okText={t('calendars.send')}
      cancelText={t('payments.file.close')}
      okButtonProps={{ disabled: file === null || source.trim() === '' }}
      confirmLoading={send.isPending}
      onOk={() => {
        if (file !== null) send.mutate(file);
      }}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t('calendars.which')}>
          <Select<Name>
            aria-label={t('calendars.which')}
            value={name}
            onChange={setName}
            options={calendarKeys.map((value) => ({ value, label: t(`calendars.name.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t('calendars.source')} extra={t('calendars.sourceHint')}>
          <Input
            aria-label={t('calendars.source')}
            maxLength={300}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        </Form.Item>
        <Upload.Dragger
          accept=".json,.csv,.txt"
          showUploadList={false}
          beforeUpload={(chosen) => {
            setFile(chosen);
            send.reset();
            return false;
          }}
        >
          <div className={payments.drop}>
            <CalendarOutlined />
            <strong>{file?.name ?? t('calendars.choose')}</strong>
            <span className="cd-soft">{t('calendars.chooseHint')}</span>
          </div>
        </Upload.Dragger>
      </Form>
      {send.isError && <Refusal title={t('calendars.refused')} error={send.error} />}
    </Modal>
  );
}
