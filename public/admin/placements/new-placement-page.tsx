import { FileExcelOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { AutoComplete, Form, Progress, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Refusal } from '../../shared/ui/refusal.tsx';
import { useClients } from './placement-queries.ts';
import { uploadPlacement, type Upload as Sent } from './upload-file.ts';
import styles from './placements.module.css';

/** Whose file, which file; what is in it comes on the next page. */
export function NewPlacementPage(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const clients = useClients();
  const [client, setClient] = useState('');
  const [asked, setAsked] = useState(false);
  const [share, setShare] = useState(0);
  const known = clients.data?.clients ?? [];
  const upload = useMutation({
    mutationFn: (sent: Sent) => uploadPlacement(sent, setShare),
    onSuccess: ({ id, remembered, sameAs }) => void navigate(`/placements/${id}`, { state: { remembered, sameAs } }),
  });

  const send = (file: File): void => {
    const clientName = client.trim();
    setAsked(true);
    if (clientName === '') return;
    setShare(0);
    upload.mutate({ clientId: known.find(({ name }) => name === clientName)?.id ?? null, clientName, file });
  };
  const missing = asked && client.trim() === '';

  return (
    <main className={styles.narrow}>
      <h1>{t('placements.create')}</h1>
      <p className="cd-soft">{t('placements.lead')}</p>
      <Form layout="vertical" requiredMark={false}>
        <Form.Item
          label={t('placements.client')}
          extra={t('placements.clientHint')}
          validateStatus={missing ? 'error' : ''}
          help={missing ? t('placements.clientMissing') : undefined}
        >
          <AutoComplete
            autoFocus
            aria-label={t('placements.client')}
            value={client}
            onChange={setClient}
            options={known.map(({ name }) => ({ value: name }))}
            showSearch={{
              filterOption: (typed, option) => (option?.value ?? '').toLowerCase().includes(typed.toLowerCase()),
            }}
          />
        </Form.Item>
        <Upload.Dragger
          accept=".xlsx,.csv,.tsv,.txt,.gz"
          showUploadList={false}
          disabled={upload.isPending}
          beforeUpload={(file) => {
            send(file);
            return false;
          }}
        >
          <div className={styles.drop}>
            <FileExcelOutlined />
            <strong>{t('placements.drop')}</strong>
            <span>{t('placements.dropHint')}</span>
          </div>
        </Upload.Dragger>
      </Form>
      <div className={styles.sending} aria-live="polite">
        {upload.isPending && (
          <>
            <Progress percent={Math.round(share * 100)} status="active" showInfo={false} />
            {share < 1 ? t('placements.uploading', { percent: Math.round(share * 100) }) : t('placements.inspecting')}
          </>
        )}
        {upload.isError && <Refusal title={t('placements.refused')} error={upload.error} />}
      </div>
    </main>
  );
}
