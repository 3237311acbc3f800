import { PlusOutlined, SearchOutlined, UploadOutlined, WalletOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal, Skeleton, Tag, Tooltip } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PaymentRow } from '../../../src/contract/payment.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { Refusal } from '../../shared/ui/refusal.tsx';
import { usePayments, useReverse } from './payment-queries.ts';
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

function Rows(props: {
  readonly payments: readonly PaymentRow[];
  readonly onReverse: (row: PaymentRow) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = ['paidOn', 'caseRef', 'client', 'externalRef', 'amount', 'postedAt', 'source', 'state'] as const;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`payments.column.${column}`)}
            </th>
          ))}
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {props.payments.map((row) => (
          <tr key={row.paymentId}>
            <td>{format.day(row.paidOn)}</td>
            <td className="cd-mono">
              <Link to={`/cases/${row.caseId}`}>{row.caseRef}</Link>
            </td>
            <td>{row.clientName}</td>
            <td className="cd-mono">{row.externalRef}</td>
            <td data-column="amount" className={row.reversedAt === null ? '' : styles.reversed}>
              {format.money(row.amountMinor, row.currency)}
            </td>
            <td>{format.moment(row.postedAt)}</td>
            <td>{t(`payments.source.${row.source}`)}</td>
            <td>
              {row.reversedAt === null ? (
                <Tag color="success">{t('payments.stands')}</Tag>
              ) : (
                <Tooltip title={format.moment(row.reversedAt)}>
                  <Tag>{t('payments.reversed', { reason: row.reversalReason ?? '' })}</Tag>
                </Tooltip>
              )}
            </td>
            <td>
              {row.reversedAt === null && (
                <Button size="small" onClick={() => props.onReverse(row)}>
                  {t('payments.reverse')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function PaymentsPage(): ReactNode {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [doing, setDoing] = useState<'post' | 'upload' | PaymentRow | null>(null);
  const payments = usePayments(useDeferredValue(search.trim()));
  const close = (): void => setDoing(null);
  const content = (): ReactNode => {
    if (payments.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 6 }} />;
    if (payments.isError) return <FailureView error={payments.error} retry={() => void payments.refetch()} />;
    if (payments.data.payments.length > 0) return <Rows payments={payments.data.payments} onReverse={setDoing} />;
    return <EmptyView icon={<WalletOutlined />} title={t('payments.empty')} hint={t('payments.emptyHint')} />;
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <h1 title={t('payments.lead')}>{t('payments.title')}</h1>
        <Input
          allowClear
          className={table.search ?? ''}
          prefix={<SearchOutlined />}
          aria-label={t('payments.search')}
          placeholder={t('payments.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Button icon={<UploadOutlined />} onClick={() => setDoing('upload')}>
          {t('payments.upload')}
        </Button>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing('post')}>
          {t('payments.post')}
        </Button>
      </header>
      <div className={table.body}>{content()}</div>
      {doing === 'post' && <PostPayment onClose={close} />}
      {doing === 'upload' && <UploadPayments onClose={close} />}
      {doing !== null && typeof doing === 'object' && <Reverse payment={doing} onClose={close} />}
    </main>
  );
}
