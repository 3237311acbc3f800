import { Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignRules, RulesOverview } from '../../../src/contract/rules.ts';
import { entriesOf, isLaw, sameValue, valueAt, type RuleEntry } from './rule-document.ts';
import styles from './rules.module.css';
import { useRuleWords } from './use-rule-words.ts';

type Document = CampaignRules['document'];

const hidden = new Set(['name', 'version']);

function Layer(props: {
  readonly title: string;
  readonly hint: string;
  readonly entries: readonly RuleEntry[];
  readonly law: Document | undefined;
  /** What a field of the campaign's own is called, and why. */
  readonly own: 'own' | 'chosen';
}): ReactNode {
  const { t } = useTranslation();
  const words = useRuleWords();
  return (
    <section className={styles.layer}>
      <h2>{props.title}</h2>
      <p className="cd-soft">{props.hint}</p>
      <dl>
        {props.entries.map(({ field, value }) => {
          const lawful = props.law === undefined ? value : valueAt(props.law, field);
          const own = !sameValue(value, lawful);
          return (
            <div key={field} data-own={own}>
              <dt>{words.name(field)}</dt>
              <dd>
                {words.value(field, value)}
                {own && (
                  <Tooltip title={t(`rules.${props.own}Hint`, { law: words.value(field, lawful) })}>
                    <Tag color="warning" tabIndex={0}>
                      {t(`rules.${props.own}`)}
                    </Tag>
                  </Tooltip>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** The rules in force, in words: the law's part, which campaigns may tighten, and the manual's. */
export function RulesDocument(props: {
  readonly rules: CampaignRules;
  readonly presets: RulesOverview['presets'];
}): ReactNode {
  const { t } = useTranslation();
  const { document } = props.rules;
  const law = props.presets.find(({ name, version }) => name === document.name && version === document.version);
  const entries = entriesOf(document).filter(({ field }) => !hidden.has(field));
  return (
    <div className={styles.layers}>
      <Layer
        title={t('rules.layer.law')}
        hint={t('rules.layer.lawHint')}
        entries={entries.filter(({ field }) => isLaw(field))}
        law={law}
        own="own"
      />
      <Layer
        title={t('rules.layer.manual')}
        hint={t('rules.layer.manualHint')}
        entries={entries.filter(({ field }) => !isLaw(field))}
        law={law}
        own="chosen"
      />
    </div>
  );
}
