import { Select } from 'antd';
import type { ReactNode } from 'react';
import styles from './data-table.module.css';

/** One of some values, or any of them. */
export function ChoiceFilter<V extends string>(props: {
  readonly label: string;
  readonly value: V | undefined;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V | undefined) => void;
  /** Shown while any of them will do; what it filters by where nothing is said. */
  readonly any?: string;
}): ReactNode {
  const { label, value, options, onChange } = props;
  return (
    <Select<V>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      className={styles.filter ?? ''}
      popupMatchSelectWidth={false}
      aria-label={label}
      placeholder={props.any ?? label}
      value={value ?? null}
      options={options.map((option) => ({ ...option }))}
      onChange={(chosen: V | null | undefined) => onChange(chosen ?? undefined)}
    />
  );
}
