import { CheckCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Skeleton, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { checklistEntry, checklistView, type ChecklistView } from '../../../src/contract/task.ts';
import { command, request } from '../api/request.ts';
import { useFormat } from '../format/use-format.ts';
import { FailureView } from '../ui/failure-view.tsx';
import { Refusals } from '../ui/refusals.tsx';
import styles from './checklist.module.css';
import { useCaseCommand } from './stop-commands.ts';

const items = checklistEntry.shape.item.options;
type Item = (typeof items)[number];
/** The rule that asks for the item; free ones are the manual's own blank. */
const rules = {
  in_house_data: 'R42',
  registry: 'R43',
  phones_fixed: 'R44',
  phones_mobile: 'R44',
  free: 'R45',
} as const satisfies Record<Item, string>;

function ItemForm(props: {
  readonly caseId: string;
  readonly item: Item;
  readonly entries: ChecklistView['entries'];
  readonly isOpen: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { caseId, item, entries } = props;
  const [finding, setFinding] = useState('');
  const [sourceBasis, setSourceBasis] = useState('');
  const needsSource = item === 'registry';
  const ready = finding.trim() !== '' && (!needsSource || sourceBasis.trim() !== '');
  const name = t(`tasks.checklist.item.${item}`);
  const enter = useCaseCommand(
    () =>
      command(`/api/cases/${caseId}/checklist`, {
        item,
        finding: finding.trim(),
        sourceBasis: sourceBasis.trim() === '' ? null : sourceBasis.trim(),
      }),
    () => {
      setFinding('');
      setSourceBasis('');
    },
  );
  return (
    <li className={styles.item} data-item={item}>
      <div className={styles.name}>
        <strong>{name}</strong> <code className="cd-soft">{rules[item]}</code>
        {item !== 'free' &&
          (props.isOpen ? (
            <Tag className={styles.tag ?? ''}>{t('tasks.checklist.open')}</Tag>
          ) : (
            <CheckCircleFilled className={styles.done} aria-label={t('tasks.checklist.complete')} />
          ))}
      </div>
      <div className={styles.body}>
        {entries.map((entry) => (
          <div key={entry.entryId} className={styles.entry}>
            <span className={styles.finding}>{entry.finding}</span>
            {entry.sourceBasis !== null && (
              <Tooltip title={t('tasks.sourceBasis')}>
                <Tag className={styles.tag ?? ''}>{entry.sourceBasis}</Tag>
              </Tooltip>
            )}
            <span className="cd-soft">
              {t('tasks.checklist.entered', {
                name: entry.byName ?? t('cases.system'),
                at: format.moment(entry.at),
              })}
            </span>
          </div>
        ))}
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (ready && !enter.isPending) enter.mutate(undefined);
          }}
        >
          <Input
            size="small"
            maxLength={2000}
            aria-label={t('tasks.checklist.findingOf', { item: name })}
            placeholder={t('tasks.checklist.finding')}
            value={finding}
            onChange={(event) => setFinding(event.target.value)}
          />
          <Tooltip title={needsSource ? t('tasks.sourceBasisHint') : ''}>
            <Input
              size="small"
              maxLength={500}
              className={styles.source ?? ''}
              aria-label={`${t('tasks.sourceBasis')}: ${name}`}
              placeholder={t(needsSource ? 'tasks.checklist.sourceNeeded' : 'tasks.sourceBasis')}
              value={sourceBasis}
              onChange={(event) => setSourceBasis(event.target.value)}
            />
          </Tooltip>
          <Button size="small" htmlType="submit" disabled={!ready} loading={enter.isPending}>
            {t('tasks.checklist.add')}
          </Button>
        </form>
        <Refusals error={enter.error} />
      </div>
    </li>
  );
}

/** R42-R45: what tracing verified of the debtor, each finding with who entered it and when. */
export function Checklist({ caseId }: { readonly caseId: string }): ReactNode {
  const { t } = useTranslation();
  const list = useQuery({
    queryKey: ['case', caseId, 'checklist'],
    queryFn: ({ signal }) => request(checklistView, `/api/cases/${caseId}/checklist`, { signal }),
  });
  if (list.isPending) return <Skeleton active style={{ padding: 14 }} paragraph={{ rows: 5 }} />;
  if (list.isError) return <FailureView error={list.error} retry={() => void list.refetch()} />;
  const { entries, open } = list.data;
  return (
    <section className={styles.list}>
      <p className="cd-soft">
        {t('tasks.checklist.lead')}{' '}
        <strong>
          {open.length === 0 ? t('tasks.checklist.complete') : t('tasks.checklist.left', { count: open.length })}
        </strong>
      </p>
      <ul>
        {items.map((item) => (
          <ItemForm
            key={item}
            caseId={caseId}
            item={item}
            entries={entries.filter((entry) => entry.item === item)}
            isOpen={open.includes(item)}
          />
        ))}
      </ul>
    </section>
  );
}
