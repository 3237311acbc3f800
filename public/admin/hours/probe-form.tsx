import { Button, DatePicker, Input, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { numberClassNames, places } from './choices.ts';
import type { ProbeDraft } from './probe-draft.ts';
import { isAskable } from './probe-draft.ts';
import styles from './hours.module.css';

type Named = readonly { readonly id: string; readonly name: string }[];

const options = (list: Named) => list.map(({ id, name }) => ({ value: id, label: name }));

/** Which number, in which role, for whom and when. */
export function ProbeForm(props: {
  readonly draft: ProbeDraft;
  readonly campaigns: Named;
  readonly clients: Named;
  /** Of the case that was asked about. */
  readonly numbers: readonly { readonly numberId: string; readonly label: string }[];
  readonly busy: boolean;
  readonly onChange: (draft: ProbeDraft) => void;
  readonly onAsk: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { draft, onChange } = props;
  const set = (over: Partial<ProbeDraft>): void => onChange({ ...draft, ...over });
  const choice = (name: 'campaignId' | 'clientId', list: Named): ReactNode => (
    <label className={styles.field} title={t(`probe.hint.${name}`)}>
      <span>{t(`probe.field.${name}`)}</span>
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        aria-label={t(`probe.field.${name}`)}
        placeholder={t('probe.none')}
        value={draft[name]}
        options={options(list)}
        onChange={(value: string | undefined) => set({ [name]: value ?? null })}
      />
    </label>
  );
  return (
    <form
      className={styles.form}
      aria-label={t('probe.title')}
      onSubmit={(event) => {
        event.preventDefault();
        props.onAsk();
      }}
    >
      <Segmented
        block
        aria-label={t('probe.of')}
        value={draft.of}
        options={(['number', 'case'] as const).map((value) => ({ value, label: t(`probe.kind.${value}`) }))}
        onChange={(of) => set({ of, numberId: null })}
      />
      {draft.of === 'number' ? (
        <>
          <label className={styles.field}>
            <span>{t('probe.field.number')}</span>
            <Input
              autoFocus
              className="cd-mono"
              inputMode="tel"
              autoComplete="off"
              maxLength={30}
              placeholder="+8613800138000"
              value={draft.number}
              onChange={(event) => set({ number: event.target.value })}
            />
          </label>
          <label className={styles.field}>
            <span>{t('probe.field.class')}</span>
            <Select
              aria-label={t('probe.field.class')}
              value={draft.class}
              options={numberClassNames.map((value) => ({ value, label: t(`terms.numberClass.${value}`) }))}
              onChange={(value) => set({ class: value })}
            />
          </label>
          {choice('campaignId', props.campaigns)}
          {choice('clientId', props.clients)}
          <label className={styles.field} title={t('probe.hint.addressZone')}>
            <span>{t('probe.field.addressZone')}</span>
            <Select
              allowClear
              showSearch
              aria-label={t('probe.field.addressZone')}
              placeholder={t('probe.none')}
              value={draft.addressZone}
              options={places.map((value) => ({ value, label: value }))}
              onChange={(value: string | undefined) => set({ addressZone: value ?? null })}
            />
          </label>
          <div className={styles.pair}>
            {(['state', 'city'] as const).map((name) => (
              <label key={name} className={styles.field} title={t('probe.hint.place')}>
                <span>{t(`probe.field.${name}`)}</span>
                <Input maxLength={40} value={draft[name]} onChange={(event) => set({ [name]: event.target.value })} />
              </label>
            ))}
          </div>
        </>
      ) : (
        <>
          <label className={styles.field}>
            <span>{t('probe.field.ref')}</span>
            <Input
              autoFocus
              maxLength={80}
              value={draft.ref}
              onChange={(event) => set({ ref: event.target.value, numberId: null })}
            />
          </label>
          <label className={styles.field}>
            <span>{t('probe.field.numberId')}</span>
            <Select
              allowClear
              disabled={props.numbers.length === 0}
              aria-label={t('probe.field.numberId')}
              placeholder={t('probe.firstNumber')}
              value={draft.numberId}
              options={props.numbers.map(({ numberId, label }) => ({ value: numberId, label }))}
              onChange={(value: string | undefined) => set({ numberId: value ?? null })}
            />
          </label>
        </>
      )}
      <label className={styles.field} title={t('probe.hint.at')}>
        <span>{t('probe.field.at')}</span>
        <DatePicker
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          placeholder={t('probe.now')}
          aria-label={t('probe.field.at')}
          value={draft.at === null ? null : dayjs(draft.at)}
          onChange={(value) => set({ at: value === null ? null : value.startOf('minute').valueOf() })}
        />
      </label>
      <Button type="primary" htmlType="submit" loading={props.busy} disabled={!isAskable(draft)}>
        {t('probe.ask')}
      </Button>
    </form>
  );
}
