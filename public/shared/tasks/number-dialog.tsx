import { Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './tasks.module.css';
import { useAct } from './use-act.ts';

const sources = ['tracing', 'company', 'third_party', 'visit', 'registry'] as const;

/** A number that was found or named by somebody; it is unverified until proved. */
export function NumberDialog(props: { readonly caseId: string; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [given, setGiven] = useState({ number: '', person: '', relation: '' });
  const [source, setSource] = useState<(typeof sources)[number]>('tracing');
  const act = useAct(props.onClose);
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
  return (
    <Modal
      open
      title={t('tasks.addNumber')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: given.number.trim() === '', loading: act.isPending }}
      onOk={() =>
        act.mutate({
          path: `/api/cases/${props.caseId}/numbers`,
          body: { number: given.number, source, person: orNull(given.person), relation: orNull(given.relation) },
        })
      }
      onCancel={props.onClose}
    >
      <div className={styles['form']}>
        <span className="cd-soft">{t('tasks.addNumberHint')}</span>
        {(['number', 'person', 'relation'] as const).map((field) => (
          <label key={field}>
            {t(`tasks.${field}`)}
            <Input
              autoFocus={field === 'number'}
              value={given[field]}
              onChange={(event) => setGiven({ ...given, [field]: event.target.value })}
            />
          </label>
        ))}
        <label>
          {t('tasks.source')}
          <Select
            value={source}
            onChange={setSource}
            options={sources.map((value) => ({ value, label: t(`tasks.sources.${value}`) }))}
          />
        </label>
      </div>
    </Modal>
  );
}
