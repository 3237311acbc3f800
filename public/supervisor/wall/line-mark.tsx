import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallAgent } from '../../../src/contract/agent-wall.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './wall.module.css';

const bars = { good: 3, fair: 2, poor: 1 };

/** How good the way to the agent's page is: a mark, a word, and on hover what was measured. */
export function LineMark({ agent }: { readonly agent: WallAgent }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { line, alive, state } = agent;
  if (line === null) {
    const gone = !alive && state !== 'signed_out';
    return (
      <span className={gone ? styles.lifeless : 'cd-soft'} title={gone ? t('wall.line.lifelessHint') : undefined}>
        {gone ? t('wall.line.lifeless') : t('common.nothing')}
      </span>
    );
  }
  const ms = (value: number | null): string => (value === null ? t('common.nothing') : `${Math.round(value)} ms`);
  const figures = t('wall.line.figures', {
    rtt: ms(line.rttMs),
    loss: line.lossShare === null ? t('common.nothing') : format.share(line.lossShare),
    jitter: ms(line.jitterMs),
  });
  return (
    <span className={styles.line} data-grade={line.grade} title={figures}>
      <span className={styles.bars} aria-hidden="true">
        {[1, 2, 3].map((bar) => (
          <i key={bar} data-on={bar <= bars[line.grade]} style={{ height: 3 + bar * 3 }} />
        ))}
      </span>
      {t(`audio.quality.${line.grade}`)} <span className="cd-soft">{ms(line.rttMs)}</span>
      <span className="cd-visually-hidden">{figures}</span>
    </span>
  );
}
