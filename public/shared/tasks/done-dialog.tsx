import { Checkbox, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../src/contract/task.ts';
import styles from './tasks.module.css';
import { useAct } from './use-act.ts';

const searches: readonly TaskView['kind'][] = ['trace_phone', 'lookup_114', 'registry_check'];

export function DoneDialog(props: { readonly task: TaskView; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { task, onClose } = props;
  const [result, setResult] = useState('');
  const [sourceBasis, setSourceBasis] = useState(task.sourceBasis ?? '');
  const [obtained, setObtained] = useState(false);
  const act = useAct(onClose);
  const isRegistry = task.kind === 'registry_check';
  const ready = result.trim() !== '' && (!isRegistry || sourceBasis.trim() !== '');
  const save = (): void =>
    act.mutate({
      path: `/api/tasks/${task.taskId}/done`,
      body: {
        result,
        sourceBasis: sourceBasis.trim() === '' ? null : sourceBasis,
        // The server's clock may be a little behind this one.
        obtainedAt: obtained ? Date.now() - 60_000 : null,
      },
    });
  return (
    <Modal
      open
      title={`${t('tasks.doneTitle')}: ${t(`tasks.kind.${task.kind}`)} · ${task.externalRef}`}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !ready, loading: act.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className={styles['form']}>
        <label>
          {t('tasks.result')}
          <Input.TextArea
            autoFocus
            rows={3}
            maxLength={2000}
            value={result}
            onChange={(e) => setResult(e.target.value)}
          />
        </label>
        {isRegistry && (
          <label title={t('tasks.sourceBasisHint')}>
            {t('tasks.sourceBasis')}
            <Input maxLength={500} value={sourceBasis} onChange={(e) => setSourceBasis(e.target.value)} />
            <span className="cd-soft">{t('tasks.sourceBasisHint')}</span>
          </label>
        )}
        {searches.includes(task.kind) && (
          <Checkbox checked={obtained} onChange={(e) => setObtained(e.target.checked)}>
            {t('tasks.obtained')} <span className="cd-soft">{t('tasks.obtainedHint')}</span>
          </Checkbox>
        )}
      </div>
    </Modal>
  );
}
