import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pacingSettings, type PacingSettings, type PacingView } from '../../../src/contract/pacing.ts';
import { command } from '../../shared/api/request.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Refusals } from '../../shared/ui/refusals.tsx';
import { ReplayPanel } from './replay-panel.tsx';
import styles from './pacing.module.css';

interface NumberField {
  readonly name: Exclude<keyof PacingSettings, 'mode'>;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Shown in per cent. */
  readonly share?: boolean;
}

const fields: readonly NumberField[] = [
  { name: 'target', least: 0, most: 0.2, step: 0.1, share: true },
  { name: 'ratio', least: 1, most: 10, step: 0.1 },
  { name: 'smallestGroup', least: 1, most: 1000, step: 1 },
  { name: 'callsPerAgent', least: 1, most: 50, step: 0.5 },
];

/** How the campaign is dialed. What was changed here stays while the numbers beside it move. */
export function SettingsForm({ view }: { readonly view: PacingView }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const id = useId();
  const [draft, setDraft] = useState<PacingSettings | null>(null);
  const [reason, setReason] = useState('');
  const shown = draft ?? view.settings;
  const names = Object.keys(view.settings) as (keyof PacingSettings)[];
  const dirty = draft !== null && names.some((name) => draft[name] !== view.settings[name]);
  const save = useMutation({
    mutationFn: (settings: PacingSettings) =>
      command(`/api/campaigns/${view.campaignId}/pacing`, { ...settings, reason: reason.trim() }),
    onSuccess: () => {
      setDraft(null);
      setReason('');
      void message.success(t('pacing.saved'));
    },
  });
  const change = (over: Partial<PacingSettings>): void => setDraft({ ...shown, ...over });
  return (
    <form
      className={styles.settings}
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty && reason.trim().length >= 3) save.mutate(shown);
      }}
    >
      <label htmlFor={`${id}mode`}>{t('pacing.setting.mode')}</label>
      <Select
        id={`${id}mode`}
        value={shown.mode}
        options={pacingSettings.shape.mode.options.map((value) => ({ value, label: t(`campaigns.mode.${value}`) }))}
        onChange={(mode) => change({ mode })}
      />
      <p className={styles.hint}>{t(`pacing.modeHint.${shown.mode}`)}</p>
      {fields.map(({ name, least, most, step, share }) => {
        const scale = share === true ? 100 : 1;
        return (
          <div key={name} className={styles.setting}>
            <label htmlFor={id + name}>{t(`pacing.setting.${name}`)}</label>
            <InputNumber
              id={id + name}
              value={Math.round(shown[name] * scale * 100) / 100}
              min={least * scale}
              max={most * scale}
              step={step}
              suffix={share === true ? '%' : undefined}
              onChange={(value) => {
                if (value !== null) change({ [name]: Math.round(value * 1e4) / (1e4 * scale) });
              }}
            />
            <p className={styles.hint}>
              {name === 'target'
                ? t('pacing.settingHint.target', { most: format.share(view.rules.targetMost) })
                : t(`pacing.settingHint.${name}`)}
            </p>
          </div>
        );
      })}
      {dirty && (
        <div className={styles.setting}>
          <label htmlFor={`${id}reason`}>{t('configuration.why')}</label>
          <Input
            id={`${id}reason`}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <p className={styles.hint}>{t('configuration.whyNeeded')}</p>
        </div>
      )}
      {save.error !== null && <Refusals error={save.error} />}
      <div className={styles.formFoot}>
        <Button htmlType="submit" type="primary" disabled={!dirty || reason.trim().length < 3} loading={save.isPending}>
          {t('common.save')}
        </Button>
        <Button disabled={draft === null} onClick={() => setDraft(null)}>
          {t('pacing.undo')}
        </Button>
      </div>
      <ReplayPanel campaignId={view.campaignId} settings={shown} />
    </form>
  );
}
