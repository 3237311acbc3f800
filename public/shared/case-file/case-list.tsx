import { FolderOpenOutlined } from '@ant-design/icons';
import { Checkbox, Tag } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseList, casePage, caseRow, type CaseList as Cases, type CaseSearch } from '../../../src/contract/case.ts';
import { fileOf } from '../api/query-of.ts';
import { request } from '../api/request.ts';
import { useFormat } from '../format/use-format.ts';
import { ChoiceFilter } from '../table/choice-filter.tsx';
import { SearchFilter } from '../table/search-filter.tsx';
import { ServerTable } from '../table/server-table.tsx';
import type { Column } from '../table/table-columns.ts';
import { usePages } from '../table/use-pages.ts';
import { OwnerFilter } from './owner-filter.tsx';
import { useMaySupervise } from './stop-commands.ts';
import styles from './case-list.module.css';

type Row = Cases['cases'][number];
type LinkTo = (caseId: string, text: string) => ReactNode;
interface Page {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

const classes = casePage.shape.caseClass.options;
const statuses = caseRow.shape.status.options;

function useColumns(linkTo: LinkTo): readonly Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (
    key: 'reference' | 'debtor' | 'client' | 'caseClass' | 'owner' | 'next' | 'last' | 'attempts' | 'amount',
  ) => ({ key, title: t(`cases.column.${key}`) });
  return [
    {
      ...title('reference'),
      cell: ({ caseId, externalRef }) => <span className="cd-mono">{linkTo(caseId, externalRef)}</span>,
      sorts: true,
      fixed: true,
    },
    { ...title('debtor'), cell: ({ debtorName }) => debtorName ?? t('common.nothing') },
    { ...title('client'), cell: ({ clientName }) => clientName },
    {
      ...title('amount'),
      key: 'owed',
      hint: t('cases.owedHint'),
      cell: ({ amountMinor, currency }) => format.money(amountMinor, currency),
      sorts: true,
      align: 'right',
    },
    {
      ...title('caseClass'),
      cell: ({ caseClass, status }) => (
        <>
          <Tag className={styles.tag ?? ''}>{t(`terms.caseClass.${caseClass}`)}</Tag>
          {status !== 'open' && (
            <Tag color="error" className={styles.tag ?? ''}>
              {t(`terms.caseStatus.${status}`)}
            </Tag>
          )}
        </>
      ),
    },
    { ...title('owner'), cell: ({ ownerName }) => ownerName ?? t('common.nothing') },
    {
      ...title('next'),
      cell: ({ nextFollowUpOn }) => (nextFollowUpOn === null ? t('common.nothing') : format.day(nextFollowUpOn)),
      sorts: true,
    },
    {
      ...title('last'),
      cell: ({ lastAttemptAt }) => (lastAttemptAt === null ? t('common.nothing') : format.moment(lastAttemptAt)),
      sorts: true,
    },
    { ...title('attempts'), cell: ({ attempts }) => format.whole(attempts), align: 'right' },
  ];
}

type Filters = Pick<CaseSearch, 'class' | 'status' | 'owner' | 'mine'>;

/** All cases that one may see, found by number or name; what is typed goes in a body, never into an address. */
export function CaseList({
  linkTo,
  onOpen,
}: {
  readonly linkTo: LinkTo;
  readonly onOpen: (caseId: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const maySupervise = useMaySupervise();
  const [text, setText] = useState('');
  const [filters, setFilters] = useState<Filters>({});
  const sought = useDeferredValue(text.trim());
  const asked = { ...filters, ...(sought === '' ? {} : { text: sought }) };
  const narrow = (over: Filters): void => setFilters({ ...filters, ...over });
  const pages = usePages<Row, Page>({
    key: ['cases'],
    filters: asked,
    sort: { by: 'added', down: true },
    fetch: async (ask, signal) => {
      const body = { ...asked, ...ask } as CaseSearch;
      const { cases, nextCursor } = await request(caseList, '/api/cases/search', { method: 'POST', body, signal });
      return { rows: cases, nextCursor };
    },
  });
  return (
    <ServerTable
      screen="cases"
      title={t('cases.title')}
      columns={useColumns(linkTo)}
      pages={pages}
      rowKey={({ caseId }) => caseId}
      unfiltered={sought === '' && Object.values(filters).every((value) => value === undefined || value === false)}
      empty={{
        icon: <FolderOpenOutlined />,
        title: t('cases.none'),
        hint: t(maySupervise ? 'cases.noneHint' : 'cases.noneOfAgentHint'),
      }}
      // A name has no place in the address of a file.
      exportHref={maySupervise && sought === '' ? fileOf('/api/cases/export.csv', filters) : undefined}
      onRowKey={({ caseId }, key) => key === 'Enter' && onOpen(caseId)}
      filters={
        <>
          <SearchFilter label={t('cases.searchPlaceholder')} value={text} onChange={setText} autoFocus />
          <Checkbox checked={filters.mine === true} onChange={(event) => narrow({ mine: event.target.checked })}>
            {t('worklist.mine')}
          </Checkbox>
          <ChoiceFilter
            label={t('cases.column.caseClass')}
            any={t('cases.anyClass')}
            value={filters.class}
            options={classes.map((value) => ({ value, label: t(`terms.caseClass.${value}`) }))}
            onChange={(chosen) => narrow({ class: chosen })}
          />
          <ChoiceFilter
            label={t('cases.detail.status')}
            value={filters.status}
            options={statuses.map((value) => ({ value, label: t(`terms.caseStatus.${value}`) }))}
            onChange={(chosen) => narrow({ status: chosen })}
          />
          {maySupervise && <OwnerFilter value={filters.owner} onChange={(owner) => narrow({ owner })} />}
        </>
      }
    />
  );
}
