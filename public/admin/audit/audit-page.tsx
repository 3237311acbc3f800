import { FileSearchOutlined, SafetyOutlined } from '@ant-design/icons';
import { Alert, Button, DatePicker, Tooltip } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntryView, AuditFilters, AuditVerdict } from '../../../src/contract/audit.ts';
import { fileOf } from '../../shared/api/query-of.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useMay } from '../../shared/session/session.ts';
import { ChoiceFilter } from '../../shared/table/choice-filter.tsx';
import { SearchFilter } from '../../shared/table/search-filter.tsx';
import { ServerTable } from '../../shared/table/server-table.tsx';
import type { Column } from '../../shared/table/table-columns.ts';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { AccessTabs } from '../people/access-tabs.tsx';
import { useAuditTerms } from './audit-terms.ts';
import { useAudit, useAuditWords, useVerifyAudit } from './audit-queries.ts';
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

function useColumns(onWho: (id: string) => void): readonly Column<AuditEntryView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useAuditTerms();
  const title = (key: 'when' | 'who' | 'action' | 'subjectType' | 'detail') => ({ key, title: t(`audit.${key}`) });
  return [
    {
      key: 'seq',
      title: t('audit.seq'),
      hint: t('audit.seqHint'),
      cell: ({ seq }) => <span className="cd-mono">{seq}</span>,
      fixed: true,
    },
    { ...title('when'), cell: ({ at }) => format.moment(at) },
    {
      ...title('who'),
      cell: ({ actor }) =>
        actor === null ? (
          <span className="cd-soft">{t('audit.system')}</span>
        ) : (
          <Button type="link" size="small" onClick={() => onWho(actor.id)}>
            {actor.name}
          </Button>
        ),
    },
    { ...title('action'), cell: ({ action }) => <span title={action}>{say.action(action)}</span> },
    {
      ...title('subjectType'),
      cell: ({ subjectType, subjectId }) => (
        <>
          <span title={subjectType}>{say.object(subjectType)}</span>{' '}
          <code className={styles.id}>{subjectId ?? ''}</code>
        </>
      ),
    },
    {
      ...title('detail'),
      cell: (entry) => (
        <div className={styles.detail} title={detailOf(entry)}>
          {detailOf(entry)}
        </div>
      ),
    },
  ];
}

type Filters = Omit<AuditFilters, 'subjectId'>;

/** Who did what to what, and whether the log is as it was written. */
export function AuditPage(): ReactNode {
  const { t } = useTranslation();
  const [filters, setFilters] = useState<Filters>({});
  const [id, setId] = useState('');
  const subjectId = useDeferredValue(id.trim());
  const asked: AuditFilters = { ...filters, subjectId };
  const pages = useAudit(asked);
  const words = useAuditWords().data ?? { actions: [], subjectTypes: [] };
  const verify = useVerifyAudit();
  const narrow = (over: Filters): void => setFilters((before) => ({ ...before, ...over }));
  const mayExport = useMay('export');
  const exportTo = (format: 'csv' | 'ndjson'): string => fileOf('/api/audit/export', { ...asked, format });
  const { actorId } = filters;
  const who = pages.query.data?.rows.find((entry) => entry.actor?.id === actorId)?.actor?.name;
  const say = useAuditTerms();
  const asOptions = (list: readonly string[], word: (value: string) => string) =>
    list.map((value) => ({ value, label: word(value) }));
  return (
    <ServerTable
      screen="audit"
      title={t('people.tab.audit')}
      heading={<AccessTabs />}
      above={
        <>
          {verify.data !== undefined && <Verdict verdict={verify.data} />}
          {verify.isError && <FailureView error={verify.error} />}
        </>
      }
      columns={useColumns((chosen) => narrow({ actorId: chosen }))}
      pages={pages}
      rowKey={({ seq }) => String(seq)}
      unfiltered={fileOf('', asked) === ''}
      empty={{ icon: <FileSearchOutlined />, title: t('audit.empty'), hint: t('audit.emptyHint') }}
      actions={
        <>
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
        </>
      }
      filters={
        <>
          <ChoiceFilter
            label={t('audit.who')}
            any={t('audit.anybody')}
            value={actorId}
            options={actorId === undefined ? [] : [{ value: actorId, label: who ?? actorId }]}
            onChange={(chosen) => narrow({ actorId: chosen })}
          />
          <ChoiceFilter
            label={t('audit.action')}
            any={t('audit.anyAction')}
            value={filters.action}
            options={asOptions(words.actions, say.action)}
            onChange={(action) => narrow({ action })}
          />
          <ChoiceFilter
            label={t('audit.subjectType')}
            any={t('audit.anyObject')}
            value={filters.subjectType}
            options={asOptions(words.subjectTypes, say.object)}
            onChange={(subjectType) => narrow({ subjectType })}
          />
          <SearchFilter label={t('audit.subjectId')} value={id} onChange={setId} />
          <DatePicker.RangePicker
            placeholder={[t('audit.from'), t('audit.to')]}
            onChange={(days) =>
              narrow({
                from: days?.[0]?.startOf('day').valueOf(),
                to: days?.[1]?.endOf('day').add(1, 'millisecond').valueOf(),
              })
            }
          />
        </>
      }
    />
  );
}
