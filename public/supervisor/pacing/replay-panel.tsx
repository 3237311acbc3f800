import { useMutation } from '@tanstack/react-query';
import { Button, DatePicker, Tooltip } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { replayView, type FloorOutcome, type PacingSettings, type ReplayView } from '../../../src/contract/pacing.ts';
import { request } from '../../shared/api/request.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Refusals } from '../../shared/ui/refusals.tsx';
import styles from './pacing.module.css';

const rows = ['utilisation', 'abandonedShare', 'abandoned', 'persons', 'talk', 'launched'] as const;

function Results({ view }: { readonly view: ReplayView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const valueOf = (row: (typeof rows)[number], one: FloorOutcome): string => {
    if (row === 'utilisation' || row === 'abandonedShare') return format.share(one[row]);
    if (row === 'talk') return t('pacing.replay.hours', { hours: format.whole(Math.round(one.talkMs / 360_000) / 10) });
    return format.whole(one[row]);
  };
  return (
    <table className={styles.replay}>
      <caption>{t('pacing.replay.of', { day: view.day, calls: view.calls, agents: view.agents })}</caption>
      <thead>
        <tr>
          <th />
          {(['measured', 'asSet', 'asAsked'] as const).map((column) => (
            <th key={column} scope="col">
              <Tooltip title={t(`pacing.replay.${column}Hint`)}>
                <span>{t(`pacing.replay.${column}`)}</span>
              </Tooltip>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`pacing.replay.row.${row}`)}</th>
            <td>{valueOf(row, view.measured)}</td>
            <td>{valueOf(row, view.asSet)}</td>
            <td>
              <strong>{valueOf(row, view.asAsked)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a day would have been with the settings in the form, before they are saved. */
export function ReplayPanel({
  campaignId,
  settings,
}: {
  readonly campaignId: string;
  readonly settings: PacingSettings;
}): ReactNode {
  const { t } = useTranslation();
  const [day, setDay] = useState<Dayjs | null>(null);
  const replay = useMutation({
    mutationFn: () =>
      request(replayView, `/api/campaigns/${campaignId}/pacing/replay`, {
        method: 'POST',
        body: { day: day === null ? null : day.format('YYYY-MM-DD'), settings },
      }),
  });
  return (
    <section className={styles.replayPart} aria-label={t('pacing.replay.title')}>
      <strong>{t('pacing.replay.title')}</strong>
      <div className={styles.replayAsk}>
        <DatePicker
          size="small"
          value={day}
          maxDate={dayjs().add(1, 'day')}
          placeholder={t('pacing.replay.day')}
          aria-label={t('pacing.replay.day')}
          onChange={(picked: Dayjs | null) => setDay(picked)}
        />
        <Button size="small" loading={replay.isPending} onClick={() => replay.mutate()}>
          {t('pacing.replay.ask')}
        </Button>
      </div>
      <div aria-live="polite">
        {replay.error !== null && <Refusals error={replay.error} />}
        {replay.data !== undefined && <Results view={replay.data} />}
        {replay.isIdle && <p className={styles.hint}>{t('pacing.replay.hint')}</p>}
      </div>
    </section>
  );
}
