import { PauseOutlined, PlayCircleOutlined, PlusOutlined, ScheduleOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Skeleton, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignList, type CampaignView } from '../../../src/contract/campaign.ts';
import { command, request } from '../../shared/api/request.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import table from '../../shared/case-file/case-list.module.css';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { codeOf, FailureView } from '../../shared/ui/failure-view.tsx';
import { CampaignEditor } from './campaign-editor.tsx';
import { campaignsKey } from './campaign-queries.ts';
import { WhoGetsDialog } from './who-gets-dialog.tsx';
import { ChecklistDialog } from './checklist-dialog.tsx';
import { CloneDialog } from './clone-dialog.tsx';
import styles from './campaigns.module.css';

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

function Rows(props: {
  readonly campaigns: readonly CampaignView[];
  readonly onDo: (doing: Doing) => void;
}): ReactNode {
  const { campaigns, onDo } = props;
  const { t, i18n } = useTranslation();
  const format = useFormat();
  // A reason that this console does not know yet is shown as it came.
  const because = ({ because: reason, waitsFor }: NonNullable<CampaignView['lastDecision']>): string =>
    i18n.exists(`campaigns.because.${reason}`)
      ? t(`campaigns.because.${reason}` as 'campaigns.because.other_campaign_first', {
          campaign: waitsFor ?? t('common.nothing'),
        })
      : reason;
  const columns = ['name', 'status', 'mode', 'preset', 'live', 'decision'] as const;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`campaigns.column.${column}`)}
            </th>
          ))}
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {campaigns.map((campaign) => (
          <tr key={campaign.campaignId}>
            <td>
              <strong>{campaign.name}</strong>
            </td>
            <td>
              <Tag color={statusColor[campaign.status]}>{t(`campaigns.status.${campaign.status}`)}</Tag>
            </td>
            <td>{t(`campaigns.mode.${campaign.mode}`)}</td>
            <td className="cd-mono">{campaign.preset}</td>
            <td>{format.whole(campaign.live)}</td>
            <td>
              {campaign.lastDecision === null ? (
                t('common.nothing')
              ) : (
                <>
                  {t('campaigns.launched', { count: campaign.lastDecision.launch })}
                  <span className="cd-soft">
                    {' · '}
                    {because(campaign.lastDecision)}
                    {' · '}
                    {format.time(campaign.lastDecision.at)}
                  </span>
                </>
              )}
            </td>
            <td>
              <div className={styles.actions}>
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
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function CampaignsPage(): ReactNode {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = (): void => setDoing(null);
  const campaigns = useQuery({
    queryKey: [...campaignsKey, 'list'],
    queryFn: ({ signal }) => request(campaignList, '/api/campaigns', { signal }),
    refetchInterval: refreshMs,
  });
  const content = (): ReactNode => {
    if (campaigns.data !== undefined && campaigns.data.campaigns.length > 0)
      return <Rows campaigns={campaigns.data.campaigns} onDo={setDoing} />;
    if (campaigns.isError) return <FailureView error={campaigns.error} retry={() => void campaigns.refetch()} />;
    if (campaigns.isPending) return <Skeleton active style={{ padding: 20 }} />;
    return <EmptyView icon={<ScheduleOutlined />} title={t('campaigns.empty')} hint={t('campaigns.emptyHint')} />;
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <h1>{t('campaigns.title')}</h1>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing({ what: 'add' })}>
          {t('campaigns.add')}
        </Button>
      </header>
      <div className={table.body}>{content()}</div>
      {doing?.what === 'add' && <CampaignEditor campaignId={null} onClose={close} />}
      {doing?.what === 'edit' && <CampaignEditor campaignId={doing.campaignId} onClose={close} />}
      {doing?.what === 'clone' && <CloneDialog {...doing} onClose={close} />}
      {doing?.what === 'whoGets' && <WhoGetsDialog {...doing} onClose={close} />}
      {doing?.what === 'check' && <ChecklistDialog {...doing} onClose={close} />}
    </main>
  );
}
