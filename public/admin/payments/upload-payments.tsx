import { FileExcelOutlined } from '@ant-design/icons';
import { Alert, Form, Modal, Select, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentFileView } from '../../../src/contract/payment.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { Refusal } from '../../shared/ui/refusal.tsx';
import { useClients } from '../placements/placement-queries.ts';
import { useUpload } from './payment-queries.ts';
import styles from './payments.module.css';

function Outcome({ file }: { readonly file: PaymentFileView }): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { fileName: name, posted, unchanged, rejected, returned } = file;
  // The server says `field:rule`; a rule that this console does not know yet is shown as it came.
  const why = (reason: string): string => {
    const rule = reason.split(':').at(-1) ?? reason;
    return i18n.exists(`payments.rule.${rule}`) ? t(`payments.rule.${rule}` as 'payments.rule.exists') : reason;
  };
  return (
    <>
      <Alert
        type={rejected === 0 ? 'success' : 'warning'}
        showIcon
        title={t('payments.file.outcome', { name, posted, unchanged, rejected })}
      />
      {returned.length > 0 && (
        <div className={styles.returned}>
          <table className={table.table} aria-label={t('payments.file.returned')}>
            <thead>
              <tr>
                <th scope="col">{t('payments.file.row')}</th>
                <th scope="col">{t('payments.column.caseRef')}</th>
                <th scope="col">{t('payments.column.externalRef')}</th>
                <th scope="col">{t('payments.file.why')}</th>
              </tr>
            </thead>
            <tbody>
              {returned.map((line) => (
                <tr key={line.row}>
                  <td>{format.whole(line.row)}</td>
                  <td className="cd-mono">{line.caseRef}</td>
                  <td className="cd-mono">{line.externalRef}</td>
                  <td>{line.reasons.map(why).join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {returned.length < rejected && (
            <p className="cd-soft">{t('payments.file.more', { count: returned.length })}</p>
          )}
        </div>
      )}
    </>
  );
}

/** A file of payments: posted at once, what could not be posted comes back with its reasons. */
export function UploadPayments({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const clients = useClients();
  const upload = useUpload();
  const known = clients.data?.clients ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const clientId = chosen ?? (known.length === 1 ? (known[0]?.id ?? null) : null);
  return (
    <Modal open width={760} title={t('payments.upload')} footer={null} onCancel={onClose}>
      <Form layout="vertical">
        <Form.Item label={t('payments.client')}>
          <Select
            autoFocus
            aria-label={t('payments.client')}
            loading={clients.isPending}
            value={clientId}
            onChange={setChosen}
            options={known.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Upload.Dragger
          accept=".xlsx,.csv,.tsv,.txt,.gz"
          showUploadList={false}
          disabled={clientId === null || upload.isPending}
          beforeUpload={(file) => {
            if (clientId !== null) upload.mutate({ clientId, file });
            return false;
          }}
        >
          <div className={styles.drop}>
            <FileExcelOutlined />
            <strong>{upload.isPending ? t('common.loading') : t('placements.drop')}</strong>
            <span className="cd-soft">{t('payments.uploadHint')}</span>
          </div>
        </Upload.Dragger>
      </Form>
      <div aria-live="polite" style={{ marginTop: 12 }}>
        {upload.data !== undefined && <Outcome file={upload.data} />}
        {upload.isError && <Refusal title={t('payments.file.refused')} error={upload.error} />}
      </div>
    </Modal>
  );
}
