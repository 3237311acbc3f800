import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select, Skeleton, Tag } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProbeWeekRequest, ProbeWeekView } from '../../../src/contract/probe.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Refusal } from '../../shared/ui/refusal.tsx';
import { useProbeWeek } from './hours-queries.ts';
import styles from './hours.module.css';
import { useWhy } from './use-why.ts';

type Day = ProbeWeekView['days'][number];
type Cell = Day['cells'][number];

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const legend = ['open', 'hours', 'holiday', 'schedule', 'case', 'never'] as const;
const shift = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** One colour for each kind of answer. */
function lookOf({ allowed, gate, reason }: Cell): (typeof legend)[number] {
  if (allowed) return 'open';
  if (gate === 'schedule') return 'schedule';
  if (reason === 'holiday') return 'holiday';
  if (reason === 'outside_window') return 'hours';
  return gate === 'window' || gate === 'tenant' || gate === 'case_stop' || gate === 'number_status' ? 'never' : 'case';
}

function DayRow(props: {
  readonly day: Day;
  readonly zone: string;
  readonly longestMs: number;
  readonly picked: number | null;
  readonly says: (cell: Cell) => string;
  readonly onPick: (from: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { day, zone, longestMs } = props;
  return (
    <div className={styles.day} role="row">
      <div className={styles.dayHead} role="rowheader" data-kind={day.kind}>
        <strong>{format.weekday(day.date)}</strong> {format.monthDay(day.date)}
        {day.kind !== 'workday' && day.kind !== 'weekend' && (
          <Tag color={day.kind === 'holiday' ? 'red' : 'blue'}>{t(`hours.day.${day.kind}`)}</Tag>
        )}
        {day.hours !== 24 && (
          <Tag color="purple" title={t('hours.clockChange')}>
            {t('hours.long', { hours: day.hours })}
          </Tag>
        )}
      </div>
      <div className={styles.cells}>
        {day.cells.map((cell) => (
          <span
            key={cell.from}
            role="gridcell"
            className={styles.cell}
            data-look={lookOf(cell)}
            data-from={format.time(cell.from, zone)}
            data-whole={cell.from % hourMs === 0}
            aria-selected={props.picked === cell.from}
            title={props.says(cell)}
            style={{ width: `${((cell.to - cell.from) / longestMs) * 100}%` }}
            onMouseEnter={() => props.onPick(cell.from)}
            onClick={() => props.onPick(cell.from)}
          />
        ))}
      </div>
    </div>
  );
}

/** Seven days, half hour by half hour, each cell answered by the decision that stands before every real call. */
export function WeekView({
  subject,
}: {
  readonly subject: Pick<ProbeWeekRequest, 'typed' | 'case' | 'trial'> | null;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const why = useWhy();
  const [zone, setZone] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [picked, setPicked] = useState<number | null>(null);
  const week = useProbeWeek(subject === null ? null : { ...subject, zone, from });
  const { data } = week;
  if (subject === null) return null;
  if (data === undefined) {
    if (week.isError) return <Refusal title={t('hours.weekFailed')} error={week.error} />;
    return <Skeleton active paragraph={{ rows: 7 }} />;
  }
  const cells = data.days.flatMap((day) => day.cells);
  const longestMs = Math.max(...data.days.map(({ hours }) => hours)) * hourMs;
  const says = (cell: Cell): string =>
    `${format.time(cell.from, data.zone)}–${format.time(cell.to, data.zone)} · ${cell.allowed ? t('probe.said.yes') : why(cell)}`;
  const chosen = cells.find((cell) => cell.from === picked);
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: hourMs / 2, ArrowLeft: -hourMs / 2, ArrowDown: dayMs, ArrowUp: -dayMs }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const wanted = (picked ?? (cells[0]?.from ?? 0) - step) + step;
    const next = cells.find((cell) => cell.from <= wanted && wanted < cell.to);
    if (next !== undefined) setPicked(next.from);
  };
  const first = data.days[0]?.date ?? '';
  return (
    <section className={styles.week} aria-label={t('hours.week')} aria-busy={week.isFetching}>
      <header className={styles.weekHead}>
        <h2>{t('hours.week')}</h2>
        <Button
          size="small"
          icon={<LeftOutlined />}
          aria-label={t('hours.before')}
          onClick={() => setFrom(shift(first, -7))}
        />
        <Button size="small" onClick={() => setFrom(null)}>
          {t('hours.thisWeek')}
        </Button>
        <Button
          size="small"
          icon={<RightOutlined />}
          aria-label={t('hours.after')}
          onClick={() => setFrom(shift(first, 7))}
        />
        <Select
          size="small"
          aria-label={t('hours.clockOf')}
          title={t('hours.clockOf')}
          value={data.zone}
          options={data.zones.map((value) => ({ value, label: value }))}
          onChange={(value: string) => setZone(value)}
        />
        <span className={styles.legend}>
          {legend.map((look) => (
            <span key={look} title={t(`hours.legendHint.${look}`)}>
              <i data-look={look} /> {t(`hours.legend.${look}`)}
            </span>
          ))}
        </span>
      </header>
      <div
        role="grid"
        tabIndex={0}
        className={styles.grid}
        aria-label={t('hours.gridHint')}
        onKeyDown={move}
        onMouseLeave={() => setPicked(null)}
      >
        <div className={styles.day} aria-hidden="true">
          <div className={styles.dayHead} />
          <div className={styles.scale}>
            {[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => (
              <span key={hour} style={{ left: `${((hour * hourMs) / longestMs) * 100}%` }}>
                {`${String(hour).padStart(2, '0')}:00`}
              </span>
            ))}
          </div>
        </div>
        {data.days.map((day) => (
          <DayRow key={day.date} {...{ day, longestMs, picked, says }} zone={data.zone} onPick={setPicked} />
        ))}
      </div>
      <p className={styles.explain} role="status">
        {chosen === undefined ? t('hours.pick') : `${format.moment(chosen.from, data.zone)} · ${says(chosen)}`}
      </p>
    </section>
  );
}
