import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Input, Modal, Tag } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveView, type LeaveRequest, type LeaveView } from '../../../src/contract/leave.ts';
import type { WrapUpForm } from '../../../src/contract/wrap-up.ts';
import { request } from '../../shared/api/request.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { addDays } from '../../shared/format/zoned-time.ts';
import styles from '../../shared/leaves/leaves.module.css';
import { Refusals } from '../../shared/ui/refusals.tsx';
import { wrapUpKey } from '../floor/bootstrap.ts';

const mostDays = 90;
const colors = { waiting: 'processing', granted: 'success', refused: 'error', expired: 'default' } as const;

interface Of {
  readonly form: WrapUpForm;
  readonly code: LeaveRequest['code'];
  /** Last day that the agent may choose himself. */
  readonly last: string;
}

function AskDialog({ form, code, last, onClose }: Of & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [day, setDay] = useState(addDays(last, 1));
  const [why, setWhy] = useState('');
  const ask = useMutation({
    mutationFn: (body: LeaveRequest) =>
      request(leaveView, `/api/agent/calls/${form.attemptId}/leave`, { method: 'POST', body }),
    onSuccess: (leave: LeaveView) => {
      client.setQueryData<WrapUpForm>(wrapUpKey(form.attemptId), (known) => known && { ...known, leave });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('leaves.ask.title')}
      okText={t('leaves.ask.send')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: why.trim() === '', loading: ask.isPending }}
      onOk={() => ask.mutate({ code, day, why: why.trim() })}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className={styles.ask}>
        <p className="cd-soft">{t('leaves.ask.hint')}</p>
        <DatePicker
          autoFocus
          aria-label={t('leaves.ask.day')}
          value={dayjs(day)}
          minDate={dayjs(addDays(last, 1))}
          maxDate={dayjs(addDays(form.today, mostDays))}
          allowClear={false}
          onChange={(chosen) => chosen !== null && setDay(chosen.format('YYYY-MM-DD'))}
        />
        <Input.TextArea
          aria-label={t('leaves.ask.why')}
          placeholder={t('leaves.ask.why')}
          maxLength={400}
          autoSize={{ minRows: 2, maxRows: 4 }}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        {ask.error !== null && <Refusals error={ask.error} />}
      </div>
    </Modal>
  );
}

/** Below the days of a code: how to have a later one, and what became of the question. The form stays as it is. */
export function AskLeave(
  props: Of & { readonly take: (day: string) => void; readonly value: string | null },
): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const { form, code, last, value, take } = props;
  const leave = form.leave?.code === code ? form.leave : null;
  const day = leave === null ? '' : format.day(leave.day);
  return (
    <div className={styles.state} role="status">
      {leave !== null && (
        <>
          <Tag color={colors[leave.state]}>{t(`leaves.state.${leave.state}`, { day })}</Tag>
          {leave.decidedByName !== null && (
            <span>
              {leave.decidedByName}: {leave.reason}
            </span>
          )}
        </>
      )}
      {leave?.state === 'granted' && value !== leave.day && (
        <Button type="link" size="small" onClick={() => take(leave.day)}>
          {t('leaves.take', { day })}
        </Button>
      )}
      {leave?.state !== 'granted' && (
        <Button type="link" size="small" onClick={() => setAsking(true)}>
          {t(leave?.state === 'waiting' ? 'leaves.askOther' : 'leaves.askLater')}
        </Button>
      )}
      {asking && <AskDialog form={form} code={code} last={last} onClose={() => setAsking(false)} />}
    </div>
  );
}
