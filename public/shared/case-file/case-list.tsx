import { SearchOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select, Skeleton, Tag } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseList, casePage, type CaseList as Cases } from '../../../src/contract/case.ts';
import { request } from '../api/request.ts';
import { useFormat } from '../format/use-format.ts';
import { EmptyView } from '../ui/empty-view.tsx';
import { FailureView } from '../ui/failure-view.tsx';
import styles from './case-list.module.css';

const classes = casePage.shape.caseClass.options;

function Rows(props: {
  readonly cases: Cases['cases'];
  readonly linkTo: (caseId: string, text: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = [
    'reference',
    'debtor',
    'client',
    'amount',
    'caseClass',
    'owner',
    'next',
    'last',
    'attempts',
  ] as const;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`cases.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.cases.map((row) => (
          <tr key={row.caseId}>
            <td className="cd-mono">{props.linkTo(row.caseId, row.externalRef)}</td>
            <td>{row.debtorName ?? t('common.nothing')}</td>
            <td>{row.clientName}</td>
            <td data-column="amount">{format.money(row.amountMinor, row.currency)}</td>
            <td>
              <Tag className={styles.tag ?? ''}>{t(`terms.caseClass.${row.caseClass}`)}</Tag>
              {row.status !== 'open' && (
                <Tag color="error" className={styles.tag ?? ''}>
                  {t(`terms.caseStatus.${row.status}`)}
                </Tag>
              )}
            </td>
            <td>{row.ownerName ?? t('common.nothing')}</td>
            <td>{row.nextFollowUpOn === null ? t('common.nothing') : format.day(row.nextFollowUpOn)}</td>
            <td>{row.lastAttemptAt === null ? t('common.nothing') : format.moment(row.lastAttemptAt)}</td>
            <td data-column="attempts">{format.whole(row.attempts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function CaseList({ linkTo }: { readonly linkTo: (caseId: string, text: string) => ReactNode }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [caseClass, setCaseClass] = useState<string | null>(null);
  const [mine, setMine] = useState(false);
  const q = useDeferredValue(text.trim());
  const list = useInfiniteQuery({
    queryKey: ['cases', q, caseClass, mine],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (q !== '') query.set('q', q);
      if (caseClass !== null) query.set('class', caseClass);
      if (mine) query.set('mine', 'true');
      if (pageParam !== null) query.set('cursor', pageParam);
      return request(caseList, `/api/cases?${query.toString()}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (before) => before,
  });
  const rows = list.data?.pages.flatMap((page) => page.cases) ?? [];
  const content = (): ReactNode => {
    if (list.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 8 }} />;
    if (list.isError) return <FailureView error={list.error} retry={() => void list.refetch()} />;
    if (rows.length === 0)
      return <EmptyView icon={<SearchOutlined />} title={t('cases.empty')} hint={t('cases.emptyHint')} />;
    return (
      <>
        <Rows cases={rows} linkTo={linkTo} />
        {list.hasNextPage && (
          <div className={styles.more}>
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('cases.loadMore')}
            </Button>
          </div>
        )}
      </>
    );
  };
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>{t('cases.title')}</h1>
        <Input
          allowClear
          autoFocus
          className={styles.search ?? ''}
          prefix={<SearchOutlined />}
          placeholder={t('cases.searchPlaceholder')}
          aria-label={t('cases.searchPlaceholder')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Checkbox checked={mine} onChange={(event) => setMine(event.target.checked)}>
          {t('worklist.mine')}
        </Checkbox>
        <Select
          allowClear
          className={styles.class ?? ''}
          placeholder={t('cases.anyClass')}
          aria-label={t('cases.column.caseClass')}
          value={caseClass}
          options={classes.map((value) => ({ value, label: t(`terms.caseClass.${value}`) }))}
          onChange={(value: string | undefined) => setCaseClass(value ?? null)}
        />
      </header>
      <div className={styles.body} aria-busy={list.isFetching}>
        {content()}
      </div>
    </main>
  );
}
