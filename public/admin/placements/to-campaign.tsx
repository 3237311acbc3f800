import { ScheduleOutlined } from '@ant-design/icons';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignList } from '../../../src/contract/campaign.ts';
import { intakeReply, type IntakeRequest } from '../../../src/contract/intake.ts';
import { queryOf } from '../../shared/api/query-of.ts';
import { request } from '../../shared/api/request.ts';
import { codeOf } from '../../shared/ui/failure-view.tsx';
import styles from './placements.module.css';

const mostListed = 50;

/** Imported cases wait until a campaign has them. Those that are in one already stay there. */
export function ToCampaign({ placementId }: { readonly placementId: string }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<{ readonly campaignId: string; readonly name: string } | null>(null);
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const campaigns = useQuery({
    queryKey: ['campaigns', 'choice', q],
    queryFn: ({ signal }) => request(campaignList, `/api/campaigns?${queryOf({ q, limit: mostListed })}`, { signal }),
    placeholderData: keepPreviousData,
  });
  const known = campaigns.data?.campaigns ?? [];
  const only = known.length === 1 && q === '' ? known[0] : undefined;
  const campaign = chosen ?? only;
  const others = known.filter(({ campaignId }) => campaignId !== campaign?.campaignId);
  const listed = campaign === undefined ? others : [campaign, ...others];
  const put = useMutation({
    mutationFn: (campaignId: string) =>
      request(intakeReply, `/api/placements/${placementId}/campaign`, {
        method: 'POST',
        body: { campaignId } satisfies IntakeRequest,
      }),
    onError: (error) => void message.error(t('floor.actionFailed', { why: codeOf(error) })),
  });
  const outcome =
    put.data === undefined
      ? t('placements.intake.hint')
      : put.data.assigned === 0
        ? t('placements.intake.none')
        : t('placements.intake.done', { count: put.data.assigned });
  return (
    <div className={styles.intake}>
      <strong>{t('placements.intake.title')}</strong>
      <Select
        aria-label={t('placements.intake.campaign')}
        placeholder={t('placements.intake.campaign')}
        loading={campaigns.isPending}
        value={campaign?.campaignId ?? null}
        showSearch={{ filterOption: false, onSearch: setText }}
        options={listed.map(({ campaignId, name }) => ({ value: campaignId, label: name }))}
        onChange={(campaignId: string) => {
          setChosen(known.find((each) => each.campaignId === campaignId) ?? null);
          put.reset();
        }}
      />
      <Button
        type="primary"
        icon={<ScheduleOutlined />}
        disabled={campaign === undefined}
        loading={put.isPending}
        onClick={() => campaign !== undefined && put.mutate(campaign.campaignId)}
      >
        {t('placements.intake.put')}
      </Button>
      <span className="cd-soft" role="status">
        {outcome}
      </span>
    </div>
  );
}
