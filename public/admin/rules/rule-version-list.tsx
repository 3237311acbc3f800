import { App, Button, Input, Modal, Skeleton, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignRules, RuleVersionView } from '../../../src/contract/rules.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { codeOf, FailureView } from '../../shared/ui/failure-view.tsx';
import { entriesOf, sameValue, valueAt } from './rule-document.ts';
import { refusalsOf } from './rule-refusals.ts';
import { useRuleVersions, useSaveRules } from './rule-queries.ts';
import styles from './rules.module.css';
import { useRuleWords } from './use-rule-words.ts';

function Differences(props: { readonly from: RuleVersionView | undefined; readonly to: RuleVersionView }): ReactNode {
  const { t } = useTranslation();
  const words = useRuleWords();
  const { from, to } = props;
  if (from === undefined) return <p>{t('rules.versions.first')}</p>;
  const fields = new Set([...entriesOf(from.document), ...entriesOf(to.document)].map(({ field }) => field));
  const changed = [...fields].filter((field) => !sameValue(valueAt(from.document, field), valueAt(to.document, field)));
  if (changed.length === 0) return <p>{t('rules.versions.same')}</p>;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('rules.versions.field')}</th>
          <th scope="col">{t('rules.versions.was')}</th>
          <th scope="col">{t('rules.versions.is')}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((field) => (
          <tr key={field}>
            <th scope="row">{words.name(field)}</th>
            <td>
              <del>{words.value(field, valueAt(from.document, field))}</del>
            </td>
            <td>
              <ins>{words.value(field, valueAt(to.document, field))}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RollBack(props: {
  readonly rules: CampaignRules;
  readonly to: RuleVersionView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const save = useSaveRules(props.rules.campaignId);
  const words = useRuleWords();
  const { preset, presetVersion, tightening, number } = props.to;
  return (
    <Modal
      open
      title={t('rules.versions.restoreTitle', { number })}
      okText={t('rules.form.save', { number: props.rules.rulesVersion + 1 })}
      cancelText={t('rules.form.cancel')}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: reason.trim().length < 3 }}
      onCancel={props.onClose}
      onOk={() =>
        save.mutate(
          { preset, presetVersion, tightening, reason, basedOn: props.rules.rulesVersion, restoredFrom: number },
          {
            onSuccess: (saved) => {
              void message.success(t('rules.form.saved', { number: saved.number }));
              props.onClose();
            },
            onError: (error) => {
              const fields = [...refusalsOf(error).keys()].map((field) => words.name(field));
              void message.error(
                t('rules.form.failed', { why: fields.length > 0 ? fields.join(', ') : codeOf(error) }),
              );
            },
          },
        )
      }
    >
      <p>{t('rules.versions.restoreHint')}</p>
      <label htmlFor="restore-reason">{t('rules.form.reason')}</label>
      <Input.TextArea
        id="restore-reason"
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}

/** Who changed the rules when and why, what it changed, and the way back. */
export function RuleVersionList(props: { readonly rules: CampaignRules; readonly maySave: boolean }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const versions = useRuleVersions(props.rules.campaignId);
  const [chosen, setChosen] = useState<number | null>(null);
  const [back, setBack] = useState<RuleVersionView | null>(null);
  if (versions.isError) return <FailureView error={versions.error} retry={() => void versions.refetch()} />;
  if (versions.isPending) return <Skeleton active />;
  const list = versions.data;
  const shown = list.find(({ number }) => number === chosen) ?? list[0];
  const before = shown === undefined ? undefined : list.find(({ number }) => number === shown.number - 1);
  return (
    <div className={styles.versions}>
      <table className={table.table}>
        <thead>
          <tr>
            {(['number', 'when', 'who', 'why', 'rules'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`rules.versions.${column}`)}
              </th>
            ))}
            <th aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {list.map((version) => {
            const current = version.number === props.rules.rulesVersion;
            return (
              <tr key={version.number} data-shown={version.number === shown?.number}>
                <td>
                  <strong>{version.number}</strong>{' '}
                  {current && <Tag color="success">{t('rules.versions.current')}</Tag>}
                </td>
                <td>{version.at === null ? t('common.nothing') : format.moment(version.at)}</td>
                <td>{version.byName ?? t('common.nothing')}</td>
                <td>
                  {version.reason ?? t('rules.versions.setUp')}
                  {version.restoredFrom !== null && (
                    <span className="cd-soft">
                      {' · '}
                      {t('rules.versions.restored', { number: version.restoredFrom })}
                    </span>
                  )}
                </td>
                <td className="cd-mono">
                  {version.preset} {version.presetVersion}
                </td>
                <td className={styles.orders}>
                  <Button size="small" onClick={() => setChosen(version.number)}>
                    {t('rules.versions.show')}
                  </Button>
                  {props.maySave && !current && (
                    <Button size="small" onClick={() => setBack(version)}>
                      {t('rules.versions.restore')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown !== undefined && (
        <section aria-live="polite">
          <h2>{t('rules.versions.compare', { number: shown.number })}</h2>
          {before !== undefined && <p className="cd-soft">{t('rules.versions.against', { number: before.number })}</p>}
          <Differences from={before} to={shown} />
        </section>
      )}
      {back !== null && <RollBack rules={props.rules} to={back} onClose={() => setBack(null)} />}
    </div>
  );
}
