import { BarChartOutlined, DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Segmented, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import {
  progressGroups,
  progressReport,
  type ProgressGroup,
  type ProgressReport,
} from '../../../src/contract/progress.ts';
import { request } from '../../shared/api/request.ts';
import table from '../../shared/case-file/case-list.module.css';
import { ListedCases } from '../../shared/case-file/listed-cases.tsx';
import { useMay } from '../../shared/session/session.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { Exceptions } from './exceptions.tsx';
import { ProgressTable, type Chosen } from './progress-table.tsx';
import styles from './progress.module.css';

const refreshMs = 30_000;
const isoDay = 'YYYY-MM-DD';

/** The cases of one figure; a link leads on to each. */
function CasesDrawer(props: {
  readonly report: ProgressReport;
  readonly chosen: Chosen | null;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { chosen, report } = props;
  const isOfToday = chosen?.ofToday === true;
  const { from, to } = isOfToday ? { from: report.today, to: report.today } : report;
  const query = new URLSearchParams({ from, to });
  if (chosen !== null) query.set('list', chosen.list);
  const row = chosen?.row ?? null;
  if (row !== null) {
    query.set('group', report.group);
    query.set('key', row.key ?? 'none');
  }
  const name = row === null ? t('progress.total') : (row.name ?? t('progress.nobody'));
  return (
    <Drawer
      open={chosen !== null}
      onClose={props.onClose}
      size={1120}
      title={chosen === null ? '' : `${name} · ${t(`progress.list.${chosen.list}`)}`}
    >
      {chosen !== null && (
        <ListedCases
          screen="progress-cases"
          title={name}
          path={`/api/progress/cases?${query.toString()}`}
          exportHref={`/api/progress/cases/export.csv?${query.toString()}`}
          withOwner={report.group !== 'collector' || row === null}
          empty={{ title: t('progress.listEmpty'), hint: t('progress.listEmptyHint') }}
          linkTo={(caseId, text) => <Link to={`/cases/${caseId}`}>{text}</Link>}
          onOpen={(caseId) => void navigate(`/cases/${caseId}`)}
        />
      )}
    </Drawer>
  );
}

export function ProgressPage(): ReactNode {
  const mayExport = useMay('export');
  const { t, i18n } = useTranslation();
  const [group, setGroup] = useState<ProgressGroup>('collector');
  const [days, setDays] = useState<{ readonly from: string; readonly to: string } | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const query = new URLSearchParams({ group, ...days }).toString();
  const report = useQuery({
    queryKey: ['progress', query],
    queryFn: ({ signal }) => request(progressReport, `/api/progress?${query}`, { signal }),
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
  });
  const content = (): ReactNode => {
    if (report.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 8 }} />;
    if (report.isError) return <FailureView error={report.error} retry={() => void report.refetch()} />;
    if (report.data.rows.length === 0)
      return <EmptyView icon={<BarChartOutlined />} title={t('progress.empty')} hint={t('progress.emptyHint')} />;
    return <ProgressTable report={report.data} onOpen={setChosen} />;
  };
  const shown = report.data;
  return (
    <main className={`${table.page ?? ''} ${styles.page ?? ''}`}>
      <header className={table.head}>
        <h1>{t('progress.title')}</h1>
        {shown !== undefined && (
          <span className="cd-soft">{t('progress.operatingDays', { count: shown.operatingDays })}</span>
        )}
        <DatePicker.RangePicker
          allowClear
          aria-label={t('progress.period')}
          placeholder={[t('progress.today'), t('progress.today')]}
          value={days === null ? null : [dayjs(days.from), dayjs(days.to)]}
          onChange={(range) => {
            const [from, to] = range ?? [];
            setDays(
              from === undefined || to === undefined || from === null || to === null
                ? null
                : { from: from.format(isoDay), to: to.format(isoDay) },
            );
          }}
        />
        <Segmented<ProgressGroup>
          aria-label={t('progress.groupBy')}
          value={group}
          onChange={setGroup}
          options={progressGroups.map((value) => ({ value, label: t(`progress.group.${value}`) }))}
        />
        {mayExport && (
          <Button
            icon={<DownloadOutlined />}
            href={`/api/progress/export?${query}&language=${i18n.language === 'en' ? 'en' : 'zh-CN'}`}
            download
          >
            {t('progress.export')}
          </Button>
        )}
      </header>
      <Exceptions onOpen={(list) => setChosen({ list, row: null, ofToday: true })} />
      <div className={table.body} aria-busy={report.isFetching}>
        {content()}
      </div>
      {shown !== undefined && <CasesDrawer report={shown} chosen={chosen} onClose={() => setChosen(null)} />}
    </main>
  );
}
