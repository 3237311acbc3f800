import { ReloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '../../../src/contract/case.ts';
import { routingPreview, routingPreviewQuery, type RoutingPreview } from '../../../src/contract/routing-preview.ts';
import { request } from '../api/request.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerm } from '../i18n/use-term.ts';
import { FailureView } from '../ui/failure-view.tsx';
import styles from './who-gets-it.module.css';

const directions = routingPreviewQuery.shape.as.unwrap().options;
const anyNumber = 'any';

type Agent = RoutingPreview['agents'][number];

/** Why he stands where he stands, against the one beside him. */
function useWhy(preview: RoutingPreview) {
  const { t } = useTranslation();
  return (agent: Agent): string => {
    const words = { skills: agent.missingSkills.join(', '), language: preview.language ?? '' };
    if (agent.rank === null) return t(`cases.routing.hindered.${agent.because as 'not_ready'}`, words);
    const table = agent.rank === 1 ? 'first' : 'after';
    return t(`cases.routing.${table}.${agent.because as 'owner'}`, words);
  };
}

function Verdict({ preview }: { readonly preview: RoutingPreview }): ReactNode {
  const { t } = useTranslation();
  const nameOf = (agentId: string | null): string =>
    preview.agents.find((agent) => agent.agentId === agentId)?.name ?? t('common.nothing');
  if (preview.because === 'owner_is_coming') {
    const next = preview.agents.find(({ rank }) => rank === 1)?.name;
    return (
      <p className={styles.verdict}>
        {t('cases.routing.waits', { name: nameOf(preview.ownerId), ms: preview.waitMs })}{' '}
        {next !== undefined && t('cases.routing.then', { name: next })}
      </p>
    );
  }
  if (preview.agentId === null) return <p className={styles.verdict}>{t('cases.routing.nobody')}</p>;
  return <p className={styles.verdict}>{t('cases.routing.gets', { name: nameOf(preview.agentId) })}</p>;
}

function Agents({ preview }: { readonly preview: RoutingPreview }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const why = useWhy(preview);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {(['rank', 'agent', 'state', 'level', 'occupancy', 'languages', 'why'] as const).map((column) => (
            <th key={column} scope="col" title={t(`cases.routing.columnHint.${column}`)}>
              {t(`cases.routing.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {preview.agents.map((agent) => (
          <tr key={agent.agentId} className={agent.rank === null ? (styles.out ?? '') : ''}>
            <td>{agent.rank ?? t('common.nothing')}</td>
            <td>
              {agent.name}
              {agent.agentId === preview.ownerId && <Tag className={styles.tag ?? ''}>{t('cases.routing.owner')}</Tag>}
              {agent.agentId === preview.knownTo && <Tag className={styles.tag ?? ''}>{t('cases.routing.known')}</Tag>}
            </td>
            <td>
              {t(`terms.agentState.${agent.state}`)}
              {agent.readySince !== null && ` · ${format.time(agent.readySince)}`}
            </td>
            <td>{agent.level}</td>
            <td>{agent.occupancy === null ? t('common.nothing') : format.share(agent.occupancy)}</td>
            <td>{agent.languages.join(', ') || t('common.nothing')}</td>
            <td>{why(agent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who would get a call of the case at this moment, and what puts everybody where he is. */
export function WhoGetsIt(props: {
  readonly caseId: string;
  /** One of them says who is on the line. */
  readonly numbers: CasePage['ladder'];
  /** As if the case were of this campaign. */
  readonly campaignId?: string;
}): ReactNode {
  const { caseId, numbers, campaignId } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const [as, setAs] = useState<(typeof directions)[number]>('called');
  const [numberId, setNumberId] = useState(anyNumber);
  const asked = new URLSearchParams({
    as,
    ...(numberId === anyNumber ? {} : { numberId }),
    ...(campaignId === undefined ? {} : { campaignId }),
  });
  const preview = useQuery({
    queryKey: ['case-routing', caseId, asked.toString()],
    queryFn: ({ signal }) => request(routingPreview, `/api/cases/${caseId}/routing?${asked.toString()}`, { signal }),
    placeholderData: keepPreviousData,
  });
  const { data } = preview;
  const content = (): ReactNode => {
    if (preview.isError) return <FailureView error={preview.error} retry={() => void preview.refetch()} />;
    if (data === undefined) return <Skeleton active paragraph={{ rows: 4 }} />;
    return (
      <>
        <Verdict preview={data} />
        {data.agents.length > 0 && <Agents preview={data} />}
        <p className="cd-soft">
          {t('cases.routing.at', {
            at: format.time(data.at),
            campaign: data.campaign?.name ?? t('cases.routing.noCampaign'),
          })}{' '}
          {data.rules.requiredSkills.length > 0 &&
            t('cases.routing.asksSkills', { skills: data.rules.requiredSkills.join(', ') })}{' '}
          {data.language !== null &&
            t(`cases.routing.language.${data.rules.languageRule}`, { language: data.language })}
        </p>
      </>
    );
  };
  return (
    <section className={styles.room} aria-label={t('cases.routing.title')}>
      <div className={styles.bar}>
        <Segmented
          size="small"
          value={as}
          options={directions.map((value) => ({ value, label: t(`cases.routing.as.${value}`) }))}
          onChange={setAs}
        />
        <Select
          size="small"
          className={styles.select ?? ''}
          aria-label={t('cases.routing.number')}
          value={numberId}
          options={[
            { value: anyNumber, label: t('cases.routing.anyNumber') },
            ...numbers.map((number) => ({
              value: number.numberId,
              label: `${term('numberClass', number.class)} ${number.masked}`,
            })),
          ]}
          onChange={setNumberId}
        />
        <Tooltip title={t('timeline.whyNot.refresh')}>
          <Button
            type="text"
            size="small"
            icon={<ReloadOutlined />}
            loading={preview.isFetching}
            aria-label={t('timeline.whyNot.refresh')}
            onClick={() => void preview.refetch()}
          />
        </Tooltip>
      </div>
      {content()}
    </section>
  );
}
