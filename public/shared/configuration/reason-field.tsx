import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What the field adds to the values of its form. */
export interface WithReason {
  readonly reason?: string;
}

/** Why something that is versioned is changed; nothing is saved without it. A field `reason` of the form around it. */
export function ReasonField(props: { readonly extra?: ReactNode; readonly className?: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="reason"
      label={t('configuration.why')}
      tooltip={t('configuration.whyHint')}
      rules={[{ required: true, whitespace: true, min: 3, message: t('configuration.whyNeeded') }]}
      extra={props.extra}
      className={props.className ?? ''}
    >
      <Input aria-label={t('configuration.why')} maxLength={500} />
    </Form.Item>
  );
}
