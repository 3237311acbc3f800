import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import styles from './data-table.module.css';

/** What is typed narrows the table down. */
export function SearchFilter(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly autoFocus?: boolean;
}): ReactNode {
  const { label, value, onChange } = props;
  return (
    <Input
      allowClear
      autoFocus={props.autoFocus === true}
      className={styles.search ?? ''}
      prefix={<SearchOutlined />}
      placeholder={label}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
