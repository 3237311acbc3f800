import { App, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeRefusal } from '../ui/change-refusal.tsx';
import { useChangePassword } from './account-queries.ts';
import styles from './account.module.css';

interface Draft {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** One's own password: length first, no rules about kinds of characters. */
export function PasswordSection(props: { readonly minLength: number; readonly onChanged?: () => void }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Draft>();
  const change = useChangePassword();
  const needed = { required: true, message: t('account.needed') };
  const submit = ({ current, next }: Draft): void =>
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          form.resetFields();
          void message.success(t('account.password.changed'));
          props.onChanged?.();
        },
      },
    );
  return (
    <section className={styles.section}>
      <h2>{t('account.password.title')}</h2>
      <p className="cd-soft">{t('account.password.hint', { count: props.minLength })}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="current" label={t('account.password.current')} rules={[needed]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={t('account.password.next')}
          rules={[
            needed,
            { min: props.minLength, message: t('account.password.tooShort', { count: props.minLength }) },
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('account.password.again')}
          dependencies={['next']}
          rules={[
            needed,
            ({ getFieldValue }) => ({
              validator: (_rule, value) =>
                value === undefined || value === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('account.password.differs'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <ChangeRefusal title={t('account.refused')} error={change.error} />
        <div className={styles.row}>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t('account.password.change')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
