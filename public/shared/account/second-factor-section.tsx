import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Alert, App, Button, Form, Input, QRCode, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnAccount } from '../../../src/contract/account.ts';
import { useFormat } from '../format/use-format.ts';
import { ChangeRefusal } from '../ui/change-refusal.tsx';
import {
  useConfirmSecondFactor,
  useNewRecoveryCodes,
  useOfferSecondFactor,
  useRemoveSecondFactor,
} from './account-queries.ts';
import styles from './account.module.css';

function RecoveryCodes(props: { readonly codes: readonly string[]; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = (): void => {
    void navigator.clipboard.writeText(props.codes.join('\n')).then(() => message.success(t('account.copied')));
  };
  return (
    <>
      <Alert type="warning" showIcon title={t('account.factor.keepCodes')} />
      <ul className={styles.codes} aria-label={t('account.factor.codes')}>
        {props.codes.map((code) => (
          <li key={code} className="cd-mono">
            {code}
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button onClick={copy}>{t('account.copy')}</Button>
        <Button type="primary" onClick={props.onDone}>
          {t('account.factor.kept')}
        </Button>
      </div>
    </>
  );
}

// Codes are awaited rather than called back for: they are shown once, and this form is gone as soon as the factor holds.
const shownBelow = (): void => undefined;

function SetUp(props: { readonly onCodes: (codes: readonly string[]) => void }): ReactNode {
  const { t } = useTranslation();
  const offer = useOfferSecondFactor();
  const confirm = useConfirmSecondFactor();
  if (offer.data === undefined) {
    return (
      <>
        <ChangeRefusal title={t('account.refused')} error={offer.error} />
        <div className={styles.row}>
          <Button
            type="primary"
            icon={<SafetyCertificateOutlined />}
            loading={offer.isPending}
            onClick={() => offer.mutate()}
          >
            {t('account.factor.setUp')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <div className={styles.setUp}>
      <QRCode value={offer.data.uri} size={168} bordered={false} />
      <div>
        <p>{t('account.factor.scan')}</p>
        <p className={styles.secret}>
          {t('account.factor.orType')} <code data-secret>{offer.data.secret}</code>
        </p>
        <Form<{ code: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={({ code }) => void confirm.mutateAsync(code).then(props.onCodes, shownBelow)}
        >
          <Form.Item
            name="code"
            label={t('account.factor.code')}
            rules={[{ pattern: /^\d{6}$/, required: true, message: t('account.factor.sixDigits') }]}
          >
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus className="cd-mono" />
          </Form.Item>
          <ChangeRefusal title={t('account.refused')} error={confirm.error} />
          <div className={styles.row}>
            <Button type="primary" htmlType="submit" loading={confirm.isPending}>
              {t('account.factor.confirm')}
            </Button>
          </div>
        </Form>
      </div>
    </div>
  );
}

function InForce(props: {
  readonly factor: OwnAccount['secondFactor'];
  readonly onCodes: (codes: readonly string[]) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = useRemoveSecondFactor();
  const renew = useNewRecoveryCodes();
  const [form] = Form.useForm<{ password: string }>();
  const { factor } = props;
  const withPassword = (send: (password: string) => void): void => {
    void form.validateFields().then(({ password }) => send(password));
  };
  return (
    <>
      <p>
        <Tag color="success">{t('account.factor.on')}</Tag>
        {factor.since === null ? '' : t('account.factor.since', { when: format.moment(factor.since) })}{' '}
        {t('account.factor.codesLeft', { count: factor.recoveryCodesLeft })}
      </p>
      <Form form={form} layout="vertical" requiredMark={false}>
        <Form.Item
          name="password"
          label={t('account.password.current')}
          rules={[{ required: true, message: t('account.needed') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <ChangeRefusal title={t('account.refused')} error={renew.error ?? remove.error} />
        <div className={styles.row}>
          <Button
            loading={renew.isPending}
            onClick={() => withPassword((password) => void renew.mutateAsync(password).then(props.onCodes, shownBelow))}
          >
            {t('account.factor.newCodes')}
          </Button>
          <Button
            danger
            disabled={factor.required}
            title={factor.required ? t('account.factor.required') : ''}
            loading={remove.isPending}
            onClick={() => withPassword((password) => remove.mutate(password))}
          >
            {t('account.factor.remove')}
          </Button>
        </div>
      </Form>
    </>
  );
}

export function SecondFactorSection(props: {
  readonly factor: OwnAccount['secondFactor'];
  readonly onSet?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { factor } = props;
  const content = (): ReactNode => {
    if (codes !== null) {
      const done = (): void => {
        setCodes(null);
        props.onSet?.();
      };
      return <RecoveryCodes codes={codes} onDone={done} />;
    }
    if (factor.since !== null) return <InForce factor={factor} onCodes={setCodes} />;
    return factor.available ? (
      <SetUp onCodes={setCodes} />
    ) : (
      <Alert type="info" showIcon title={t('account.factor.unavailable')} />
    );
  };
  return (
    <section className={styles.section}>
      <h2>{t('account.factor.title')}</h2>
      <p className="cd-soft">{t('account.factor.hint')}</p>
      {content()}
    </section>
  );
}
