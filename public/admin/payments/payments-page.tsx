import { PlusOutlined, UploadOutlined, WalletOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal, Tag, Tooltip } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paymentList, type PaymentFilters, type PaymentRow } from '../../../src/contract/payment.ts';
import { fileOf, queryOf } from '../../shared/api/query-of.ts';
import { request } from '../../shared/api/request.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ChoiceFilter } from '../../shared/table/choice-filter.tsx';
import { SearchFilter } from '../../shared/table/search-filter.tsx';
import { ServerTable } from '../../shared/table/server-table.tsx';
import type { Column } from '../../shared/table/table-columns.ts';
import { usePages } from '../../shared/table/use-pages.ts';
import { Refusal } from '../../shared/ui/refusal.tsx';
import { useClients } from '../placements/placement-queries.ts';
import { paymentsKey, useReverse } from './payment-queries.ts';
import { PostPayment } from './post-payment.tsx';
import { UploadPayments } from './upload-payments.tsx';
import styles from './payments.module.css';

function Reverse({ payment, onClose }: { readonly payment: PaymentRow; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const reverse = useReverse();
  const send = (): void =>
    reverse.mutate(
      { paymentId: payment.paymentId, reason: reason.trim() },
      {
        onSuccess: ({ reopened, owedMinor }) => {
          const owed = format.money(owedMinor, payment.currency);
          void message.success(t(reopened ? 'payments.done.reopened' : 'payments.done.reversed', { owed }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('payments.reverseTitle')}
      okText={t('payments.reverse')}
      cancelText={t('payments.file.close')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      confirmLoading={reverse.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <p>
        <strong>{format.money(payment.amountMinor, payment.currency)}</strong>{' '}
        <span className="cd-mono">{payment.externalRef}</span>
      </p>
      <p className="cd-soft">{t('payments.reverseLead')}</p>
      <Input.TextArea
        autoFocus
        aria-label={t('payments.reason')}
        placeholder={t('payments.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {reverse.isError && <Refusal title={t('payments.refused')} error={reverse.error} />}
    </Modal>
  );
}

interface Page {
  readonly rows: readonly PaymentRow[];
  readonly nextCursor: string | null;
}

function useColumns(onReverse: (row: PaymentRow) => void): readonly Column<PaymentRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const column = (key: 'paidOn' | 'caseRef' | 'client' | 'externalRef' | 'amount' | 'source' | 'state') => ({
    key,
    title: t(`payments.column.${key}`),
  });
  return [
    { ...column('paidOn'), cell: ({ paidOn }) => format.day(paidOn) },
    {
      ...column('caseRef'),
      cell: ({ caseId, caseRef }) => (
        <Link className="cd-mono" to={`/cases/${caseId}`}>
          {caseRef}
        </Link>
      ),
      fixed: true,
    },
    { ...column('client'), cell: ({ clientName }) => clientName },
    { ...column('externalRef'), cell: ({ externalRef }) => <span className="cd-mono">{externalRef}</span> },
    {
      ...column('amount'),
      cell: (row) => (
        <span className={row.reversedAt === null ? '' : styles.reversed}>
          {format.money(row.amountMinor, row.currency)}
        </span>
      ),
      align: 'right',
    },
    {
      key: 'postedAt',
      title: t('payments.column.postedAt'),
      cell: ({ postedAt }) => format.moment(postedAt),
      sorts: true,
    },
    { ...column('source'), cell: ({ source }) => t(`payments.source.${source}`) },
    {
      ...column('state'),
      cell: ({ reversedAt, reversalReason }) =>
        reversedAt === null ? (
          <Tag color="success">{t('payments.stands')}</Tag>
        ) : (
          <Tooltip title={format.moment(reversedAt)}>
            <Tag>{t('payments.reversed', { reason: reversalReason ?? '' })}</Tag>
          </Tooltip>
        ),
    },
    {
      key: 'act',
      title: '',
      fixed: true,
      cell: (row) =>
        row.reversedAt === null && (
          <Button size="small" onClick={() => onReverse(row)}>
            {t('payments.reverse')}
          </Button>
        ),
    },
  ];
}

export function PaymentsPage(): ReactNode {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [doing, setDoing] = useState<'post' | 'upload' | PaymentRow | null>(null);
  const q = useDeferredValue(search.trim());
  const clients = useClients().data?.clients ?? [];
  const [clientId, setClientId] = useState<string>();
  const filters: PaymentFilters = { q, clientId };
  const pages = usePages<PaymentRow, Page>({
    key: paymentsKey,
    filters,
    sort: { by: 'postedAt', down: true },
    fetch: async (ask, signal) => {
      const query = queryOf({ ...filters, ...ask });
      const { payments, nextCursor } = await request(paymentList, `/api/payments?${query}`, { signal });
      return { rows: payments, nextCursor };
    },
  });
  const close = (): void => setDoing(null);
  return (
    <>
      <ServerTable
        screen="payments"
        title={t('payments.title')}
        columns={useColumns(setDoing)}
        pages={pages}
        rowKey={({ paymentId }) => paymentId}
        unfiltered={queryOf(filters) === ''}
        empty={{ icon: <WalletOutlined />, title: t('payments.empty'), hint: t('payments.emptyHint') }}
        note={t('payments.lead')}
        exportHref={fileOf('/api/payments/export.csv', filters)}
        filters={
          <>
            <SearchFilter label={t('payments.search')} value={search} onChange={setSearch} />
            <ChoiceFilter
              label={t('payments.column.client')}
              value={clientId}
              options={clients.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setClientId}
            />
          </>
        }
        actions={
          <>
            <Button icon={<UploadOutlined />} onClick={() => setDoing('upload')}>
              {t('payments.upload')}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing('post')}>
              {t('payments.post')}
            </Button>
          </>
        }
      />
      {doing === 'post' && <PostPayment onClose={close} />}
      {doing === 'upload' && <UploadPayments onClose={close} />}
      {doing !== null && typeof doing === 'object' && <Reverse payment={doing} onClose={close} />}
    </>
  );
}
