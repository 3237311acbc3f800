import { Alert, Select, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacementView } from '../../../src/contract/placement.ts';
import { fields, useFieldName } from './field-choices.ts';
import { mappingProblems } from './mapping-state.ts';
import styles from './placements.module.css';

const none = '';

/** Column by column what it means. */
export function MappingTable(props: {
  readonly table: PlacementView['tables'][number];
  readonly mapping: readonly (string | null)[];
  readonly onChange: (index: number, field: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const nameOf = useFieldName();
  const { missing, repeated } = mappingProblems(props.mapping);
  const options = [
    { value: none, label: t('placements.notImported') },
    ...fields.map((field) => ({ value: field, label: nameOf(field) })),
  ];
  const missingNames = missing.map((field) => (field === 'phone' ? t('placements.anyPhone') : nameOf(field)));
  return (
    <div className={styles.mapping}>
      <div className={styles.sheet}>
        {props.table.sheet !== null && <strong>{t('placements.sheet', { name: props.table.sheet })}</strong>}
        <span className="cd-soft">{t('placements.header', { row: props.table.headerRow })}</span>
      </div>
      {missing.length > 0 && (
        <Alert type="error" showIcon title={t('placements.missing', { fields: missingNames.join(', ') })} />
      )}
      {repeated.map((field) => (
        <Alert key={field} type="warning" showIcon title={t('placements.duplicate', { field: nameOf(field) })} />
      ))}
      <div className={styles.columns}>
        {props.table.columns.map((column) => {
          const field = props.mapping[column.index] ?? null;
          return (
            <label key={column.index} className={styles.column} data-mapped={field !== null}>
              <span className={styles.letters}>{column.letters}</span>
              <span className={styles.header} title={column.header}>
                {column.header === '' ? t('common.nothing') : column.header}
              </span>
              {column.hidden && <Tag>{t('placements.hiddenColumn')}</Tag>}
              <Select
                size="small"
                showSearch={{ optionFilterProp: 'label' }}
                aria-label={`${column.letters} ${column.header}`}
                status={field !== null && repeated.includes(field) ? 'warning' : ''}
                value={field ?? none}
                options={options}
                onChange={(value) => props.onChange(column.index, value === none ? null : value)}
              />
            </label>
          );
        })}
      </div>
    </div>
  );
}
