import { Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newNumber } from '../../../src/contract/task.ts';
import { command } from '../api/request.ts';
import { useCaseCommand } from '../case-file/stop-commands.ts';
import { Refusals } from '../ui/refusals.tsx';
import styles from './tasks.module.css';

const sources = newNumber.shape.source.options;

/** A number that was found or named by somebody; it is unverified until proved. */
export function NumberDialog(props: { readonly caseId: string; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [given, setGiven] = useState({ number: '', person: '', relation: '', note: '', sourceBasis: '' });
  const [source, setSource] = useState<(typeof sources)[number]>('tracing');
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const add = useCaseCommand(
    () =>
      command(`/api/cases/${props.caseId}/numbers`, {
        number: given.number.trim(),
        source,
        person: orNull(given.person),
        relation: orNull(given.relation),
        note: orNull(given.note),
        sourceBasis: source === 'registry' ? orNull(given.sourceBasis) : null,
      }),
    props.onClose,
  );
  const ready = given.number.trim() !== '' && (source !== 'registry' || given.sourceBasis.trim() !== '');
  const input = (field: keyof typeof given, label: string, most: number): ReactNode => (
    <label>
      {label}
      <Input
        autoFocus={field === 'number'}
        maxLength={most}
        value={given[field]}
        onChange={(event) => setGiven({ ...given, [field]: event.target.value })}
        onPressEnter={() => ready && !add.isPending && add.mutate(undefined)}
      />
    </label>
  );
  return (
    <Modal
      open
      title={t('tasks.addNumber')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !ready, loading: add.isPending }}
      onOk={() => add.mutate(undefined)}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <div className={styles['form']}>
        <span className="cd-soft">{t('tasks.addNumberHint')}</span>
        {input('number', t('tasks.number'), 40)}
        <label>
          {t('tasks.source')}
          <Select
            value={source}
            onChange={setSource}
            options={sources.map((value) => ({ value, label: t(`tasks.sources.${value}`) }))}
          />
        </label>
        {source === 'registry' && input('sourceBasis', `${t('tasks.sourceBasis')}: ${t('tasks.sourceBasisHint')}`, 500)}
        {input('person', t('tasks.person'), 120)}
        {input('relation', t('tasks.relation'), 60)}
        {input('note', t('tasks.note'), 500)}
        <Refusals error={add.error} />
      </div>
    </Modal>
  );
}
