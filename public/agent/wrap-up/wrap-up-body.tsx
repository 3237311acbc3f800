import { Alert, App, Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../src/contract/agent.ts';
import { leaveRequest } from '../../../src/contract/leave.ts';
import type { WrapUpForm, WrapUpInput, WrapUpOption } from '../../../src/contract/wrap-up.ts';
import { ApiFailure } from '../../shared/api/api-failure.ts';
import { LinkedDuty } from '../call/linked-duty.tsx';
import { useFloor } from '../floor/floor-context.ts';
import { useSayFailure } from '../floor/commands.ts';
import { useSingleKeys } from '../hotkeys/single-keys.ts';
import { isPlain, useHotkeys } from '../hotkeys/use-hotkeys.ts';
import { checkDraft, type LocalProblem, type WrapUpField } from '../../shared/wrap-up/check-draft.ts';
import { chooseCode } from '../../shared/wrap-up/choose-code.ts';
import { useCodeName } from '../../shared/wrap-up/code-list.tsx';
import type { Draft } from '../../shared/wrap-up/draft.ts';
import { AskLeave } from './ask-leave.tsx';
import { keepDraft, loadDraft } from './keep-draft.ts';
import { useSaveWrapUp } from './save-wrap-up.ts';
import { useServerProblems } from '../../shared/wrap-up/server-problems.ts';
import { WrapUpFormFields } from '../../shared/wrap-up/wrap-up-form.tsx';
import styles from './wrap-up-panel.module.css';

const saveKeys = 'Ctrl ↵';

const hasFields = (error: Error | null): boolean =>
  error instanceof ApiFailure && error.failure.kind === 'problem' && (error.failure.problem.errors?.length ?? 0) > 0;

/** When the call ends the form takes the focus, unless the agent is already typing in it. */
function useFocusAtEnd(ended: boolean): React.RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const { announce } = useFloor();
  const { t } = useTranslation();
  useEffect(() => {
    if (!ended) return;
    announce(t('floor.announce.ended'), true);
    if (box.current?.contains(document.activeElement) === true) return;
    box.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus();
  }, [ended, announce, t]);
  return box;
}

export function WrapUpBody({ card, form }: { readonly card: CallCard; readonly form: WrapUpForm }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { view, announce } = useFloor();
  const save = useSaveWrapUp(card.caseId);
  const sayFailure = useSayFailure();
  const serverProblems = useServerProblems()(save.error);
  const singleKeys = useSingleKeys();
  const nameOf = useCodeName();
  const [draft, setDraft] = useState<Draft>(() => loadDraft(card.attemptId));
  const [local, setLocal] = useState<ReadonlyMap<WrapUpField, LocalProblem>>(new Map());
  const ended = card.endedAt !== null;
  const box = useFocusAtEnd(ended);
  const option = form.options.find(({ code }) => code === draft.code);

  const asks = leaveRequest.shape.code.safeParse(option?.code);
  const afterDays = (last: string, value: string | null, take: (day: string) => void): ReactNode =>
    asks.success && <AskLeave form={form} code={asks.data} last={last} value={value} take={take} />;

  const put = (next: Draft): void => {
    setDraft(next);
    keepDraft(card.attemptId, next);
    setLocal(new Map());
    if (save.isError) save.reset();
  };
  const choose = (chosen: WrapUpOption): void => {
    flushSync(() => put(chooseCode(draft, chosen, form, Date.now() + view.offsetMs)));
    // On a low screen the list fills the panel: a promise must not be saved with its amount and day unseen.
    box.current?.querySelector('[data-field="note"]')?.scrollIntoView({ block: 'nearest' });
  };
  const problemOf = (field: WrapUpField): string | undefined => {
    const problem = local.get(field);
    return problem === undefined ? serverProblems.get(field) : t(`wrapUp.${problem}`);
  };

  const submit = (then: WrapUpInput['then']): void => {
    if (!ended || save.isPending) return;
    const checked = checkDraft(draft, option, form, Date.now() + view.offsetMs);
    if (!checked.ok) {
      setLocal(checked.problems);
      box.current
        ?.querySelector(`[data-field="${[...checked.problems.keys()][0] ?? ''}"]`)
        ?.scrollIntoView({ block: 'nearest' });
      return;
    }
    save.mutate(
      { ...checked.input, then },
      {
        onSuccess: () => {
          void message.success(t('wrapUp.saved'), 2);
          announce(t('floor.announce.saved'));
        },
        onError: (error) => {
          if (!hasFields(error)) sayFailure(error);
        },
      },
    );
  };

  useHotkeys((pressed) => {
    if (pressed.ctrl && pressed.key === 'Enter') {
      submit(pressed.shift ? 'on_break' : 'ready');
      return true;
    }
    if (!singleKeys || !isPlain(pressed)) return false;
    const chosen = form.options.find(
      ({ hotkey }) => hotkey !== null && hotkey.toLowerCase() === pressed.key.toLowerCase(),
    );
    if (chosen === undefined || document.querySelector('.ant-modal-wrap:not([style*="none"])') !== null) return false;
    choose(chosen);
    return true;
  });

  const classNow = option?.classAfter ?? form.currentClass;
  const current = classNow === null ? t('floor.identity.covered') : t(`terms.caseClass.${classNow}`);
  return (
    <>
      <div ref={box} className={styles.body}>
        <WrapUpFormFields
          takesNumber
          afterDays={afterDays}
          form={form}
          option={option}
          draft={draft}
          choose={choose}
          put={put}
          problemOf={problemOf}
        />
      </div>
      <footer className={styles.foot}>
        <LinkedDuty card={card} />
        {hasFields(save.error) && <Alert type="error" showIcon title={t('wrapUp.rejected')} />}
        <div className={styles.after}>
          {option !== undefined && (
            <span className={styles.outcome}>
              <strong>{nameOf(option)}</strong>
              {' · '}
              {t(option.classAfter === null ? 'wrapUp.classSame' : 'wrapUp.classAfter', { caseClass: current })}
            </span>
          )}
          {ended && <kbd>{saveKeys}</kbd>}
        </div>
        <div className={styles.buttons}>
          <Button
            type="primary"
            disabled={!ended}
            loading={save.isPending && save.variables.then === 'ready'}
            aria-keyshortcuts="Control+Enter"
            onClick={() => submit('ready')}
          >
            {t('wrapUp.saveReady')}
          </Button>
          <Button
            disabled={!ended}
            loading={save.isPending && save.variables.then === 'on_break'}
            aria-keyshortcuts="Control+Shift+Enter"
            onClick={() => submit('on_break')}
          >
            {t('wrapUp.saveBreak')}
          </Button>
        </div>
      </footer>
    </>
  );
}
