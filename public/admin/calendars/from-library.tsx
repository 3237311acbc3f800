import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarImported, calendarName } from '../../../src/contract/calendar.ts';
import { request } from '../../shared/api/request.ts';
import { Refusal } from '../../shared/ui/refusal.tsx';
import { calendarsKey } from './calendar-queries.ts';

/** What a name of the library looks like. */
const shape = 'DE-BY';

/** The public holidays of a country as the library knows them; they hold like an imported notice. */
export function FromLibrary({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [year, setYear] = useState<number | null>(() => new Date().getFullYear());
  const take = useMutation({
    mutationFn: () => request(calendarImported, `/api/calendars/${name}/library`, { method: 'POST', body: { year } }),
    onSuccess: ({ years }) => {
      void message.success(t('calendars.imported', { years: years.map((each) => each.year).join(', ') }));
      void client.invalidateQueries({ queryKey: calendarsKey });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('calendars.library.title')}
      okText={t('calendars.library.take')}
      cancelText={t('payments.file.close')}
      okButtonProps={{ disabled: !calendarName.safeParse(name).success || year === null }}
      confirmLoading={take.isPending}
      onOk={() => take.mutate()}
      onCancel={onClose}
    >
      <p className="cd-soft">{t('calendars.library.hint')}</p>
      <Form layout="vertical">
        <Form.Item label={t('calendars.library.country')}>
          <Input
            autoFocus
            aria-label={t('calendars.library.country')}
            placeholder={shape}
            maxLength={6}
            value={name}
            onChange={(event) => setName(event.target.value.trim().toUpperCase())}
          />
        </Form.Item>
        <Form.Item label={t('calendars.column.year')}>
          <InputNumber aria-label={t('calendars.column.year')} min={2000} max={2100} value={year} onChange={setYear} />
        </Form.Item>
      </Form>
      {take.isError && <Refusal title={t('calendars.refused')} error={take.error} />}
    </Modal>
  );
}
