import { AreaChartOutlined } from '@ant-design/icons';
import { Alert, Button, Progress, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RulePreviewView, RulesChoice, RulesEffectView } from '../../../src/contract/rules.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { codeOf } from '../../shared/ui/failure-view.tsx';
import { EffectMap, type Unit } from './effect-map.tsx';
import { sameValue } from './rule-document.ts';
import { useCancelPreview, usePreviewOf, useStartPreview } from './rule-queries.ts';
import styles from './rules.module.css';

function Changes({ effect }: { readonly effect: RulesEffectView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const word = (standing: RulesEffectView['changes'][number]['from']): string =>
    standing === 'dialable' ? t('rules.preview.dialable') : t(`terms.reason.${standing}`);
  if (effect.changes.length === 0) return <p>{t('rules.preview.noChanges')}</p>;
  return (
    <table className={styles.changes}>
      <caption>{t('rules.preview.changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rules.preview.change')}</th>
          <th scope="col" title={t('rules.preview.numberHoursHint')}>
            {t('rules.preview.numberHours')}
          </th>
        </tr>
      </thead>
      <tbody>
        {effect.changes.map(({ from, to, numberHours }) => (
          <tr key={`${from}-${to}`}>
            <td>
              {word(from)} → {word(to)}
            </td>
            <td>{format.whole(numberHours)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Effect({
  effect,
  choice,
}: {
  readonly effect: RulesEffectView;
  readonly choice: 'same' | 'other';
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [unit, setUnit] = useState<Unit>('cases');
  const { sample } = effect;
  return (
    <>
      {choice === 'other' && <Alert type="warning" showIcon title={t('rules.preview.outdated')} />}
      <div className={styles.mapHead}>
        <strong>{t('rules.preview.day', { date: format.day(effect.date), zone: effect.zone })}</strong>
        <Segmented<Unit>
          aria-label={t('rules.preview.unit')}
          value={unit}
          onChange={setUnit}
          options={[
            { value: 'cases', label: t('rules.preview.cases') },
            { value: 'numbers', label: t('rules.preview.numbers') },
          ]}
        />
      </div>
      <EffectMap effect={effect} unit={unit} />
      <p className="cd-soft">
        {sample === null
          ? t('rules.preview.whole')
          : t('rules.preview.sample', {
              taken: format.whole(sample.taken),
              of: format.whole(sample.of),
              margin: (sample.marginShare * 100).toFixed(2),
            })}
      </p>
      <Changes effect={effect} />
    </>
  );
}

function Standing(props: {
  readonly preview: RulePreviewView;
  readonly choice: RulesChoice;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, casesDone, casesTotal, result } = props.preview;
  switch (status) {
    case 'queued':
    case 'running':
      return (
        <div className={styles.running} role="status">
          <Progress percent={casesTotal === 0 ? 0 : Math.min(99, Math.floor((casesDone / casesTotal) * 100))} />
          <span className="cd-soft">
            {status === 'queued'
              ? t('rules.preview.queued')
              : t('rules.preview.running', { done: format.whole(casesDone), total: format.whole(casesTotal) })}
          </span>
          <Button size="small" onClick={props.onCancel}>
            {t('rules.form.cancel')}
          </Button>
        </div>
      );
    case 'cancelled':
      return <Alert type="info" showIcon title={t('rules.preview.cancelled')} />;
    case 'failed':
      return <Alert type="error" showIcon title={t('rules.preview.failed')} />;
    case 'done': {
      const { preset, presetVersion, tightening } = props.preview;
      const same =
        preset === props.choice.preset &&
        presetVersion === props.choice.presetVersion &&
        sameValue(tightening, props.choice.tightening);
      return result === null ? null : <Effect effect={result} choice={same ? 'same' : 'other'} />;
    }
  }
}

/** What the change would do tomorrow, from the cases as they are, before anybody saves it. */
export function RulesPreview(props: {
  readonly campaignId: string;
  readonly choice: RulesChoice;
  readonly holds: boolean;
  readonly changed: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const [previewId, setPreviewId] = useState<string | null>(null);
  const start = useStartPreview(props.campaignId);
  const cancel = useCancelPreview();
  const preview = usePreviewOf(previewId);
  const underWay = preview.data?.status === 'queued' || preview.data?.status === 'running';
  return (
    <section className={styles.preview} aria-labelledby="rules-preview-title">
      <div className={styles.mapHead}>
        <h2 id="rules-preview-title">{t('rules.preview.title')}</h2>
        <Button
          icon={<AreaChartOutlined />}
          disabled={!props.holds || !props.changed || underWay}
          loading={start.isPending}
          onClick={() => start.mutate(props.choice, { onSuccess: (begun) => setPreviewId(begun.previewId) })}
        >
          {t('rules.form.lookAhead')}
        </Button>
      </div>
      <p className="cd-soft">{t('rules.preview.lead')}</p>
      {start.isError && <Alert type="error" showIcon title={t('rules.form.failed', { why: codeOf(start.error) })} />}
      {preview.isError && <Alert type="error" showIcon title={t('rules.preview.failed')} />}
      {preview.data === undefined ? (
        <EmptyView icon={<AreaChartOutlined />} title={t('rules.preview.none')} />
      ) : (
        <Standing preview={preview.data} choice={props.choice} onCancel={() => cancel.mutate(preview.data.previewId)} />
      )}
    </section>
  );
}
