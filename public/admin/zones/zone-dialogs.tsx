import { Input, Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isPrefix, type ZoneOverrideView } from '../../../src/contract/zone.ts';
import fields from '../../shared/case-file/reason-dialog.module.css';
import { ReasonDialog } from '../../shared/case-file/reason-dialog.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { places } from '../hours/choices.ts';
import { useSetZone, useZoneEffect } from './zone-queries.ts';
import styles from './zones.module.css';

function Effect({ prefix }: { readonly prefix: string }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const effect = useZoneEffect(useDeferredValue(prefix));
  const said = (): string => {
    if (prefix === '') return t('zones.effectAsk');
    if (!isPrefix(prefix)) return t('zones.prefixHint');
    if (effect.data === undefined) return effect.isError ? t('zones.effectUnknown') : t('common.loading');
    const { numbers, byLonger } = effect.data;
    const own = t('zones.effect', { count: numbers, numbers: format.whole(numbers) });
    return byLonger === 0 ? own : `${own} ${t('zones.byLonger', { numbers: format.whole(byLonger) })}`;
  };
  return (
    <p className={styles.effect} role="status" data-bad={prefix !== '' && !isPrefix(prefix)}>
      {said()}
    </p>
  );
}

/** A zone for a prefix, new or changed, with what it decides about before it is set. */
export function SetZoneDialog(props: {
  readonly override: ZoneOverrideView | null;
  readonly others: readonly ZoneOverrideView[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { override, onClose } = props;
  const [prefix, setPrefix] = useState(override?.prefix ?? '');
  const [zone, setZone] = useState(override?.zone ?? null);
  const [openedAt] = useState(() => Date.now());
  const set = useSetZone(onClose);
  const taken = override === null && props.others.some((other) => other.prefix === prefix);
  return (
    <ReasonDialog
      title={override === null ? t('zones.add') : t('zones.changeOf', { prefix: override.prefix })}
      hint={t('zones.setHint')}
      action={t('zones.set')}
      busy={set.isPending}
      error={set.error}
      subject={{ subjectType: 'zone', subjectId: prefix }}
      ready={isPrefix(prefix) && !taken && zone !== null && zone !== override?.zone}
      onClose={onClose}
      onSubmit={(reason) => zone !== null && set.mutate({ prefix, zone, reason, seen: override?.zone ?? null })}
    >
      <label className={fields.field}>
        <span>{t('zones.column.prefix')}</span>
        <Input
          autoFocus={override === null}
          className="cd-mono"
          placeholder="+86991"
          maxLength={16}
          disabled={override !== null}
          {...(taken ? { status: 'error' as const } : {})}
          value={prefix}
          onChange={(event) => setPrefix(event.target.value.toUpperCase().replace(/[\s()]|(?<=^\+.*)-/g, ''))}
        />
      </label>
      {taken ? (
        <p className={styles.effect} role="alert" data-bad>
          {t('zones.taken')}
        </p>
      ) : (
        <Effect prefix={prefix} />
      )}
      <label className={fields.field}>
        <span>{t('zones.column.zone')}</span>
        <Select
          autoFocus={override !== null}
          showSearch
          aria-label={t('zones.column.zone')}
          placeholder={t('zones.choose')}
          value={zone}
          options={places.map((value) => ({ value, label: value }))}
          optionRender={({ value }) => (
            <span className={styles.place}>
              {value} <span className="cd-soft">{format.time(openedAt, String(value))}</span>
            </span>
          )}
          onChange={(value: string) => setZone(value)}
        />
      </label>
    </ReasonDialog>
  );
}

export function TakeBackDialog(props: {
  readonly override: ZoneOverrideView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { override, onClose } = props;
  const set = useSetZone(onClose);
  return (
    <ReasonDialog
      title={t('zones.takeBackOf', { prefix: override.prefix })}
      hint={t('zones.takeBackHint')}
      action={t('zones.takeBack')}
      danger
      busy={set.isPending}
      error={set.error}
      subject={{ subjectType: 'zone', subjectId: override.prefix }}
      onClose={onClose}
      onSubmit={(reason) => set.mutate({ prefix: override.prefix, zone: null, reason, seen: override.zone })}
    />
  );
}
