import { Alert, Button, DatePicker, Input, Modal, Upload } from 'antd';
import { InboxOutlined } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SuppressionImport } from '../../../src/contract/suppression.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Refusals } from '../../shared/ui/refusals.tsx';
import { useLookAtList, useTakeOverList } from './suppression-queries.ts';
import styles from './suppressions.module.css';

/** What the list would do, or did: counts, first rows, and every fault with its row, field, rule and remedy. */
function Outcome({ list }: { readonly list: SuppressionImport }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const done = list.status === 'done';
  const counts = [
    ['rows', list.rows],
    [done ? 'added' : 'fresh', list.fresh],
    ['known', list.known],
    ['rejected', list.rejected],
    ['cases', list.cases],
  ] as const;
  return (
    <div className={styles.outcome}>
      <dl className={styles.counts}>
        {counts.map(([name, count]) => (
          <div key={name} title={t(`suppressions.countHint.${name}`)}>
            <dt>{t(`suppressions.count.${name}`)}</dt>
            <dd>{format.whole(count)}</dd>
          </div>
        ))}
      </dl>
      {done && (
        <Alert type="success" showIcon title={t('suppressions.takenOver', { shown: format.whole(list.hungUp) })} />
      )}
      {list.faults.length > 0 && (
        <table className={styles.small} aria-label={t('suppressions.faults')}>
          <thead>
            <tr>
              {(['row', 'field', 'rule', 'remedy'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`suppressions.fault.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.faults.map((fault) => (
              <tr key={`${fault.row} ${fault.field} ${fault.rule}`}>
                <td>{fault.row}</td>
                <td>{fault.field}</td>
                <td>{fault.rule}</td>
                <td>{fault.remedy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!done && list.sample.length > 0 && (
        <table className={styles.small} aria-label={t('suppressions.sample')}>
          <thead>
            <tr>
              <th scope="col">{t('suppressions.fault.row')}</th>
              <th scope="col">{t('suppressions.column.number')}</th>
              <th scope="col">{t('suppressions.column.source')}</th>
              <th scope="col">{t('suppressions.column.reason')}</th>
              <th scope="col">{t('suppressions.lastDay')}</th>
            </tr>
          </thead>
          <tbody>
            {list.sample.map((row) => (
              <tr key={row.row}>
                <td>{row.row}</td>
                <td className="cd-mono">{row.numberMasked}</td>
                <td>{row.source}</td>
                <td>{row.reason}</td>
                <td>{row.expiresOn ?? t('suppressions.forGood')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** A whole list: uploaded, looked at, and taken over only when confirmed. */
export function ImportList(props: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const look = useLookAtList();
  const takeOver = useTakeOverList();
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const preview = takeOver.data ?? look.data ?? null;
  const done = takeOver.data !== undefined;
  const ready = file !== null && source.trim() !== '' && reason.trim() !== '';
  const footer = (): ReactNode => {
    if (done) return <Button onClick={props.onClose}>{t('common.close')}</Button>;
    return (
      <>
        <Button onClick={props.onClose}>{t('common.cancel')}</Button>
        {preview === null ? (
          <Button
            type="primary"
            disabled={!ready}
            loading={look.isPending}
            onClick={() => file !== null && look.mutate({ file, source, reason, expiresOn })}
          >
            {t('suppressions.look')}
          </Button>
        ) : (
          <Button
            type="primary"
            disabled={preview.fresh === 0}
            loading={takeOver.isPending}
            onClick={() => takeOver.mutate(preview.id)}
          >
            {t('suppressions.takeOver', { count: preview.fresh })}
          </Button>
        )}
      </>
    );
  };
  return (
    <Modal open width={860} title={t('suppressions.import')} footer={footer()} onCancel={props.onClose} destroyOnHidden>
      {preview === null ? (
        <div className={styles.form}>
          <p className="cd-soft">{t('suppressions.importHint')}</p>
          <label>
            <span>{t('suppressions.column.source')}</span>
            <Input value={source} maxLength={120} onChange={(event) => setSource(event.target.value)} />
          </label>
          <label>
            <span>{t('suppressions.column.reason')}</span>
            <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </label>
          <label>
            <span>{t('suppressions.lastDay')}</span>
            <DatePicker onChange={(day) => setExpiresOn(day?.format('YYYY-MM-DD') ?? '')} />
          </label>
          <Upload.Dragger
            accept=".csv,.tsv,.txt,.xlsx,.gz"
            maxCount={1}
            beforeUpload={(chosen) => {
              setFile(chosen);
              return false;
            }}
            onRemove={() => setFile(null)}
          >
            <InboxOutlined /> {t('suppressions.drop')}
          </Upload.Dragger>
        </div>
      ) : (
        <Outcome list={preview} />
      )}
      <Refusals error={look.error ?? takeOver.error} />
    </Modal>
  );
}
