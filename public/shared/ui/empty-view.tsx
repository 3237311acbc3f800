import type { ReactNode } from 'react';
import styles from './empty-view.module.css';

export function EmptyView(props: {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly hint?: string;
}): ReactNode {
  return (
    <div className={styles['empty']}>
      {props.icon !== undefined && <span className={styles['icon']}>{props.icon}</span>}
      <span className={styles['title']}>{props.title}</span>
      {props.hint !== undefined && <span className={styles['hint']}>{props.hint}</span>}
    </div>
  );
}
