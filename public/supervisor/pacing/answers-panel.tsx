import { useQuery } from '@tanstack/react-query';
import { Skeleton, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswersView } from '../../../src/contract/pacing.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { answersQuery } from './pacing-queries.ts';
import styles from './pacing.module.css';

const size = 220;
const edge = 24;
const x = (share: number): number => edge + share * (size - edge - 8);
const y = (share: number): number => size - edge - share * (size - edge - 8);
const largestDot = 9;

/** What was said against what came of it: on the diagonal every probability is kept. */
function Curve({ points }: Pick<AnswersView, 'points'>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...points.map(({ calls }) => calls));
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={styles.reliability} role="img" aria-label={t('pacing.who.curve')}>
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(0)} />
      <line x1={x(0)} y1={y(0)} x2={x(0)} y2={y(1)} />
      <text x={x(0.5)} y={size - 6} textAnchor="middle">
        {t('pacing.who.said')}
      </text>
      <text x={10} y={y(0.5)} textAnchor="middle" transform={`rotate(-90 10 ${y(0.5)})`}>
        {t('pacing.who.answered')}
      </text>
      {points.map((point) => (
        <circle
          key={point.from}
          cx={x(point.said)}
          cy={y(point.answered)}
          r={2 + largestDot * Math.sqrt(point.calls / most)}
        >
          <title>
            {t('pacing.who.point', {
              said: format.share(point.said),
              answered: format.share(point.answered),
              calls: format.whole(Math.round(point.calls)),
            })}
          </title>
        </circle>
      ))}
    </svg>
  );
}

/** How far the estimates of who answers can be trusted. */
export function AnswersPanel({ campaignId }: { readonly campaignId: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useQuery(answersQuery(campaignId));
  if (answers.isError && answers.data === undefined)
    return <FailureView error={answers.error} retry={() => void answers.refetch()} />;
  if (answers.data === undefined) return <Skeleton active paragraph={{ rows: 6 }} />;
  const { calls, brier, brierOfBaseRate, calibrationError, points } = answers.data;
  if (brier === null || brierOfBaseRate === null || calibrationError === null)
    return <p className="cd-soft">{t('pacing.who.empty')}</p>;
  const figures = [
    ['calls', format.whole(Math.round(calls))],
    ['brier', brier.toFixed(3)],
    ['base', brierOfBaseRate.toFixed(3)],
    ['off', format.share(calibrationError)],
  ] as const;
  return (
    <div className={styles.who}>
      <Curve points={points} />
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <Tooltip key={name} title={t(`pacing.who.${name}Hint`)}>
            <div>
              <dt>{t(`pacing.who.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          </Tooltip>
        ))}
      </dl>
    </div>
  );
}
