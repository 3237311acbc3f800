import { App, Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { tightening, type CampaignRules, type RulesChoice, type RulesOverview } from '../../../src/contract/rules.ts';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { codeOf } from '../../shared/ui/failure-view.tsx';
import { entriesOf, nested, sameValue, valueAt } from './rule-document.ts';
import { RuleField, ruleInputs } from './rule-inputs.tsx';
import { refusalsOf, type RuleRefusal } from './rule-refusals.ts';
import { useCheck, useSaveRules } from './rule-queries.ts';
import { RulesPreview } from './rules-preview.tsx';
import styles from './rules.module.css';
import { useRuleWords } from './use-rule-words.ts';

type Values = Readonly<Record<string, unknown>>;

const valuesOf = (rules: CampaignRules): Values =>
  Object.fromEntries(entriesOf(rules.tightening).map(({ field, value }) => [field, value]));

/** Laid over the limits of one preset one by one: typed for another it would mean something else. */
const ofOnePreset = new Set(['caps.callWindows']);

export function ChangeRules(props: {
  readonly rules: CampaignRules;
  readonly presets: RulesOverview['presets'];
  readonly house: RulesOverview['house'];
  readonly maySave: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const words = useRuleWords();
  const { message } = App.useApp();
  const { rules, presets, house } = props;
  const [presetKey, setPresetKey] = useState(`${rules.preset}@${rules.presetVersion}`);
  const [values, setValues] = useState<Values>(() => valuesOf(rules));
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const save = useSaveRules(rules.campaignId);

  const law = presets.find(({ name, version }) => `${name}@${version}` === presetKey) ?? rules.document;
  const choice: RulesChoice = {
    preset: law.name,
    presetVersion: law.version,
    tightening: nested(values),
  };
  const check = useCheck(rules.campaignId, choice);
  const refusals = refusalsOf(check.error);
  const changed =
    presetKey !== `${rules.preset}@${rules.presetVersion}` ||
    !sameValue(tightening.parse(choice.tightening), rules.tightening);
  const reasonMissing = reason.trim().length < 3;

  const houseLaw = presets.find(({ name, version }) => name === house.preset && version === house.presetVersion);
  const refusalWords = (field: string, { rule, remedy }: RuleRefusal): string => {
    if (rule === 'PRE-5') return t('rules.form.refused', { law: words.value(field, valueAt(law, field)) });
    if (rule === 'PRE-8' && houseLaw !== undefined)
      return t('rules.form.refusedHouse', { preset: house.preset, law: words.value(field, valueAt(houseLaw, field)) });
    return t('rules.form.refusedOther', { remedy });
  };
  const elsewhere = [...refusals].filter(([field]) => !ruleInputs.some((input) => input.field === field));

  const submit = (): void => {
    setAsked(true);
    if (reasonMissing) return;
    save.mutate(
      { ...choice, reason, basedOn: rules.rulesVersion, restoredFrom: null },
      {
        onSuccess: (saved) => {
          void message.success(t('rules.form.saved', { number: saved.number }));
          setReason('');
          setAsked(false);
        },
        onError: (error) =>
          void message.error(
            codeOf(error) === 'rules-changed-meanwhile'
              ? t('rules.form.stale')
              : t('rules.form.failed', { why: codeOf(error) }),
          ),
      },
    );
  };

  return (
    <div className={styles.change}>
      <form
        className={styles.form}
        // Enter ends a field, it does not put rules into force.
        onSubmit={(event) => event.preventDefault()}
      >
        <p className="cd-soft">{t('rules.form.lead')}</p>
        <div className={styles.field}>
          <label htmlFor="rule-preset">{t('rules.form.preset')}</label>
          <Select
            id="rule-preset"
            value={presetKey}
            options={presets.map(({ name, version }) => ({ value: `${name}@${version}`, label: `${name} ${version}` }))}
            onChange={(key) => {
              setPresetKey(key);
              setValues((before) =>
                Object.fromEntries(Object.entries(before).filter(([field]) => !ofOnePreset.has(field))),
              );
            }}
          />
        </div>
        {elsewhere.map(([field, refusal]) => (
          <p key={field} className={styles.refusal} role="alert">
            {field === 'preset' ? '' : `${words.name(field)}: `}
            {refusalWords(field, refusal)}
          </p>
        ))}
        <div className={styles.fields}>
          {ruleInputs.map((input) => {
            const id = `rule-${input.field.replace('.', '-')}`;
            const lawValue = valueAt(law, input.field);
            const refusal = refusals.get(input.field);
            return (
              <div key={input.field} className={styles.field} data-own={values[input.field] !== undefined}>
                <label htmlFor={id} title={t('rules.form.asLaw', { law: words.value(input.field, lawValue) })}>
                  {words.name(input.field)}
                </label>
                <RuleField
                  input={input}
                  law={law}
                  lawValue={lawValue}
                  value={values[input.field]}
                  weekdayHours={values['window.hours']}
                  bad={refusal !== undefined}
                  id={id}
                  onChange={(value) => setValues((before) => ({ ...before, [input.field]: value }))}
                />
                {refusal !== undefined && (
                  <p className={styles.refusal} role="alert">
                    {refusalWords(input.field, refusal)}
                  </p>
                )}
              </div>
            );
          })}
        </div>
        {save.error !== null && codeOf(save.error) === 'rules-changed-meanwhile' && (
          <ChangeRefusal
            title={t('rules.form.stale')}
            error={save.error}
            subject={{ subjectType: 'campaign', subjectId: rules.campaignId, kind: 'rules' }}
          />
        )}
        <div className={styles.saving}>
          <label htmlFor="rule-reason">{t('rules.form.reason')}</label>
          <Input.TextArea
            id="rule-reason"
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={500}
            value={reason}
            disabled={!props.maySave}
            {...(asked && reasonMissing ? { status: 'error' as const } : {})}
            onChange={(event) => setReason(event.target.value)}
          />
          {asked && reasonMissing && (
            <p className={styles.refusal} role="alert">
              {t('rules.form.reasonMissing')}
            </p>
          )}
          <div className={styles.orders}>
            <Button
              type="primary"
              onClick={submit}
              disabled={!props.maySave || !changed || refusals.size > 0}
              loading={save.isPending}
              title={props.maySave ? (changed ? '' : t('rules.form.unchanged')) : t('rules.form.adminOnly')}
            >
              {t('rules.form.save', { number: rules.rulesVersion + 1 })}
            </Button>
            <Button
              disabled={!changed}
              onClick={() => {
                setValues(valuesOf(rules));
                setPresetKey(`${rules.preset}@${rules.presetVersion}`);
              }}
            >
              {t('rules.form.clear')}
            </Button>
          </div>
          {!props.maySave && <p className="cd-soft">{t('rules.form.adminOnly')}</p>}
        </div>
      </form>
      <RulesPreview campaignId={rules.campaignId} choice={choice} holds={check.isSuccess} changed={changed} />
    </div>
  );
}
