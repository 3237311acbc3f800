import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderNumber } from '../../../src/contract/case.ts';
import styles from './counters.module.css';

const reasons = ['vacant', 'no_such_person', 'resigned', 'moved'] as const;

/** R8: four separate counts, never added together. */
export function Counters({ number }: { readonly number: LadderNumber }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.counters}>
      {reasons.map((reason) => {
        const count = number.counters[reason];
        const threshold = number.thresholds[reason];
        const text = t('cases.ladder.counter', { reason: t(`terms.counted.${reason}`), count, threshold });
        return (
          <Tooltip key={reason} title={text}>
            <span
              className={styles.counter}
              role="img"
              aria-label={text}
              data-level={count >= threshold ? 'full' : count > 0 ? 'some' : 'none'}
            >
              <small>{t(`terms.countedShort.${reason}`)}</small>
              {count}/{threshold}
            </span>
          </Tooltip>
        );
      })}
    </div>
  );
}
