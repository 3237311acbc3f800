import type { ReactNode } from 'react';
import styles from './field.module.css';

/** A labelled part of the form with its problem under it. */
export function Field(props: {
  readonly name: string;
  readonly label: string;
  readonly problem: string | undefined;
  /** Label and content on one line. */
  readonly inline?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const bad = props.problem !== undefined;
  return (
    <div
      className={styles.field}
      data-field={props.name}
      data-bad={bad}
      data-inline={props.inline === true}
      role="group"
      aria-label={props.label}
    >
      <div className={styles.label}>{props.label}</div>
      {props.children}
      {bad && (
        <div className={styles.problem} role="alert">
          {props.problem}
        </div>
      )}
    </div>
  );
}
