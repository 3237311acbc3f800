import { FileSearchOutlined, SafetyOutlined } from '@ant-design/icons';
import { Alert, Button, DatePicker, Input, Select, Skeleton, Tooltip } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntryView, AuditFilters, AuditVerdict } from '../../../src/contract/audit.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { useMay } from '../../shared/session/session.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { AccessTabs } from '../people/access-tabs.tsx';
import { queryOf, useAudit, useAuditWords, useVerifyAudit } from './audit-queries.ts';
import styles from './audit.module.css';

function Verdict({ verdict }: { readonly verdict: AuditVerdict }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Alert
      showIcon
      type={verdict.intact ? 'success' : 'error'}
      title={verdict.intact ? t('audit.intact', { entries: format.whole(verdict.entries) }) : t('audit.broken')}
      description={
        verdict.intact ? (
          verdict.head !== null && <span className={styles.head}>{t('audit.head', verdict.head)}</span>
        ) : (
          <>
            {verdict.faults.map(({ seq, fault }) => (
              <div key={seq}>{t(`audit.fault.${fault}`, { seq })}</div>
            ))}
          </>
        )
      }
    />
  );
}

const detailOf = (entry: AuditEntryView): string =>
  Object.entries(entry.detail ?? {})
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');

function Rows(props: { readonly entries: readonly AuditEntryView[]; readonly onWho: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">
            <Tooltip title={t('audit.seqHint')}>
              <span tabIndex={0}>{t('audit.seq')}</span>
            </Tooltip>
          </th>
          <th scope="col">{t('audit.when')}</th>
          <th scope="col">{t('audit.who')}</th>
          <th scope="col">{t('audit.action')}</th>
          <th scope="col">{t('audit.subjectType')}</th>
          <th scope="col">{t('audit.detail')}</th>
        </tr>
      </thead>
      <tbody>
        {props.entries.map((entry) => {
          const { actor } = entry;
          return (
            <tr key={entry.seq}>
              <td className="cd-mono">{entry.seq}</td>
              <td>{format.moment(entry.at)}</td>
              <td>
                {actor === null ? (
                  <span className="cd-soft">{t('audit.system')}</span>
                ) : (
                  <Button type="link" size="small" onClick={() => props.onWho(actor.id)}>
                    {actor.name}
                  </Button>
                )}
              </td>
              <td className="cd-mono">{entry.action}</td>
              <td>
                {entry.subjectType} <code className={styles.id}>{entry.subjectId ?? ''}</code>
              </td>
              <td className={styles.detail} title={detailOf(entry)}>
                {detailOf(entry)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type Filters = Omit<AuditFilters, 'subjectId'>;

export function AuditPage(): ReactNode {
  const { t } = useTranslation();
  const [filters, setFilters] = useState<Filters>({});
  const [id, setId] = useState('');
  const subjectId = useDeferredValue(id.trim());
  const asked: AuditFilters = { ...filters, subjectId };
  const audit = useAudit(asked);
  const words = useAuditWords().data ?? { actions: [], subjectTypes: [] };
  const verify = useVerifyAudit();
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? [];
  const narrow = (over: Filters): void => setFilters((before) => ({ ...before, ...over }));
  const mayExport = useMay('export');
  const exportTo = (format: 'csv' | 'ndjson'): string => `/api/audit/export?${queryOf(asked)}&format=${format}`;
  const who = entries.find((entry) => entry.actor?.id === filters.actorId)?.actor?.name;

  const content = (): ReactNode => {
    if (audit.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 8 }} />;
    if (audit.isError) return <FailureView error={audit.error} retry={() => void audit.refetch()} />;
    if (entries.length === 0) {
      return <EmptyView icon={<FileSearchOutlined />} title={t('audit.empty')} hint={t('audit.emptyHint')} />;
    }
    return (
      <>
        <Rows entries={entries} onWho={(actorId) => narrow({ actorId })} />
        {audit.hasNextPage && (
          <div className={table.more}>
            <Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
              {t('common.more')}
            </Button>
          </div>
        )}
      </>
    );
  };

  return (
    <main className={`${table.page ?? ''} ${styles.page ?? ''}`}>
      <header className={table.head}>
        <AccessTabs />
        <Tooltip title={t('audit.verifyHint')}>
          <Button icon={<SafetyOutlined />} loading={verify.isPending} onClick={() => verify.mutate()}>
            {t('audit.verify')}
          </Button>
        </Tooltip>
        {mayExport && (
          <>
            <Button href={exportTo('csv')}>{t('audit.exportCsv')}</Button>
            <Button href={exportTo('ndjson')}>{t('audit.exportNdjson')}</Button>
          </>
        )}
      </header>
      <div className={styles.filters}>
        <Select
          allowClear
          className={styles.filter ?? ''}
          aria-label={t('audit.who')}
          placeholder={t('audit.anybody')}
          value={filters.actorId ?? null}
          options={filters.actorId === undefined ? [] : [{ value: filters.actorId, label: who ?? filters.actorId }]}
          onChange={(actorId: string | null | undefined) => narrow({ actorId: actorId ?? undefined })}
        />
        <Select
          allowClear
          showSearch
          className={styles.filter ?? ''}
          aria-label={t('audit.action')}
          placeholder={t('audit.anyAction')}
          options={words.actions.map((value) => ({ value, label: value }))}
          onChange={(action?: string) => narrow({ action })}
        />
        <Select
          allowClear
          showSearch
          className={styles.filter ?? ''}
          aria-label={t('audit.subjectType')}
          placeholder={t('audit.anyObject')}
          options={words.subjectTypes.map((value) => ({ value, label: value }))}
          onChange={(subjectType?: string) => narrow({ subjectType })}
        />
        <Input
          allowClear
          className={styles.filter ?? ''}
          placeholder={t('audit.subjectId')}
          aria-label={t('audit.subjectId')}
          value={id}
          onChange={(event) => setId(event.target.value)}
        />
        <DatePicker.RangePicker
          placeholder={[t('audit.from'), t('audit.to')]}
          onChange={(days) =>
            narrow({
              from: days?.[0]?.startOf('day').valueOf(),
              to: days?.[1]?.endOf('day').add(1, 'millisecond').valueOf(),
            })
          }
        />
      </div>
      <div className={table.body} aria-busy={audit.isFetching}>
        {verify.data !== undefined && <Verdict verdict={verify.data} />}
        {verify.isError && <FailureView error={verify.error} />}
        {content()}
      </div>
    </main>
  );
}
