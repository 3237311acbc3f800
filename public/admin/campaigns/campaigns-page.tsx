import { PauseOutlined, PlayCircleOutlined, PlusOutlined, ScheduleOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Tag } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignList, campaignView, type CampaignFilters, type CampaignView } from '../../../src/contract/campaign.ts';
import { fileOf, queryOf } from '../../shared/api/query-of.ts';
import { command, request } from '../../shared/api/request.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ChoiceFilter } from '../../shared/table/choice-filter.tsx';
import table from '../../shared/table/data-table.module.css';
import { SearchFilter } from '../../shared/table/search-filter.tsx';
import { ServerTable } from '../../shared/table/server-table.tsx';
import type { Column } from '../../shared/table/table-columns.ts';
import { usePages } from '../../shared/table/use-pages.ts';
import { codeOf } from '../../shared/ui/failure-view.tsx';
import { CampaignEditor } from './campaign-editor.tsx';
import { campaignsKey } from './campaign-queries.ts';
import { ChecklistDialog } from './checklist-dialog.tsx';
import { CloneDialog } from './clone-dialog.tsx';
import { WhoGetsDialog } from './who-gets-dialog.tsx';

type Doing =
  | { readonly what: 'add' }
  | { readonly what: 'edit' | 'clone' | 'check' | 'whoGets'; readonly campaignId: string; readonly name: string };
const refreshMs = 2_000;
const statusColor = {
  draft: 'default',
  running: 'success',
  paused: 'warning',
  draining: 'processing',
  drained: 'default',
} as const;

function StartPause(props: { readonly campaign: CampaignView; readonly onNotReady: () => void }): ReactNode {
  const { campaign, onNotReady } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const running = campaign.status === 'running';
  const change = useMutation({
    mutationFn: () => command(`/api/campaigns/${campaign.campaignId}/${running ? 'pause' : 'start'}`),
    onSuccess: () => client.invalidateQueries({ queryKey: campaignsKey }),
    onError: (error) => {
      // What is missing is listed, with what to do about it.
      if (codeOf(error) === 'campaign-not-ready') onNotReady();
      else void message.error(t('floor.actionFailed', { why: codeOf(error) }));
    },
  });
  return (
    <Button
      size="small"
      type={running ? 'default' : 'primary'}
      icon={running ? <PauseOutlined /> : <PlayCircleOutlined />}
      loading={change.isPending}
      onClick={() => change.mutate()}
    >
      {t(running ? 'campaigns.pause' : 'campaigns.start')}
    </Button>
  );
}

function LastDecision({ decision }: { readonly decision: CampaignView['lastDecision'] }): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  if (decision === null) return t('common.nothing');
  // A reason that this console does not know yet is shown as it came.
  const because = i18n.exists(`campaigns.because.${decision.because}`)
    ? t(`campaigns.because.${decision.because}` as 'campaigns.because.other_campaign_first', {
        campaign: decision.waitsFor ?? t('common.nothing'),
      })
    : decision.because;
  return (
    <>
      {t('campaigns.launched', { count: decision.launch })}
      <span className="cd-soft">
        {' · '}
        {because}
        {' · '}
        {format.time(decision.at)}
      </span>
    </>
  );
}

function useColumns(onDo: (doing: Doing) => void): readonly Column<CampaignView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: 'name' | 'status' | 'mode' | 'preset' | 'live' | 'decision') => ({
    key,
    title: t(`campaigns.column.${key}`),
  });
  return [
    { ...title('name'), cell: ({ name }) => <strong>{name}</strong>, sorts: true, fixed: true },
    {
      ...title('status'),
      cell: ({ status }) => <Tag color={statusColor[status]}>{t(`campaigns.status.${status}`)}</Tag>,
      sorts: true,
    },
    { ...title('mode'), cell: ({ mode }) => t(`campaigns.mode.${mode}`), sorts: true },
    { ...title('preset'), cell: ({ preset }) => <span className="cd-mono">{preset}</span> },
    { ...title('live'), cell: ({ live }) => format.whole(live), sorts: true, align: 'right' },
    { ...title('decision'), cell: ({ lastDecision }) => <LastDecision decision={lastDecision} /> },
    {
      key: 'act',
      title: t('table.act'),
      align: 'right',
      fixed: true,
      cell: (campaign) => (
        <div className={table.actions}>
          {(['edit', 'clone', 'check', 'whoGets'] as const).map((what) => (
            <Button key={what} size="small" onClick={() => onDo({ what, ...campaign })}>
              {t(`campaigns.action.${what}`)}
            </Button>
          ))}
          <Button
            size="small"
            href={`/supervisor/campaigns/${campaign.campaignId}`}
            title={t('campaigns.simulateHint')}
          >
            {t('campaigns.simulate')}
          </Button>
          <StartPause campaign={campaign} onNotReady={() => onDo({ what: 'check', ...campaign })} />
        </div>
      ),
    },
  ];
}

interface Page {
  readonly rows: readonly CampaignView[];
  readonly nextCursor: string | null;
}

const { status: statuses, mode: modes } = campaignView.shape;

/** Every campaign with what it does now; those that somebody looks for. */
export function CampaignsPage(): ReactNode {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const [{ status, mode }, setChosen] = useState<Omit<CampaignFilters, 'q'>>({});
  const filters: CampaignFilters = { q, status, mode };
  const pages = usePages<CampaignView, Page>({
    key: [...campaignsKey, 'list'],
    filters,
    sort: { by: 'name', down: false },
    refreshMs,
    fetch: async (ask, signal) => {
      const { campaigns, nextCursor } = await request(
        campaignList,
        `/api/campaigns?${queryOf({ ...filters, ...ask })}`,
        { signal },
      );
      return { rows: campaigns, nextCursor };
    },
  });
  const close = (): void => setDoing(null);
  return (
    <>
      <ServerTable
        screen="campaigns"
        title={t('campaigns.title')}
        columns={useColumns(setDoing)}
        pages={pages}
        rowKey={({ campaignId }) => campaignId}
        unfiltered={queryOf(filters) === ''}
        empty={{ icon: <ScheduleOutlined />, title: t('campaigns.empty'), hint: t('campaigns.emptyHint') }}
        exportHref={fileOf('/api/campaigns/export.csv', filters)}
        onRowKey={(campaign, key) => key === 'Enter' && setDoing({ what: 'edit', ...campaign })}
        filters={
          <>
            <SearchFilter label={t('campaigns.column.name')} value={text} onChange={setText} />
            <ChoiceFilter
              label={t('campaigns.column.status')}
              value={status}
              options={statuses.options.map((value) => ({ value, label: t(`campaigns.status.${value}`) }))}
              onChange={(chosen) => setChosen({ status: chosen, mode })}
            />
            <ChoiceFilter
              label={t('campaigns.column.mode')}
              value={mode}
              options={modes.options.map((value) => ({ value, label: t(`campaigns.mode.${value}`) }))}
              onChange={(chosen) => setChosen({ status, mode: chosen })}
            />
          </>
        }
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing({ what: 'add' })}>
            {t('campaigns.add')}
          </Button>
        }
      />
      {doing?.what === 'add' && <CampaignEditor campaignId={null} onClose={close} />}
      {doing?.what === 'edit' && <CampaignEditor campaignId={doing.campaignId} onClose={close} />}
      {doing?.what === 'clone' && <CloneDialog {...doing} onClose={close} />}
      {doing?.what === 'whoGets' && <WhoGetsDialog {...doing} onClose={close} />}
      {doing?.what === 'check' && <ChecklistDialog {...doing} onClose={close} />}
    </>
  );
}
