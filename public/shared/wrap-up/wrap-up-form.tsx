import { Alert, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WrapUpForm, WrapUpOption } from '../../../src/contract/wrap-up.ts';
import type { WrapUpField } from './check-draft.ts';
import { CodeList } from './code-list.tsx';
import type { Draft } from './draft.ts';
import { Field } from './field.tsx';
import { WrapUpFields } from './wrap-up-fields.tsx';

/** The form itself: the result, what it asks for, the note. */
export function WrapUpFormFields(props: {
  readonly form: WrapUpForm;
  readonly option: WrapUpOption | undefined;
  readonly draft: Draft;
  readonly takesNumber?: boolean;
  readonly afterDays?: (last: string, value: string | null, take: (day: string) => void) => ReactNode;
  readonly choose: (option: WrapUpOption) => void;
  readonly put: (draft: Draft) => void;
  readonly problemOf: (field: WrapUpField) => string | undefined;
}): ReactNode {
  const { t } = useTranslation();
  const { form, option, draft, put, problemOf } = props;
  const script = form.scripts.find(({ code }) => code === option?.code);
  return (
    <>
      <Field name="code" label={t('wrapUp.code')} problem={problemOf('code')}>
        <CodeList options={form.options} value={draft.code} onChange={props.choose} />
      </Field>
      {script !== undefined && (
        <Alert
          type="info"
          role="note"
          style={{ marginBottom: 10, whiteSpace: 'pre-line' }}
          title={t('wrapUp.script')}
          description={script.text}
        />
      )}
      {option !== undefined && (
        <WrapUpFields
          takesNumber={props.takesNumber === true}
          afterDays={props.afterDays}
          form={form}
          option={option}
          draft={draft}
          change={(part) => put({ ...draft, ...part })}
          problemOf={problemOf}
        />
      )}
      <Field name="note" label={t('wrapUp.note')} problem={problemOf('note')}>
        <Input.TextArea
          aria-label={t('wrapUp.note')}
          placeholder={t('wrapUp.notePlaceholder')}
          maxLength={4_000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={draft.note}
          onChange={(event) => put({ ...draft, note: event.target.value })}
        />
      </Field>
    </>
  );
}
