import { App, Button, Checkbox, Drawer, Input, Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WindowRuleList, WindowRuleSettings, WindowRuleView } from '../../../src/contract/window-rule.ts';
import { ApiFailure } from '../../shared/api/api-failure.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { HistoryLink } from '../../shared/configuration/history-link.tsx';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { dateOfWeekday, numberClassNames, places, presetChoices, weekdays, windowDayKinds } from './choices.ts';
import { useWindowOrder } from './hours-queries.ts';
import styles from './hours.module.css';
import { draftOf, emptyWindow, isWhole } from './window-draft.ts';
import { WindowHoursField } from './window-hours-field.tsx';
import { WeekView } from './week-view.tsx';

/** What the server has against single hours, by their place. */
function faultsOfHours(error: Error | null): ReadonlyMap<number, string> {
  const failure = error instanceof ApiFailure ? error.failure : null;
  const errors = failure?.kind === 'problem' ? (failure.problem.errors ?? []) : [];
  return new Map(
    errors.flatMap(({ field, remedy }) => {
      const at = /^hours\.(\d+)/.exec(field)?.[1];
      return at === undefined ? [] : [[Number(at), remedy] as const];
    }),
  );
}

/** How the week of one number would look with the window as it stands in the form. */
function Preview(props: { readonly draft: WindowRuleSettings; readonly windowId: string | null }): ReactNode {
  const { t } = useTranslation();
  const draft = useDeferredValue(props.draft);
  const [number, setNumber] = useState('');
  const typed = useDeferredValue(number).trim();
  const subject =
    typed.length < 8 || !isWhole(draft)
      ? null
      : {
          typed: {
            number: typed,
            class: draft.classes[0] ?? ('self_mobile' as const),
            campaignId: draft.campaignId,
            clientId: draft.clientId,
            ...{ addressZone: null, state: null, city: null },
          },
          case: null,
          trial: { ...draft, windowId: props.windowId },
        };
  return (
    <section className={styles.wide}>
      <label className={styles.field} title={t('windows.previewHint')}>
        <span>{t('windows.preview')}</span>
        <Input
          className="cd-mono"
          inputMode="tel"
          autoComplete="off"
          maxLength={30}
          placeholder="+8613800138000"
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
      </label>
      <WeekView subject={subject} />
    </section>
  );
}

/** A window, new or changed, with what it would do before it is saved. */
export function WindowEditor(props: {
  readonly list: WindowRuleList;
  readonly window: WindowRuleView | null;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const { list, window, onClose } = props;
  const [draft, setDraft] = useState<WindowRuleSettings>(window === null ? emptyWindow : draftOf(window));
  const [reason, setReason] = useState('');
  const order = useWindowOrder();
  const set = (over: Partial<WindowRuleSettings>): void => setDraft({ ...draft, ...over });
  const save = (): void =>
    order.mutate(
      window === null
        ? { path: '/api/windows', method: 'POST', body: { ...draft, reason } }
        : {
            path: `/api/windows/${window.windowId}`,
            method: 'PUT',
            body: { ...draft, reason, version: window.version },
          },
      {
        onSuccess: () => {
          void message.success(t('trunks.saved'));
          onClose();
        },
      },
    );
  const one = (
    name: 'preset' | 'campaignId' | 'clientId' | 'calendar',
    options: readonly { readonly value: string; readonly label: string }[],
  ): ReactNode => (
    <label className={`${styles.field} ${styles.third}`} title={t(`windows.hint.${name}`)}>
      <span>{t(`windows.field.${name}`)}</span>
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        aria-label={t(`windows.field.${name}`)}
        placeholder={t(name === 'calendar' ? 'windows.ofPreset' : 'windows.everybody')}
        value={draft[name]}
        options={[...options]}
        onChange={(value: string | undefined) => set({ [name]: value ?? null })}
      />
    </label>
  );
  const faults = faultsOfHours(order.error);
  const named = (names: WindowRuleList['clients']) => names.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Drawer
      open
      size={900}
      title={window === null ? t('windows.add') : t('windows.changeOf', { name: window.name })}
      onClose={onClose}
      destroyOnHidden
      footer={
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="primary"
            loading={order.isPending}
            disabled={!isWhole(draft) || reason.trim().length < 3}
            onClick={save}
          >
            {t('windows.save')}
          </Button>
        </div>
      }
    >
      <div className={styles.windowForm}>
        {order.error !== null && faults.size === 0 && (
          <div className={styles.wide}>
            <ChangeRefusal
              title={t('windows.notSaved')}
              error={order.error}
              {...(window === null ? {} : { subject: { subjectType: 'window', subjectId: window.windowId } })}
            />
          </div>
        )}
        <label className={`${styles.field} ${styles.wide}`}>
          <span>{t('windows.field.name')}</span>
          <Input autoFocus maxLength={80} value={draft.name} onChange={(event) => set({ name: event.target.value })} />
        </label>
        {one(
          'preset',
          presetChoices.map((value) => ({ value, label: value })),
        )}
        {one('campaignId', named(list.campaigns))}
        {one('clientId', named(list.clients))}
        <label className={`${styles.field} ${styles.half}`}>
          <span>{t('windows.field.zones')}</span>
          <Select
            mode="multiple"
            aria-label={t('windows.field.zones')}
            placeholder={t('windows.all')}
            value={draft.zones}
            options={places.map((value) => ({ value, label: value }))}
            onChange={(zones: string[]) => set({ zones })}
          />
        </label>
        <label className={`${styles.field} ${styles.half}`}>
          <span>{t('windows.field.classes')}</span>
          <Select
            mode="multiple"
            aria-label={t('windows.field.classes')}
            placeholder={t('windows.all')}
            value={draft.classes}
            options={numberClassNames.map((value) => ({ value, label: t(`terms.numberClass.${value}`) }))}
            onChange={(classes) => set({ classes })}
          />
        </label>
        <label className={`${styles.field} ${styles.third}`}>
          <span>{t('windows.field.on')}</span>
          <Select
            aria-label={t('windows.field.on')}
            value={draft.on}
            options={windowDayKinds.map((value) => ({ value, label: t(`windows.on.${value}`) }))}
            onChange={(on) => set({ on })}
          />
        </label>
        {one(
          'calendar',
          list.calendars.map((value) => ({ value, label: value })),
        )}
        <div className={`${styles.field} ${styles.wide}`}>
          <span>{t('windows.field.weekdays')}</span>
          <Checkbox.Group
            value={draft.weekdays}
            options={weekdays.map((day) => ({ value: day, label: format.weekday(dateOfWeekday(day)) }))}
            onChange={(days) => set({ weekdays: days.map(Number) })}
          />
        </div>
        <div className={`${styles.field} ${styles.wide}`}>
          <span>{t('windows.field.hours')}</span>
          <WindowHoursField value={draft.hours} faults={faults} onChange={(hours) => set({ hours })} />
        </div>
        <label className={`${styles.field} ${styles.wide}`}>
          <span>{t('cases.stop.reason')}</span>
          <Input maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        {window !== null && (
          <div className={styles.wide}>
            <HistoryLink kind="window" name={window.name} />
          </div>
        )}
        <Preview draft={draft} windowId={window?.windowId ?? null} />
      </div>
    </Drawer>
  );
}
