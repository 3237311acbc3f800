import { HistoryOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button, DatePicker, Select, Skeleton, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ConfigKinds, ConfigVersionView } from '../../../src/contract/configuration.ts';
import table from '../../shared/case-file/case-list.module.css';
import { ChangeList } from '../../shared/configuration/change-list.tsx';
import { useConfigVersions, type HistoryFilter } from '../../shared/configuration/config-queries.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import styles from './configuration.module.css';
import { RestoreDialog } from './restore-dialog.tsx';

const nobody: HistoryFilter = { kind: null, key: null, by: null, from: null, to: null };

/** Every version of everything, or of one object: who, when, why and what. */
export function History({ kinds }: { readonly kinds: ConfigKinds }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [linked] = useSearchParams();
  const [filter, setFilter] = useState<HistoryFilter>({ ...nobody, kind: linked.get('kind'), key: linked.get('key') });
  const [restoring, setRestoring] = useState<ConfigVersionView | null>(null);
  const versions = useConfigVersions(filter);
  const set = (over: Partial<HistoryFilter>): void => setFilter({ ...filter, ...over });
  const kindOf = (name: string) => kinds.kinds.find(({ kind }) => kind === name);
  const nameOf = (kind: string): string => t(`configuration.kind.${kind as 'trunk'}`, { defaultValue: kind });
  const rows = versions.data?.pages.flatMap((page) => page.versions);
  const objects = kinds.kinds
    .filter(({ kind }) => filter.kind === null || kind === filter.kind)
    .flatMap(({ kind, keys }) => keys.map((key) => ({ kind, key })));
  const chosen = filter.kind === null || filter.key === null ? null : { kind: filter.kind, key: filter.key };
  // One that is gone by now has a history, too.
  const listed =
    chosen === null || objects.some(({ kind, key }) => kind === chosen.kind && key === chosen.key)
      ? objects
      : [chosen, ...objects];
  const row = (version: ConfigVersionView): ReactNode => (
    <tr key={version.versionId}>
      <td className={styles.when}>
        {format.moment(version.at)}
        <div className="cd-soft">{version.byName ?? t('configuration.nobody')}</div>
      </td>
      <td>
        <button
          type="button"
          className={styles.key}
          title={t('configuration.onlyThis')}
          onClick={() => set({ kind: version.kind, key: version.key })}
        >
          <span className="cd-soft">{nameOf(version.kind)}</span> <strong>{version.key}</strong>
        </button>
        <div className="cd-soft">
          {t('configuration.number', { number: version.number })}{' '}
          {version.newest && !version.removed && <Tag color="success">{t('configuration.holds')}</Tag>}
          {version.removed && <Tag color="red">{t('configuration.removed')}</Tag>}
        </div>
      </td>
      <td>
        <Tag>{t(`configuration.origin.${version.origin}`)}</Tag>
        {version.restoredFrom !== null && t('configuration.restoredFrom', { number: version.restoredFrom })}
        <div>{version.reason}</div>
      </td>
      <td>
        <ChangeList changes={version.changes} words={kindOf(version.kind)?.words ?? {}} most={8} />
      </td>
      <td>
        {kinds.mayChange && !version.newest && !version.removed && (
          <Button size="small" icon={<RollbackOutlined />} onClick={() => setRestoring(version)}>
            {t('configuration.restore')}
          </Button>
        )}
      </td>
    </tr>
  );
  const content = (): ReactNode => {
    if (rows === undefined) {
      if (versions.isError) return <FailureView error={versions.error} retry={() => void versions.refetch()} />;
      return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 8 }} />;
    }
    if (rows.length === 0)
      return (
        <EmptyView icon={<HistoryOutlined />} title={t('configuration.empty')} hint={t('configuration.emptyHint')} />
      );
    return (
      <>
        <table className={table.table}>
          <thead>
            <tr>
              {(['when', 'what', 'why', 'changes'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`configuration.column.${column}`)}
                </th>
              ))}
              <th aria-hidden="true" />
            </tr>
          </thead>
          <tbody>{rows.map(row)}</tbody>
        </table>
        {versions.hasNextPage && (
          <div className={table.more}>
            <Button loading={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
              {t('configuration.older')}
            </Button>
          </div>
        )}
      </>
    );
  };
  return (
    <>
      <div className={styles.filters}>
        <Select
          allowClear
          aria-label={t('configuration.filter.kind')}
          placeholder={t('configuration.filter.kind')}
          className={styles.choice ?? ''}
          value={filter.kind}
          options={kinds.kinds.map(({ kind }) => ({ value: kind, label: nameOf(kind) }))}
          onChange={(kind: string | undefined) => set({ kind: kind ?? null, key: null })}
        />
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label={t('configuration.filter.key')}
          placeholder={t('configuration.filter.key')}
          className={styles.choice ?? ''}
          value={chosen === null ? null : JSON.stringify(chosen)}
          options={listed.map((each) => ({
            value: JSON.stringify(each),
            label: filter.kind === null ? `${nameOf(each.kind)} ${each.key}` : each.key,
          }))}
          onChange={(value: string | undefined) => {
            const picked = listed.find((each) => JSON.stringify(each) === value);
            set(picked ?? { key: null });
          }}
        />
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          aria-label={t('configuration.filter.by')}
          placeholder={t('configuration.filter.by')}
          className={styles.choice ?? ''}
          value={filter.by}
          options={kinds.people.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(by: string | undefined) => set({ by: by ?? null })}
        />
        <DatePicker.RangePicker
          aria-label={t('configuration.filter.when')}
          onChange={(range) =>
            set({
              from: range?.[0]?.startOf('day').valueOf() ?? null,
              to: range?.[1]?.add(1, 'day').startOf('day').valueOf() ?? null,
            })
          }
        />
      </div>
      <div className={table.body}>{content()}</div>
      {restoring !== null && (
        <RestoreDialog
          version={restoring}
          newestSeen={Math.max(
            ...(rows ?? [])
              .filter(({ kind, key }) => kind === restoring.kind && key === restoring.key)
              .map((each) => each.number),
          )}
          words={kindOf(restoring.kind)?.words ?? {}}
          onClose={() => setRestoring(null)}
        />
      )}
    </>
  );
}
