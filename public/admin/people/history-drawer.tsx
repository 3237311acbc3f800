import { Button, Drawer, Skeleton, Timeline } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntryView } from '../../../src/contract/audit.ts';
import type { PersonView, TeamView } from '../../../src/contract/people.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { usePersonHistory } from './people-queries.ts';
import styles from './people.module.css';

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function Entry(props: { readonly entry: AuditEntryView; readonly teams: readonly TeamView[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { entry } = props;
  // The log knows teams by their ids, whatever they are called.
  const named = (text: string): string =>
    props.teams.reduce((said, { teamId, name }) => said.replaceAll(teamId, name), text);
  // Which handover it was says nothing to anybody.
  const { reason, handoverId: _, ...rest } = entry.detail ?? {};
  return (
    <div className={styles.historyEntry}>
      <strong>
        {t('people.history.by', { name: entry.actor?.name ?? t('audit.system'), at: format.moment(entry.at) })}
      </strong>
      <div>{t(`people.history.act.${entry.action.replace('user.', '')}`, { defaultValue: entry.action })}</div>
      {Object.entries(rest).map(([name, value]) => (
        <div key={name}>
          {t(`people.history.field.${name}`, { defaultValue: name })}: {named(wordOf(value))}
        </div>
      ))}
      {reason !== undefined && <div className="cd-soft">{t('people.handover.why', { reason: wordOf(reason) })}</div>}
    </div>
  );
}

/** What was done about somebody: who, when, why, and what was before, as the audit log has it. */
export function HistoryDrawer(props: {
  readonly person: PersonView;
  readonly teams: readonly TeamView[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const history = usePersonHistory(props.person.personId);
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? [];
  const content = (): ReactNode => {
    if (history.isError) return <FailureView error={history.error} retry={() => void history.refetch()} />;
    if (history.data === undefined) return <Skeleton active />;
    if (entries.length === 0) return <EmptyView title={t('people.history.none')} />;
    return (
      <>
        <Timeline
          items={entries.map((entry) => ({ key: entry.seq, content: <Entry entry={entry} teams={props.teams} /> }))}
        />
        {history.hasNextPage && (
          <Button loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
            {t('common.more')}
          </Button>
        )}
      </>
    );
  };
  return (
    <Drawer open size={620} title={t('people.history.of', { name: props.person.displayName })} onClose={props.onClose}>
      {content()}
    </Drawer>
  );
}
