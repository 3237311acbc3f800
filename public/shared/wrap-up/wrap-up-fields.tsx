import { StopOutlined } from '@ant-design/icons';
import { Alert, Button, Input, InputNumber, Segmented, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WrapUpForm, WrapUpInput, WrapUpOption } from '../../../src/contract/wrap-up.ts';
import { toMajor, toMinor } from '../format/money.ts';
import { utcOffset } from '../format/zoned-time.ts';
import { callbackInstants, callbackRange, callbackZone, nextRange } from './choose-code.ts';
import type { WrapUpField } from './check-draft.ts';
import { DayChips } from './day-chips.tsx';
import type { Draft } from './draft.ts';
import { Field } from './field.tsx';
import { OfferedNumber } from './offered-number.tsx';
import styles from './wrap-up-fields.module.css';

interface FieldsProps {
  readonly form: WrapUpForm;
  readonly option: WrapUpOption;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly problemOf: (field: WrapUpField) => string | undefined;
  /** What stands below the days of a code whose window can be passed. */
  readonly afterDays?: ((last: string, value: string | null, take: (day: string) => void) => ReactNode) | undefined;
  /** Numbers are taken down with the talk, not with its correction. */
  readonly takesNumber?: boolean;
}

function PromiseFields({ form, option, draft, change, problemOf, afterDays }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  if (option.promiseDue === null) return null;
  const { amountMinor } = form;
  const share = (part: number): void => change({ promiseMinor: Math.round((amountMinor ?? 0) * part) });
  return (
    <>
      <Field name="promise.amountMinor" label={t('wrapUp.promiseAmount')} problem={problemOf('promise.amountMinor')}>
        <div className={styles.inline}>
          <InputNumber
            aria-label={t('wrapUp.promiseAmount')}
            className={styles.amount ?? ''}
            min={0}
            precision={2}
            prefix={form.currency}
            value={draft.promiseMinor === null ? null : toMajor(draft.promiseMinor, form.currency)}
            onChange={(major) => change({ promiseMinor: major === null ? null : toMinor(major, form.currency) })}
          />
          <Button size="small" disabled={amountMinor === null} onClick={() => share(1)}>
            {t('wrapUp.full')}
          </Button>
          <Button size="small" disabled={amountMinor === null} onClick={() => share(0.5)}>
            {t('wrapUp.half')}
          </Button>
        </div>
      </Field>
      <Field name="promise.dueOn" label={t('wrapUp.promiseDue')} problem={problemOf('promise.dueOn')}>
        <DayChips
          label={t('wrapUp.promiseDue')}
          range={option.promiseDue}
          today={form.today}
          value={draft.promiseDueOn}
          onChange={(promiseDueOn) => change({ promiseDueOn })}
        />
        {afterDays?.(option.promiseDue.max, draft.promiseDueOn, (promiseDueOn) => change({ promiseDueOn }))}
      </Field>
    </>
  );
}

function CallbackField({ form, draft, change, problemOf }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const zone = callbackZone(form);
  const instants = callbackInstants(draft, form);
  const offsetOf = (instant: number | undefined): string => (instant === undefined ? '' : utcOffset(instant, zone));
  const chosen = draft.callbackOn !== null && draft.callbackTime !== null;
  return (
    <Field name="callbackAt" label={t('wrapUp.callbackDay')} problem={problemOf('callbackAt')}>
      <DayChips
        label={t('wrapUp.callbackDay')}
        range={callbackRange(form)}
        today={form.today}
        value={draft.callbackOn}
        onChange={(callbackOn) => change({ callbackOn, callbackSecond: false })}
      />
      <div className={styles.inline}>
        <TimePicker
          aria-label={t('wrapUp.callbackTime')}
          format="HH:mm"
          minuteStep={5}
          needConfirm={false}
          allowClear={false}
          className={styles.time ?? ''}
          value={draft.callbackTime === null ? null : dayjs(`2000-01-01T${draft.callbackTime}`)}
          onChange={(time) =>
            change({ callbackTime: time === null ? null : time.format('HH:mm'), callbackSecond: false })
          }
        />
        <span className={styles.zone}>
          {t(form.calleeZone === null ? 'wrapUp.callbackZoneBusiness' : 'wrapUp.callbackZone', { zone })}
        </span>
      </div>
      {chosen && instants.length === 0 && <div className={styles.clock}>{t('wrapUp.clockSkips')}</div>}
      {instants.length > 1 && (
        <div className={styles.clock}>
          {t('wrapUp.clockRepeats')}
          <Segmented
            size="small"
            aria-label={t('wrapUp.clockRepeats')}
            options={[
              { value: 0, label: t('wrapUp.clockFirst', { offset: offsetOf(instants[0]) }) },
              { value: 1, label: t('wrapUp.clockSecond', { offset: offsetOf(instants[1]) }) },
            ]}
            value={draft.callbackSecond ? 1 : 0}
            onChange={(which) => change({ callbackSecond: which === 1 })}
          />
        </div>
      )}
      <Segmented
        size="small"
        aria-label={t('wrapUp.callbackFor')}
        value={draft.callbackFor}
        options={(['owner', 'team'] as const).map((value) => ({ value, label: t(`wrapUp.callbackBy.${value}`) }))}
        onChange={(callbackFor) => change({ callbackFor })}
      />
    </Field>
  );
}

