import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agentCalendar, type AgentCalendar } from '../../../src/contract/progress.ts';
import { fileOf } from '../../shared/api/query-of.ts';
import { request } from '../../shared/api/request.ts';
import { ListedCases } from '../../shared/case-file/listed-cases.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { addDays, weekdayOf } from '../../shared/format/zoned-time.ts';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import styles from './worklist.module.css';

const kinds = ['followUps', 'promises', 'callbacks'] as const;
/** Any Monday: the names of the days begin with it. */
const monday = '2026-01-05';

function Day(props: {
  readonly day: AgentCalendar['days'][number];
  readonly today: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { day } = props;
  const counted = kinds.filter((kind) => day[kind] > 0);
  const words = counted.map((kind) => t(`worklist.${kind}`, { count: day[kind] }));
  const label = [format.day(day.day), ...(day.open ? [] : [t('worklist.closedDay')]), ...words].join(', ');
  return (
    <button
      type="button"
      className={styles.day}
      style={{ gridColumnStart: weekdayOf(day.day) }}
      data-open={day.open}
      data-today={day.day === props.today}
      aria-pressed={props.chosen}
      aria-label={label}
      title={label}
      onClick={props.onChoose}
    >
      <span>{Number(day.day.slice(8))}</span>
      <span className={styles.counts}>
        {counted.map((kind) => (
          <span key={kind} className={styles[kind]}>
            {format.whole(day[kind])}
          </span>
        ))}
      </span>
    </button>
  );
}

/** A month of the agent's own follow-ups, callbacks and promises, and the cases of the day chosen. */
export function MonthCalendar(props: {
  readonly today: string;
  readonly linkTo: (caseId: string, text: string) => ReactNode;
  readonly onOpen: (caseId: string) => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [day, setDay] = useState(props.today);
  const [month, setMonth] = useState(props.today.slice(0, 7));
  const calendar = useQuery({
    queryKey: ['agent-calendar', month],
    queryFn: ({ signal }) => request(agentCalendar, `/api/agent/calendar?month=${month}`, { signal }),
  });
  const name = new Intl.DateTimeFormat(i18n.language, { timeZone: 'UTC', year: 'numeric', month: 'long' });
  const days = (): ReactNode => {
    if (calendar.isError) return <FailureView error={calendar.error} retry={() => void calendar.refetch()} />;
    if (calendar.isPending) return <Skeleton active style={{ padding: 12 }} paragraph={{ rows: 8 }} />;
    return (
      <div className={styles.grid}>
        {[0, 1, 2, 3, 4, 5, 6].map((at) => (
          <span key={at}>{format.weekday(addDays(monday, at))}</span>
        ))}
        {calendar.data.days.map((each) => (
          <Day
            key={each.day}
            day={each}
            today={props.today}
            chosen={each.day === day}
            onChoose={() => setDay(each.day)}
          />
        ))}
      </div>
    );
  };
  return (
    <div className={styles.split}>
      <div>
        <div className={styles.month}>
          <Button
            icon={<LeftOutlined />}
            aria-label={t('worklist.previousMonth')}
            onClick={() => setMonth(addDays(`${month}-01`, -1).slice(0, 7))}
          />
          <strong>{name.format(new Date(`${month}-15T12:00:00Z`))}</strong>
          <Button
            icon={<RightOutlined />}
            aria-label={t('worklist.nextMonth')}
            onClick={() => setMonth(addDays(`${month}-01`, 31).slice(0, 7))}
          />
        </div>
        {days()}
      </div>
      <div>
        <ListedCases
          key={day}
          screen="worklist"
          title={format.day(day)}
          path={`/api/agent/worklist?list=day&day=${day}`}
          withOwner={false}
          sorts
          exportHref={fileOf('/api/agent/worklist/export.csv', { list: 'day', day })}
          empty={{ title: t('worklist.dayEmpty'), hint: format.day(day) }}
          linkTo={props.linkTo}
          onOpen={props.onOpen}
        />
      </div>
    </div>
  );
}
