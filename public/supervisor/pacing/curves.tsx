import 'uplot/dist/uPlot.min.css';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Skeleton } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import type { PacingMinuteView } from '../../../src/contract/pacing.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { historyQuery } from './pacing-queries.ts';
import styles from './pacing.module.css';

/** Of the drawing; a tall window gives it more. */
const leastHeight = 94;
const legendHeight = 24;
const hoursOffered = [1, 4, 12, 24] as const;
const colors = {
  ready: '#0b7a4f',
  talk: '#0f6ab4',
  wrap: '#a65a00',
  launches: '#5b5f97',
  answers: '#0f6ab4',
  share: '#c0271d',
};

interface Line {
  readonly label: string;
  readonly color: string;
  readonly values: readonly (number | null)[];
}

const tick = {
  stroke: '#4d5f71',
  grid: { stroke: '#e6ecf1', width: 1 },
  ticks: { show: false },
  font: '11px sans-serif',
};

function Chart(props: {
  readonly title: string;
  readonly at: readonly number[];
  /** Epoch seconds: the whole time asked for, also where nothing was paced. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly Line[];
  readonly show: (value: number) => string;
}): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const { at, from, to, lines, show, title } = props;
  const { t } = useTranslation();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const size = (): { width: number; height: number } => ({
      width: Math.max(200, element.clientWidth),
      height: Math.max(leastHeight, element.clientHeight - legendHeight),
    });
    const chart = new uPlot(
      {
        ...size(),
        cursor: { y: false, points: { size: 6 } },
        legend: { live: true },
        scales: {
          x: { range: () => [from, to] },
          y: { range: (_chart, _low, high) => [0, Math.max(1e-9, high * 1.1)] },
        },
        axes: [
          {
            ...tick,
            size: 22,
            values: (_chart, splits) => splits.map((split) => new Date(split * 1_000).toTimeString().slice(0, 5)),
          },
          { ...tick, size: 46, values: (_chart, splits) => splits.map(show) },
        ],
        series: [
          {
            label: t('pacing.time'),
            value: (_chart, value) => (value === null ? '' : new Date(value * 1_000).toTimeString().slice(0, 5)),
          },
          ...lines.map((line) => ({
            label: line.label,
            stroke: line.color,
            width: 1.6,
            points: { show: false },
            value: (_chart: uPlot, value: number | null) => (value === null ? '–' : show(value)),
          })),
        ],
      },
      [[...at], ...lines.map((line) => [...line.values])],
      element,
    );
    const watch = new ResizeObserver(() => chart.setSize(size()));
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.destroy();
    };
  }, [at, from, to, lines, show, t]);
  return (
    <figure className={styles.chart} aria-label={title}>
      <figcaption>{title}</figcaption>
      <div className={styles.plot}>
        <div ref={place} />
      </div>
    </figure>
  );
}

/** A minute that nobody paced is a gap in the line, not a zero. */
function withGaps(minutes: readonly PacingMinuteView[]): (PacingMinuteView | { readonly at: number })[] {
  const filled: (PacingMinuteView | { readonly at: number })[] = [];
  for (const minute of minutes) {
    const before = filled.at(-1);
    if (before !== undefined && minute.at - before.at > 60_000) filled.push({ at: before.at + 60_000 });
    filled.push(minute);
  }
  return filled;
}

export function Curves({ campaignId }: { readonly campaignId: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  // Kept as they are while the language is: a new one draws the charts anew.
  const show = useMemo(
    () => ({ share: (of: number) => format.share(of), whole: (n: number) => format.whole(Math.round(n * 10) / 10) }),
    [format],
  );
  const [hours, setHours] = useState<number>(4);
  const history = useQuery(historyQuery(campaignId, hours));
  const minutes = history.data?.minutes;
  const { dataUpdatedAt } = history;
  const span = useMemo(
    () => ({ from: dataUpdatedAt / 1_000 - hours * 3_600, to: dataUpdatedAt / 1_000 }),
    [dataUpdatedAt, hours],
  );
  const drawn = useMemo(() => {
    const points = withGaps(minutes ?? []);
    const line = (label: string, color: string, of: (minute: PacingMinuteView) => number | null): Line => ({
      label,
      color,
      values: points.map((point) => ('launches' in point ? of(point) : null)),
    });
    const busy = (minute: PacingMinuteView): number => minute.talkingSec + minute.wrappingUpSec;
    const staffed = (minute: PacingMinuteView): number => busy(minute) + minute.readySec + minute.reservedSec;
    return {
      at: points.map((point) => point.at / 1_000),
      agents: [
        line(t('pacing.agent.talking'), colors.talk, (minute) => minute.talkingSec / 60),
        line(t('pacing.agent.wrappingUp'), colors.wrap, (minute) => minute.wrappingUpSec / 60),
        line(t('pacing.agent.ready'), colors.ready, (minute) => (minute.readySec + minute.reservedSec) / 60),
      ],
      calls: [
        line(t('pacing.launched'), colors.launches, (minute) => minute.launches),
        line(t('pacing.answered'), colors.answers, (minute) => minute.answers),
        line(t('pacing.abandoned'), colors.share, (minute) => minute.abandoned),
      ],
      utilisation: [
        line(t('pacing.utilisation'), colors.talk, (minute) =>
          staffed(minute) === 0 ? null : busy(minute) / staffed(minute),
        ),
      ],
    };
  }, [minutes, t]);
  const content = (): ReactNode => {
    if (history.isError) return <FailureView error={history.error} retry={() => void history.refetch()} />;
    if (minutes === undefined) return <Skeleton active />;
    if (minutes.length === 0) return <p className={styles.emptyCurves}>{t('pacing.noCurves')}</p>;
    return (
      <>
        <Chart
          title={t('pacing.curve.utilisation')}
          {...span}
          at={drawn.at}
          lines={drawn.utilisation}
          show={show.share}
        />
        <Chart title={t('pacing.curve.agents')} {...span} at={drawn.at} lines={drawn.agents} show={show.whole} />
        <Chart title={t('pacing.curve.calls')} {...span} at={drawn.at} lines={drawn.calls} show={show.whole} />
      </>
    );
  };
  return (
    <section className={styles.curves} aria-label={t('pacing.curves')}>
      <header className={styles.partHead}>
        <h2>{t('pacing.curves')}</h2>
        <Segmented
          size="small"
          aria-label={t('pacing.curves')}
          value={hours}
          options={hoursOffered.map((value) => ({ value, label: t('pacing.hours', { count: value }) }))}
          onChange={setHours}
        />
      </header>
      {content()}
    </section>
  );
}
