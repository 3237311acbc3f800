import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Select, Skeleton, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RulesOverview } from '../../../src/contract/rules.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { ChangeRules } from './change-rules.tsx';
import { useRulesOverview } from './rule-queries.ts';
import { RuleVersionList } from './rule-version-list.tsx';
import { RulesDocument } from './rules-document.tsx';
import styles from './rules.module.css';

function CampaignRulesView({ overview }: { readonly overview: RulesOverview }): ReactNode {
  const { t } = useTranslation();
  const { campaigns, presets, house, maySave } = overview;
  const [campaignId, setCampaignId] = useState(campaigns[0]?.campaignId ?? '');
  const rules = campaigns.find((each) => each.campaignId === campaignId) ?? campaigns[0];
  if (rules === undefined)
    return (
      <>
        <h1>{t('rules.title')}</h1>
        <EmptyView icon={<SafetyCertificateOutlined />} title={t('rules.empty')} hint={t('rules.emptyHint')} />
      </>
    );
  const { preset, presetVersion, rulesVersion } = rules;
  return (
    <>
      <div className={styles.head}>
        <h1>{t('rules.title')}</h1>
        <div className={styles.which}>
          <label htmlFor="rules-campaign">{t('rules.campaign')}</label>
          <Select
            id="rules-campaign"
            value={rules.campaignId}
            options={campaigns.map((each) => ({ value: each.campaignId, label: each.name }))}
            onChange={setCampaignId}
          />
          <span className="cd-soft">
            {t('rules.inForce', { preset, version: presetVersion, number: rulesVersion })}
          </span>
        </div>
      </div>
      <Tabs
        className={styles.tabs ?? ''}
        items={[
          {
            key: 'document',
            label: t('rules.tab.document'),
            children: <RulesDocument rules={rules} presets={presets} />,
          },
          {
            key: 'change',
            label: t('rules.tab.change'),
            // Another version in force, or another campaign: the form begins from it.
            children: (
              <ChangeRules
                key={`${rules.campaignId}-${rulesVersion}`}
                rules={rules}
                presets={presets}
                house={house}
                maySave={maySave}
              />
            ),
          },
          {
            key: 'versions',
            label: t('rules.tab.versions'),
            children: <RuleVersionList rules={rules} maySave={maySave} />,
          },
        ]}
      />
    </>
  );
}

export function RulesPage(): ReactNode {
  const { t } = useTranslation();
  const overview = useRulesOverview();
  const content = (): ReactNode => {
    if (overview.data !== undefined) return <CampaignRulesView overview={overview.data} />;
    if (overview.isError) return <FailureView error={overview.error} retry={() => void overview.refetch()} />;
    return <Skeleton active style={{ padding: 20 }} />;
  };
  return (
    <main className={styles.page}>
      {overview.data === undefined && <h1>{t('rules.title')}</h1>}
      {content()}
    </main>
  );
}
