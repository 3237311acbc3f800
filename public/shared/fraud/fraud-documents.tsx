import { FileOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fraudDocumentMaxBytes, fraudMediaTypes, type FraudDetail } from '../../../src/contract/fraud.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { useFormat } from '../format/use-format.ts';
import { useFraudUpload } from './fraud-queries.ts';
import styles from './fraud.module.css';

const megabyte = 1024 * 1024;

function useUploadRefusal(error: Error | null): string | null {
  const { t, i18n } = useTranslation();
  if (error === null) return null;
  const rule =
    error instanceof ApiFailure && error.failure.kind === 'problem' ? error.failure.problem.errors?.[0]?.rule : '';
  const key = `fraud.fileRefused.${rule ?? ''}`;
  return i18n.exists(key)
    ? t(key as 'fraud.fileRefused.too_large', { limit: fraudDocumentMaxBytes / megabyte })
    : t('common.failure.offline');
}

export function FraudDocuments({
  fraud,
  mayAdd,
}: {
  readonly fraud: FraudDetail;
  readonly mayAdd: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const upload = useFraudUpload(fraud.applicationId);
  const refusal = useUploadRefusal(upload.error);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <section>
      <h3>{t('fraud.documents')}</h3>
      {fraud.files.length === 0 && <p className="cd-soft">{t('fraud.noDocuments')}</p>}
      <ul className={styles.files}>
        {fraud.files.map((file) => (
          <li key={file.documentId}>
            <FileOutlined />{' '}
            <a
              href={`/api/fraud/documents/${file.documentId}`}
              target="_blank"
              rel="noreferrer"
              title={`SHA-256 ${file.sha256}`}
            >
              {file.fileName}
            </a>{' '}
            <span className="cd-soft">
              {t('fraud.fileSize', { size: format.whole(Math.ceil(file.byteSize / 1024)) })} ·{' '}
              {format.moment(file.uploadedAt)} · {file.uploadedByName}
            </span>
          </li>
        ))}
      </ul>
      {refusal !== null && <Alert type="error" showIcon title={refusal} />}
      {mayAdd && (
        <>
          <input
            ref={picker}
            type="file"
            hidden
            aria-label={t('fraud.addDocument')}
            accept={fraudMediaTypes.join(',')}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file !== undefined) upload.mutate(file);
              event.target.value = '';
            }}
          />
          <Button icon={<UploadOutlined />} loading={upload.isPending} onClick={() => picker.current?.click()}>
            {t('fraud.addDocument')}
          </Button>{' '}
          <span className="cd-soft">{t('fraud.fileHint', { limit: fraudDocumentMaxBytes / megabyte })}</span>
        </>
      )}
    </section>
  );
}
