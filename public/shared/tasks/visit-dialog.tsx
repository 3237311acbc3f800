import { useQuery } from '@tanstack/react-query';
import { Input, Modal, Select, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { visitOptions } from '../../../src/contract/visit.ts';
import { request } from '../api/request.ts';
import { FailureView } from '../ui/failure-view.tsx';
import styles from './tasks.module.css';
import { useAct } from './use-act.ts';

export function VisitDialog(props: { readonly caseId: string; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [address, setAddress] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const act = useAct(props.onClose);
  const options = useQuery({
    queryKey: ['visit-options', props.caseId],
    queryFn: ({ signal }) => request(visitOptions, `/api/cases/${props.caseId}/visit-options`, { signal }),
    staleTime: 0,
  });
  const content = (): ReactNode => {
    if (options.isPending) return <Skeleton active />;
    if (options.isError) return <FailureView error={options.error} retry={() => void options.refetch()} />;
    const { kind, addresses } = options.data;
    return (
      <div className={styles['form']}>
        <Tooltip title={t('tasks.visit.kindHint')}>
          <span>
            {t('tasks.visit.kind')}{' '}
            <Tag color={kind === 'lost' ? 'error' : 'processing'}>{t(`tasks.visit.kinds.${kind}`)}</Tag>
          </span>
        </Tooltip>
        <label>
          {t('tasks.visit.address')}
          <Select
            value={address}
            onChange={setAddress}
            notFoundContent={t('tasks.visit.noAddress')}
            options={addresses.map((each) => ({
              value: each.address,
              disabled: each.invalid,
              label: each.invalid ? `${each.address} (${t('tasks.visit.addressInvalid')})` : each.address,
            }))}
          />
        </label>
        <label>
          {t('tasks.visit.reason')}
          <Input.TextArea rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      </div>
    );
  };
  return (
    <Modal
      open
      title={t('tasks.visit.orderTitle')}
      okText={t('tasks.visit.order')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: address === null || reason.trim() === '', loading: act.isPending }}
      onOk={() => act.mutate({ path: `/api/cases/${props.caseId}/visits`, body: { address, reason } })}
      onCancel={props.onClose}
    >
      {content()}
    </Modal>
  );
}
