import { Alert, Button, DatePicker, Input, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fraudPlaces, type FraudDetail, type FraudMoveName } from '../../../src/contract/fraud.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { useFraudMove } from './fraud-queries.ts';
import styles from './fraud.module.css';

function useRefusal(error: Error | null): string | null {
  const { t, i18n } = useTranslation();
  if (error === null) return null;
  const failure = error instanceof ApiFailure ? error.failure : null;
  if (failure?.kind !== 'problem') return t('common.failure.offline');
  const [first] = failure.problem.errors ?? [];
  const key = `fraud.refused.${first?.rule.split(':').at(-1) ?? ''}`;
  return i18n.exists(key) ? t(key as 'fraud.refused.wrong_step') : (first?.remedy ?? failure.problem.title);
}

function DayField(props: {
  readonly label: string;
  readonly value: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly onChange: (day: string) => void;
}): ReactNode {
  return (
    <label>
      {props.label}
      <DatePicker
        aria-label={props.label}
        allowClear={false}
        value={dayjs(props.value)}
        {...(props.from === null ? {} : { minDate: dayjs(props.from) })}
        {...(props.to === null ? {} : { maxDate: dayjs(props.to) })}
        onChange={(day) => {
          if (day !== null) props.onChange(day.format('YYYY-MM-DD'));
        }}
      />
    </label>
  );
}

/** The steps that may follow the present one, with the day on which each was done. */
export function NextStep({ fraud }: { readonly fraud: FraudDetail }): ReactNode {
  const { t } = useTranslation();
  const move = useFraudMove(fraud.applicationId);
  const [kind, setKind] = useState<FraudMoveName | null>(null);
  const [on, setOn] = useState(fraud.today);
  const [signOn, setSignOn] = useState(fraud.today);
  const [place, setPlace] = useState<(typeof fraudPlaces)[number]>('agency');
  const [note, setNote] = useState('');
  const refusal = useRefusal(move.error);
  const [usual] = fraud.moves;
  if (usual === undefined) return null;
  const chosen = kind !== null && fraud.moves.includes(kind) ? kind : usual;
  const submit = (): void =>
    move.mutate(chosen === 'appoint' ? { kind: chosen, on, signOn, place, note } : { kind: chosen, on, note }, {
      onSuccess: () => setNote(''),
    });
  return (
    <section className={styles.form} aria-label={t('fraud.next')}>
      <Segmented
        aria-label={t('fraud.next')}
        options={fraud.moves.map((value) => ({ value, label: t(`fraud.move.${value}`) }))}
        value={chosen}
        onChange={setKind}
      />
      <div className={styles.row}>
        <DayField label={t('fraud.on')} value={on} from={null} to={fraud.today} onChange={setOn} />
        {chosen === 'appoint' && (
          <>
            <DayField label={t('fraud.signOn')} value={signOn} from={on} to={null} onChange={setSignOn} />
            <label>
              {t('fraud.placeLabel')}
              <Segmented
                aria-label={t('fraud.placeLabel')}
                options={fraudPlaces.map((value) => ({ value, label: t(`fraud.place.${value}`) }))}
                value={place}
                onChange={setPlace}
              />
            </label>
          </>
        )}
      </div>
      <Input.TextArea
        aria-label={t('fraud.note')}
        placeholder={t('fraud.note')}
        maxLength={2000}
        autoSize={{ minRows: 1, maxRows: 4 }}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {refusal !== null && <Alert type="error" showIcon title={refusal} />}
      <p className="cd-soft">{t(`fraud.effect.${chosen}`)}</p>
      <div>
        <Button type="primary" loading={move.isPending} onClick={submit}>
          {t('fraud.take')}
        </Button>
      </div>
    </section>
  );
}