function NextField({ form, option, draft, change, problemOf, afterDays }: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const range = nextRange(option, form, draft.fundDate);
  const fixed = (): string => {
    if (option.stopsCase) return t('wrapUp.nextNone');
    if (option.promiseDue !== null) return t('wrapUp.nextByPromise');
    return t(option.requires.includes('callbackAt') ? 'wrapUp.nextByCallback' : 'wrapUp.nextByCadence');
  };
  return (
    <Field
      name="nextFollowUpOn"
      label={t('wrapUp.nextFollowUp')}
      problem={problemOf('nextFollowUpOn')}
      inline={range === null}
    >
      {range === null ? (
        <div className={styles.fixed}>{fixed()}</div>
      ) : (
        <DayChips
          label={t('wrapUp.nextFollowUp')}
          range={range}
          today={form.today}
          value={draft.nextFollowUpOn}
          onChange={(nextFollowUpOn) => change({ nextFollowUpOn })}
        />
      )}
      {range !== null &&
        option.code === 'LM_A' &&
        afterDays?.(range.max, draft.nextFollowUpOn, (nextFollowUpOn) => change({ nextFollowUpOn }))}
    </Field>
  );
}

/** What the chosen code asks for, nothing else. */
export function WrapUpFields(props: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const { option, draft, change, problemOf, form } = props;
  const chooseFunds = (fundDate: string): void =>
    change({ fundDate, nextFollowUpOn: nextRange(option, form, fundDate)?.prefill ?? null });
  return (
    <>
      <Field name="party" label={t('wrapUp.party')} problem={problemOf('party')} inline={option.parties.length === 1}>
        {option.parties.length === 1 && draft.party !== null ? (
          <div className={styles.fixed}>{t(`terms.party.${draft.party}`)}</div>
        ) : (
          <Segmented
            block
            size="small"
            aria-label={t('wrapUp.party')}
            options={option.parties.map((party) => ({ value: party, label: t(`terms.party.${party}`) }))}
            {...(draft.party === null ? { value: '' as WrapUpInput['party'] } : { value: draft.party })}
            onChange={(party) => change({ party })}
          />
        )}
      </Field>
      <PromiseFields {...props} />
      {option.fundDate !== null && (
        <Field name="fundDate" label={t('wrapUp.fundDate')} problem={problemOf('fundDate')}>
          <DayChips
            label={t('wrapUp.fundDate')}
            range={option.fundDate}
            today={form.today}
            value={draft.fundDate}
            onChange={chooseFunds}
          />
          {props.afterDays?.(option.fundDate.max, draft.fundDate, chooseFunds)}
        </Field>
      )}
      {option.requires.includes('callbackAt') && <CallbackField {...props} />}
      {option.requires.includes('suspect') && (
        <Field name="suspect" label={t('wrapUp.suspect')} problem={problemOf('suspect')}>
          <Input
            aria-label={t('wrapUp.suspect')}
            maxLength={400}
            value={draft.suspect}
            onChange={(e) => change({ suspect: e.target.value })}
          />
        </Field>
      )}
      {option.requires.includes('clues') && (
        <Field name="clues" label={t('wrapUp.clues')} problem={problemOf('clues')}>
          <Input.TextArea
            aria-label={t('wrapUp.clues')}
            maxLength={4_000}
            autoSize={{ minRows: 2, maxRows: 4 }}
            value={draft.clues}
            onChange={(e) => change({ clues: e.target.value })}
          />
        </Field>
      )}
      {props.takesNumber === true && draft.party === 'TPC' && (
        <OfferedNumber
          offered={draft.offered}
          problem={problemOf('newNumber.number')}
          onChange={(offered) => change({ offered })}
        />
      )}
      <NextField {...props} />
      {option.stopsCase && <Alert type="warning" showIcon icon={<StopOutlined />} title={t('wrapUp.stopsHint')} />}
    </>
  );
}
