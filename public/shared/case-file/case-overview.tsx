import { StopOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '../../../src/contract/case.ts';
import { useFormat } from '../format/use-format.ts';
import { FailureView } from '../ui/failure-view.tsx';
import { useCasePage } from './case-queries.ts';
import { CaseTabs, type CaseTab } from './case-tabs.tsx';
import { CaseLanguage } from './case-language.tsx';
import { GiveCase } from './give-case.tsx';
import { LinkedLook } from './linked-look.tsx';
import { NumbersPanel } from './numbers-panel.tsx';
import { StopBanners } from './stop-banners.tsx';
import { useMaySupervise } from './stop-commands.ts';
import { SetStopDialog } from './stop-dialogs.tsx';
import styles from './case-overview.module.css';

/** Told beside the next date: why it has gone by, or that there is nothing to do before a hold ends. */
const toldStandings: ReadonlySet<CasePage['standing']> = new Set(['waiting', 'excused', 'overdue']);

/** R22: how far the work has come, with each step and what it passed over. */
function Stage({ stage }: Pick<CasePage, 'stage'>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const told = stage.steps.map(({ to, at, skipped }) => {
    const step = `${format.moment(at)} ${t(`terms.caseStage.${to}`)}`;
    if (skipped.length === 0) return step;
    return `${step} (${t('cases.detail.skipped')} ${skipped.map((one) => t(`terms.caseStage.${one}`)).join(', ')})`;
  });
  return (
    <Tooltip
      title={
        <>
          {[t('cases.detail.stageHint'), ...told].map((line) => (
            <div key={line}>{line}</div>
          ))}
        </>
      }
    >
      <Tag>{t(`terms.caseStage.${stage.now}`)}</Tag>
    </Tooltip>
  );
}

function Head({ page, back }: { readonly page: CasePage; readonly back: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const maySupervise = useMaySupervise();
  const [stopping, setStopping] = useState(false);
  return (
    <header className={styles.head}>
      {back}
      <div className={styles.name}>
        <h1>{page.debtorName ?? t('floor.call.unnamed')}</h1>
        <span className="cd-soft">
          <span className="cd-mono">{page.externalRef}</span> · {page.clientName}
        </span>
      </div>
      <Tag color="processing">{t(`terms.caseClass.${page.caseClass}`)}</Tag>
      <Stage stage={page.stage} />
      {page.status !== 'open' && <Tag color="error">{t(`terms.caseStatus.${page.status}`)}</Tag>}
      <dl className={styles.figures}>
        <div>
          <dt>{t('floor.call.owed')}</dt>
          <dd className={styles.amount}>{format.money(page.owedMinor, page.currency)}</dd>
        </div>
        <div>
          <dt>{t('cases.detail.next')}</dt>
          <dd>
            {page.nextFollowUpOn === null ? t('common.nothing') : format.day(page.nextFollowUpOn)}{' '}
            {toldStandings.has(page.standing) && (
              <Tag color={page.standing === 'overdue' ? 'error' : 'warning'}>
                {t(`progress.standing.${page.standing}`)}
              </Tag>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('cases.detail.owner')}</dt>
          <dd>
            {page.ownerName ?? t('common.nothing')} {maySupervise && <GiveCase page={page} />}
          </dd>
        </div>
        <div>
          <dt>{t('cases.language.title')}</dt>
          <dd>
            <CaseLanguage page={page} />
          </dd>
        </div>
      </dl>
      {maySupervise && (
        <Button danger icon={<StopOutlined />} onClick={() => setStopping(true)}>
          {t('cases.stop.set')}
        </Button>
      )}
      {stopping && <SetStopDialog page={page} onClose={() => setStopping(false)} />}
    </header>
  );
}

/** A whole case on one page: numbers with their reasons, everything that was said and agreed. */
export function CaseOverview(props: {
  readonly caseId: string;
  readonly back: ReactNode;
  readonly linkTo: (caseId: string, text: string) => ReactNode;
}): ReactNode {
  const page = useCasePage(props.caseId);
  const [tab, setTab] = useState<CaseTab>('timeline');
  if (page.data === undefined) {
    if (page.isError) return <FailureView error={page.error} retry={() => void page.refetch()} />;
    return <Skeleton active style={{ padding: 24 }} paragraph={{ rows: 10 }} />;
  }
  return (
    <main className={styles.page}>
      <Head page={page.data} back={props.back} />
      <StopBanners stops={page.data.stops} />
      <LinkedLook page={page.data} onShow={() => setTab('linked')} />
      <NumbersPanel key={props.caseId} caseId={props.caseId} ladder={page.data.ladder} />
      <CaseTabs page={page} tab={tab} onTab={setTab} linkTo={props.linkTo} />
    </main>
  );
}
