import { DeleteOutlined, PlusOutlined, StopOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Input, Select, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { suppressionStates, type SuppressionPage, type SuppressionRow } from '../../../src/contract/suppression.ts';
import { fileOf } from '../../shared/api/query-of.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ReasonDialog } from '../../shared/case-file/reason-dialog.tsx';
import { ServerTable } from '../../shared/table/server-table.tsx';
import type { Column } from '../../shared/table/table-columns.ts';
import { usePages } from '../../shared/table/use-pages.ts';
import { AddNumber } from './add-number.tsx';
import { ImportList } from './import-list.tsx';
import { findSuppressions, suppressionsKey, useRemoveNumber } from './suppression-queries.ts';
import styles from './suppressions.module.css';

const stateColor = { active: 'error', expired: 'default', removed: 'default' } as const;

function useColumns(mayRemove: boolean, onRemove: (row: SuppressionRow) => void): readonly Column<SuppressionRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: 'number' | 'state' | 'source' | 'reason' | 'cases' | 'added' | 'by' | 'expires' | 'removed') => ({
    key,
    title: t(`suppressions.column.${key}`),
  });
  return [
    { ...title('number'), cell: (row) => <strong className="cd-mono">{row.numberMasked}</strong>, fixed: true },
    {
      ...title('state'),
      cell: ({ state }) => <Tag color={stateColor[state]}>{t(`suppressions.state.${state}`)}</Tag>,
    },
    { ...title('source'), cell: ({ source }) => source },
    {
      ...title('reason'),
      cell: ({ reason }) => (
        <div className={styles.reason} title={reason}>
          {reason}
        </div>
      ),
    },
    { ...title('cases'), hint: t('suppressions.casesHint'), cell: ({ cases }) => format.whole(cases), align: 'right' },
    { ...title('added'), cell: ({ addedAt }) => format.moment(addedAt), sorts: true },
    { ...title('by'), cell: ({ addedByName }) => addedByName ?? t('common.nothing') },
    {
      ...title('expires'),
      cell: ({ expiresAt }) => (expiresAt === null ? t('suppressions.forGood') : format.moment(expiresAt)),
      sorts: true,
    },
    {
      ...title('removed'),
      cell: ({ removedAt, removedByName, removeReason }) =>
        removedAt === null
          ? ''
          : `${format.moment(removedAt)} ${removedByName ?? ''} ${removedByName === null ? '' : (removeReason ?? '')}`,
      spare: true,
    },
    {
      key: 'act',
      title: t('suppressions.column.act'),
      cell: (row) =>
        row.state === 'active' &&
        mayRemove && (
          <Button
            size="small"
            danger
            icon={<DeleteOutlined />}
            aria-label={t('suppressions.removeOf', { number: row.numberMasked })}
            title={t('suppressions.remove')}
            onClick={() => onRemove(row)}
          />
        ),
      fixed: true,
    },
  ];
}

function RemoveNumber(props: { readonly row: SuppressionRow; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const remove = useRemoveNumber(props.row.id, props.onClose);
  return (
    <ReasonDialog
      title={t('suppressions.removeOf', { number: props.row.numberMasked })}
      hint={t('suppressions.removeHint', { shown: props.row.cases })}
      action={t('suppressions.remove')}
      danger
      busy={remove.isPending}
      error={remove.error}
      onClose={props.onClose}
      onSubmit={(reason) => remove.mutate(reason)}
    />
  );
}

/** Numbers that are never called: with source, reason and end; one by one or as whole lists. */
export function SuppressionsPage({ isAdmin }: { readonly isAdmin: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const [number, setNumber] = useState('');
  const [source, setSource] = useState('');
  const [state, setState] = useState<(typeof suppressionStates)[number]>('active');
  const [doing, setDoing] = useState<'add' | 'import' | SuppressionRow | null>(null);
  const filters = { number, source, state };
  const pages = usePages<SuppressionRow, SuppressionPage>({
    key: suppressionsKey,
    filters,
    sort: { by: 'added', down: true },
    fetch: ({ sort, ...ask }, signal) =>
      findSuppressions({ ...filters, ...ask, sort: sort === 'expires' ? 'expires' : 'added' }, signal),
  });
  const columns = useColumns(isAdmin, setDoing);
  const active = pages.query.data?.active;
  const close = (): void => setDoing(null);
  return (
    <>
      <ServerTable
        screen="suppressions"
        title={t('suppressions.title')}
        columns={columns}
        pages={pages}
        rowKey={({ id }) => id}
        unfiltered={number === '' && source === ''}
        empty={{ icon: <StopOutlined />, title: t('suppressions.empty'), hint: t('suppressions.emptyHint') }}
        // A file is of what stands now; a number has no place in its address.
        exportHref={
          isAdmin && number === '' && state === 'active'
            ? fileOf('/api/suppressions/export.csv', { source })
            : undefined
        }
        note={active === undefined ? null : t('suppressions.active', { count: active, shown: format.whole(active) })}
        filters={
          <>
            <Input.Search
              allowClear
              className={styles.filter ?? ''}
              placeholder={t('suppressions.findNumber')}
              aria-label={t('suppressions.findNumber')}
              onSearch={(text) => setNumber(text.trim())}
            />
            <Input.Search
              allowClear
              className={styles.filter ?? ''}
              placeholder={t('suppressions.column.source')}
              aria-label={t('suppressions.column.source')}
              onSearch={(text) => setSource(text.trim())}
            />
            <Select
              aria-label={t('suppressions.column.state')}
              value={state}
              onChange={setState}
              options={suppressionStates.map((value) => ({ value, label: t(`suppressions.state.${value}`) }))}
            />
          </>
        }
        actions={
          <>
            <Button icon={<UploadOutlined />} onClick={() => setDoing('import')}>
              {t('suppressions.import')}
            </Button>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing('add')}>
              {t('suppressions.add')}
            </Button>
          </>
        }
      />
      {doing === 'add' && (
        <AddNumber
          onClose={close}
          onDone={(hungUp) => {
            close();
            if (hungUp > 0) void message.info(t('suppressions.hungUp', { count: hungUp }));
          }}
        />
      )}
      {doing === 'import' && <ImportList onClose={close} />}
      {doing !== null && typeof doing === 'object' && <RemoveNumber row={doing} onClose={close} />}
    </>
  );
}
