import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Checkbox, Input, Modal, Skeleton, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { correctionForm, type CorrectionForm, type CorrectionRequest } from '../../../src/contract/correction.ts';
import { wrapUpSaved } from '../../../src/contract/wrap-up.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { request } from '../api/request.ts';
import { useFormat } from '../format/use-format.ts';
import { FailureView } from '../ui/failure-view.tsx';
import { Refusals } from '../ui/refusals.tsx';
import { checkDraft, type LocalProblem, type WrapUpField } from '../wrap-up/check-draft.ts';
import { chooseCode } from '../wrap-up/choose-code.ts';
import { draftOfGiven } from '../wrap-up/draft-of-given.ts';
import type { Draft } from '../wrap-up/draft.ts';
import { useServerProblems } from '../wrap-up/server-problems.ts';
import { WrapUpFormFields } from '../wrap-up/wrap-up-form.tsx';
import { useCaseCommand, useMaySupervise } from './stop-commands.ts';
import styles from './correction-dialog.module.css';

interface Of {
  readonly caseId: string;
  readonly attemptId: string;
}
const pathOf = ({ caseId, attemptId }: Of): string => `/api/cases/${caseId}/wrap-ups/${attemptId}`;

/** Refusals that belong to a field of the form are shown there; the others below it. */
const fieldsOfForm: ReadonlySet<string> = new Set([
  'party',
  'nextFollowUpOn',
  'promise',
  'promise.amountMinor',
  'promise.dueOn',
  'fundDate',
  'callbackAt',
  'suspect',
  'clues',
]);
const outsideForm = (error: Error | null): boolean => {
  if (error === null) return false;
  const failure = error instanceof ApiFailure ? error.failure : null;
  const errors = failure?.kind === 'problem' ? (failure.problem.errors ?? []) : [];
  return errors.length === 0 || errors.some(({ field }) => !fieldsOfForm.has(field));
};

function Before({ revisions }: { readonly revisions: CorrectionForm['revisions'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (revisions.length === 0) return null;
  return (
    <ul className={styles.before}>
      {revisions.map((revision) => (
        <li key={revision.at}>
          {t('wrapUp.correction.before')}: {t(`terms.result.${revision.code}`)} · {revision.byName} ·{' '}
          {format.moment(revision.at)}
          {revision.reason !== null && ` · ${revision.reason}`}
          {revision.overridden && ` · ${t('wrapUp.correction.beyond')}`}
        </li>
      ))}
    </ul>
  );
}

function CorrectionBody(props: {
  readonly of: Of;
  readonly form: CorrectionForm;
  readonly override: boolean;
  readonly onOverride: (override: boolean) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const maySupervise = useMaySupervise();
  const { of, override, onClose } = props;
  const { form, given, agentName, agentUntil, revisions } = props.form;
  const [draft, setDraft] = useState<Draft>(() => draftOfGiven(given, form));
  const [reason, setReason] = useState('');
  const [local, setLocal] = useState<ReadonlyMap<WrapUpField, LocalProblem>>(new Map());
  const correct = useCaseCommand(
    (body: CorrectionRequest) => request(wrapUpSaved, `${pathOf(of)}/correction`, { method: 'POST', body }),
    () => {
      void message.success(t('wrapUp.correction.saved'));
      onClose();
    },
  );
  const serverProblems = useServerProblems()(correct.error);
  const option = form.options.find(({ code }) => code === draft.code);
  const put = (next: Draft): void => {
    setDraft(next);
    setLocal(new Map());
    correct.reset();
  };
  const problemOf = (field: WrapUpField): string | undefined => {
    const problem = local.get(field);
    return problem === undefined ? serverProblems.get(field) : t(`wrapUp.${problem}`);
  };
  const submit = (): void => {
    const checked = checkDraft(draft, option, form, Date.now());
    if (!checked.ok) {
      setLocal(checked.problems);
      return;
    }
    const { attemptId: _attemptId, newNumber: _newNumber, ...words } = checked.input;
    correct.mutate({ ...words, reason: reason.trim(), override });
  };
  return (
    <Modal
      open
      width={920}
      style={{ top: 24 }}
      title={t('wrapUp.correction.title')}
      okText={t('wrapUp.correction.action')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: correct.isPending, disabled: maySupervise && reason.trim() === '' }}
      onOk={submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="cd-soft">
        {maySupervise
          ? t('wrapUp.correction.bossHint', { name: agentName })
          : t('wrapUp.correction.ownHint', { until: format.moment(agentUntil) })}
      </p>
      <div className={styles.form}>
        <WrapUpFormFields
          form={form}
          option={option}
          draft={draft}
          choose={(chosen) => put(chooseCode(draft, chosen, form, Date.now()))}
          put={put}
          problemOf={problemOf}
        />
      </div>
      <div className={styles.foot}>
        {maySupervise && (
          <Tooltip title={t('wrapUp.correction.overrideHint')}>
            <Checkbox checked={override} onChange={(event) => props.onOverride(event.target.checked)}>
              {t('wrapUp.correction.override')}
            </Checkbox>
          </Tooltip>
        )}
        <Input.TextArea
          aria-label={t('wrapUp.correction.reason')}
          placeholder={t('wrapUp.correction.reason')}
          maxLength={1_000}
          autoSize={{ minRows: 1, maxRows: 3 }}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Before revisions={revisions} />
        {outsideForm(correct.error) && <Refusals error={correct.error} />}
      </div>
    </Modal>
  );
}

/** 3.3 item 8: what was written down after a call is corrected by its agent the same day, later by a supervisor. */
export function CorrectionDialog(props: Of & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { caseId, attemptId, onClose } = props;
  const [override, setOverride] = useState(false);
  const form = useQuery({
    queryKey: ['correction', attemptId, override],
    queryFn: ({ signal }) =>
      request(correctionForm, `${pathOf({ caseId, attemptId })}?override=${String(override)}`, { signal }),
    placeholderData: keepPreviousData,
    // The form begins with what is saved now, never with what was.
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  if (form.data !== undefined) {
    const of = { caseId, attemptId };
    return <CorrectionBody of={of} form={form.data} override={override} onOverride={setOverride} onClose={onClose} />;
  }
  return (
    <Modal open title={t('wrapUp.correction.title')} footer={null} onCancel={onClose}>
      {form.isError ? <FailureView error={form.error} retry={() => void form.refetch()} /> : <Skeleton active />}
    </Modal>
  );
}
