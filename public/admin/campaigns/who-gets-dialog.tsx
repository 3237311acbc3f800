import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseList } from '../../../src/contract/case.ts';
import { request } from '../../shared/api/request.ts';
import { useCasePage } from '../../shared/case-file/case-queries.ts';
import { WhoGetsIt } from '../../shared/case-file/who-gets-it.tsx';
import styles from './campaigns.module.css';

const mostListed = 20;

/** Any case, as if it were of this campaign: who would get its calls by the rules as they are saved. */
export function WhoGetsDialog(props: {
  readonly campaignId: string;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [caseId, setCaseId] = useState<string>();
  const q = useDeferredValue(text.trim());
  const cases = useQuery({
    queryKey: ['cases-to-route', q],
    queryFn: ({ signal }) =>
      request(caseList, `/api/cases?${new URLSearchParams({ q, limit: String(mostListed) }).toString()}`, { signal }),
  });
  const page = useCasePage(caseId);
  return (
    <Modal
      open
      width={960}
      footer={null}
      title={t('campaigns.whoGets.title', { name: props.name })}
      onCancel={props.onClose}
    >
      <Select
        className={styles.full ?? ''}
        showSearch={{ filterOption: false, onSearch: setText }}
        aria-label={t('campaigns.whoGets.case')}
        placeholder={t('campaigns.whoGets.case')}
        loading={cases.isFetching}
        value={caseId}
        options={(cases.data?.cases ?? []).map((row) => ({
          value: row.caseId,
          label: `${row.externalRef} · ${row.clientName} · ${row.ownerName ?? t('common.nothing')}`,
        }))}
        onChange={setCaseId}
      />
      {caseId !== undefined && (
        <WhoGetsIt
          key={caseId}
          caseId={caseId}
          numbers={page.data?.caseId === caseId ? page.data.ladder : []}
          campaignId={props.campaignId}
        />
      )}
    </Modal>
  );
}
