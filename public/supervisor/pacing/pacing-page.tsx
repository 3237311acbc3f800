import { DashboardOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Skeleton, Tabs, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useParams } from 'react-router';
import type { PacingView } from '../../../src/contract/pacing.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { AnswersPanel } from './answers-panel.tsx';
import { Controls } from './controls.tsx';
import { Curves } from './curves.tsx';
import { DecisionLog } from './decision-log.tsx';
import { Numbers } from './numbers.tsx';
import { campaignsQuery } from './pacing-queries.ts';
import { useReason } from './reason.ts';
import { SettingsForm } from './settings-form.tsx';
import { usePacing, type Watched } from './use-pacing.ts';
import styles from './pacing.module.css';

const statusColor = {
  draft: 'default',
  running: 'success',
  paused: 'warning',
  draining: 'processing',
  drained: 'default',
} as const;

/** How it is dialed, and in one sentence what the last decision was and why. */
function Reason({ view }: { readonly view: PacingView }): ReactNode {
  const { t } = useTranslation();
  const reason = useReason();
  const { inForce, settings, decision } = view;
  const mode = t(`campaigns.mode.${inForce.mode}`);
  return (
    <p className={styles.reason} data-fallen={inForce.because !== 'as_set'}>
      <strong>
        {inForce.because === 'as_set'
          ? mode
          : t('pacing.fellBack', { set: t(`campaigns.mode.${settings.mode}`), mode, why: reason(inForce.because) })}
      </strong>{' '}
      {decision === null
        ? t('pacing.noDecisions')
        : `${t('campaigns.launched', { count: decision.launch })} · ${reason(decision.because, decision.figures)}`}
    </p>
  );
}

function Campaign({ view, link }: { readonly view: PacingView; readonly link: Watched['link'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <main className={styles.campaign} data-stale={link !== 'live'}>
      <header className={styles.head}>
        <h1>{view.name}</h1>
        <Tag color={statusColor[view.status]}>{t(`campaigns.status.${view.status}`)}</Tag>
        <span className={styles.link} data-link={link} role="status">
          {t(`pacing.link.${link}`)}
        </span>
        <Controls view={view} />
      </header>
      <Reason view={view} />
      <Numbers view={view} />
      <div className={styles.below}>
        <Curves campaignId={view.campaignId} />
        <Tabs
          className={styles.side ?? ''}
          size="small"
          items={[
            { key: 'log', label: t('pacing.log'), children: <DecisionLog campaignId={view.campaignId} /> },
            {
              key: 'settings',
              label: t('pacing.settings'),
              children: <SettingsForm key={view.campaignId} view={view} />,
            },
            { key: 'who', label: t('pacing.who.title'), children: <AnswersPanel campaignId={view.campaignId} /> },
          ]}
        />
      </div>
    </main>
  );
}

export function PacingPage(): ReactNode {
  const { t } = useTranslation();
  const { campaignId } = useParams();
  const campaigns = useQuery(campaignsQuery);
  const all = campaigns.data?.campaigns;
  const shown = campaignId ?? (all?.find(({ status }) => status === 'running') ?? all?.[0])?.campaignId ?? null;
  const { view, link } = usePacing(shown);
  const content = (): ReactNode => {
    if (campaigns.isError && all === undefined)
      return <FailureView error={campaigns.error} retry={() => void campaigns.refetch()} />;
    if (all?.length === 0)
      return <EmptyView icon={<DashboardOutlined />} title={t('campaigns.empty')} hint={t('pacing.emptyHint')} />;
    if (view !== null) return <Campaign view={view} link={link} />;
    if (link === 'refused') return <EmptyView title={t('common.failure.missing')} hint={t('pacing.notYours')} />;
    return (
      <main className={styles.campaign} aria-busy="true">
        {link === 'offline' && <p role="status">{t('common.failure.offline')}</p>}
        <Skeleton active paragraph={{ rows: 12 }} />
      </main>
    );
  };
  return (
    <div className={styles.page}>
      <nav className={styles.list} aria-label={t('campaigns.title')}>
        {all?.map((campaign) => (
          <NavLink
            key={campaign.campaignId}
            to={`/campaigns/${campaign.campaignId}`}
            aria-current={campaign.campaignId === shown ? 'page' : undefined}
          >
            <strong>{campaign.name}</strong>
            <span>
              {t(`campaigns.status.${campaign.status}`)} · {t(`campaigns.mode.${campaign.mode}`)}
            </span>
          </NavLink>
        ))}
      </nav>
      {content()}
    </div>
  );
}
