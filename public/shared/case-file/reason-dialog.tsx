import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Subject } from '../configuration/config-queries.ts';
import { ChangeRefusal, isStale } from '../ui/change-refusal.tsx';
import { Refusals } from '../ui/refusals.tsx';
import styles from './reason-dialog.module.css';

/** Asks for a reason, which the audit trail keeps, and whatever else the action needs. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly hint: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  /** What is changed, as the audit trail calls it: when somebody was faster it is said who, when, and what differs. */
  readonly subject?: Subject;
  readonly ready?: boolean;
  readonly children?: ReactNode;
  readonly onClose: () => void;
  readonly onSubmit: (reason: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '' && props.ready !== false;
  return (
    <Modal
      open
      title={props.title}
      okText={props.action}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger: props.danger === true, disabled: !ready, loading: props.busy }}
      onOk={() => props.onSubmit(reason.trim())}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <div className={styles.fields}>
        <p className="cd-soft">{props.hint}</p>
        {props.children}
        <label className={styles.field}>
          <span>{t('cases.stop.reason')}</span>
          <Input.TextArea
            autoFocus={props.children === undefined}
            maxLength={1_000}
            autoSize={{ minRows: 2, maxRows: 5 }}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {props.subject !== undefined && props.error !== null && isStale(props.error) ? (
          <ChangeRefusal title={props.title} error={props.error} subject={props.subject} />
        ) : (
          <Refusals error={props.error} />
        )}
      </div>
    </Modal>
  );
}
