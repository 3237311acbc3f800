import { BellOutlined, CheckOutlined, EyeOutlined } from '@ant-design/icons';
import { Button, Select, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { alertPage, alertStates, type AlertPage, type AlertRow } from '../../../src/contract/alert.ts';
import { refreshMs, alertsKey, useAcknowledge, useResolve } from '../../shared/alerts/alert-queries.ts';
import { fileOf } from '../../shared/api/query-of.ts';
import { request } from '../../shared/api/request.ts';
import { ReasonDialog } from '../../shared/case-file/reason-dialog.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { english } from '../../shared/i18n/locales.ts';
import { ServerTable } from '../../shared/table/server-table.tsx';
import type { Column } from '../../shared/table/table-columns.ts';
import { usePages } from '../../shared/table/use-pages.ts';
import styles from './alerts.module.css';

type Kind = keyof typeof english.alerts.kind;
const isKnown = (kind: string): kind is Kind => kind in english.alerts.kind;

/** The kind in words; one that this console does not know yet by its name. */
export function useKindWords(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => (isKnown(kind) ? t(`alerts.kind.${kind}`) : kind.replaceAll('_', ' '));
}

function About({ about }: { readonly about: AlertRow['about'] }): ReactNode {
  const { t } = useTranslation();
  if (about === null) return <span className="cd-soft">{t('common.nothing')}</span>;
  const to = { case: `/cases/${about.id}`, trunk: '/trunks', fraud: '/fraud', calendar: '/calendars' }[about.what];
  return (
    <Link to={to}>
      {t(`alerts.about.${about.what}`)} {about.name}
    </Link>
  );
}

function useColumns(onResolve: (row: AlertRow) => void): readonly Column<AlertRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useKindWords();
  const acknowledge = useAcknowledge();
  const title = (key: keyof typeof english.alerts.column) => ({ key, title: t(`alerts.column.${key}`) });
  const byAt = (name: string | null, at: number | null): string =>
    at === null ? '' : `${name ?? t('alerts.byItself')} ${format.moment(at)}`;
  return [
    { ...title('kind'), cell: ({ kind }) => <strong>{words(kind)}</strong>, fixed: true },
    {
      key: 'raised',
      title: t('alerts.column.raised'),
      cell: ({ raisedAt }) => format.moment(raisedAt),
      sorts: true,
    },
    { ...title('about'), cell: ({ about }) => <About about={about} /> },
    {
      ...title('state'),
      cell: ({ resolvedAt, acknowledgedAt }) =>
        resolvedAt !== null ? (
          <Tag color="success">{t('alerts.state.resolved')}</Tag>
        ) : acknowledgedAt !== null ? (
          <Tag color="processing">{t('alerts.state.acknowledged')}</Tag>
        ) : (
          <Tag color="error">{t('alerts.state.open')}</Tag>
        ),
    },
    { ...title('seen'), cell: (row) => byAt(row.acknowledgedByName, row.acknowledgedAt) },
    {
      ...title('resolved'),
      cell: (row) => (
        <span className={styles.note} title={row.note ?? ''}>
          {byAt(row.resolvedByName, row.resolvedAt)} {row.note}
        </span>
      ),
    },
    {
      key: 'act',
      title: t('alerts.column.act'),
      fixed: true,
      cell: (row) =>
        row.resolvedAt === null && (
          <span className={styles.actions}>
            <Button
              size="small"
              icon={<EyeOutlined />}
              disabled={row.acknowledgedAt !== null}
              loading={acknowledge.isPending && acknowledge.variables === row.id}
              onClick={() => acknowledge.mutate(row.id)}
            >
              {t('alerts.acknowledge')}
            </Button>
            <Button size="small" icon={<CheckOutlined />} onClick={() => onResolve(row)}>
              {t('alerts.resolve')}
            </Button>
          </span>
        ),
    },
  ];
}

function ResolveAlert(props: { readonly row: AlertRow; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const words = useKindWords();
  const resolve = useResolve(props.row.id, props.onClose);
  return (
    <ReasonDialog
      title={words(props.row.kind)}
      hint={t('alerts.resolveHint')}
      action={t('alerts.resolve')}
      busy={resolve.isPending}
      error={resolve.error}
      onClose={props.onClose}
      onSubmit={(note) => resolve.mutate(note)}
    />
  );
}

/** Whatever somebody has to look at, from all rooms of the house; told by the server as it comes. */
export function AlertsPage(): ReactNode {
  const { t } = useTranslation();
  const words = useKindWords();
  const [state, setState] = useState<(typeof alertStates)[number]>('open');
  const [kind, setKind] = useState<string | null>(null);
  const [resolving, setResolving] = useState<AlertRow | null>(null);
  const pages = usePages<AlertRow, AlertPage>({
    key: alertsKey,
    filters: { state, kind },
    sort: { by: 'raised', down: true },
    refreshMs,
    fetch: ({ down, cursor, limit }, signal) => {
      const query = new URLSearchParams({ state, down: String(down), limit: String(limit) });
      if (kind !== null) query.set('kind', kind);
      if (cursor !== undefined) query.set('cursor', cursor);
      return request(alertPage, `/api/alerts?${query.toString()}`, { signal });
    },
  });
  const kinds = pages.query.data?.kinds ?? [];
  return (
    <>
      <ServerTable
        screen="alerts"
        title={t('alerts.title')}
        columns={useColumns(setResolving)}
        pages={pages}
        rowKey={({ id }) => id}
        unfiltered={kind === null && state === 'open'}
        empty={{ icon: <BellOutlined />, title: t('alerts.empty'), hint: t('alerts.emptyHint') }}
        tone={(row) => (row.resolvedAt === null && row.acknowledgedAt === null ? 'bad' : undefined)}
        note={t('alerts.note')}
        exportHref={fileOf('/api/alerts/export.csv', { state, kind })}
        filters={
          <>
            <Select
              aria-label={t('alerts.column.state')}
              className={styles.filter ?? ''}
              value={state}
              onChange={setState}
              options={alertStates.map((value) => ({ value, label: t(`alerts.state.${value}`) }))}
            />
            <Select
              allowClear
              aria-label={t('alerts.column.kind')}
              className={styles.kind ?? ''}
              placeholder={t('alerts.column.kind')}
              value={kind}
              onChange={(value: string | undefined) => setKind(value ?? null)}
              options={kinds.map((each) => ({ value: each.kind, label: `${words(each.kind)} (${each.count})` }))}
            />
          </>
        }
      />
      {resolving !== null && <ResolveAlert row={resolving} onClose={() => setResolving(null)} />}
    </>
  );
}
