import { LockOutlined, SafetyCertificateOutlined, UserOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignInRequest } from '../../../src/contract/session.ts';
import { ApiFailure } from '../api/api-failure.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { useEndedUser, useProvider, useSignIn } from './session.ts';
import styles from './sign-in-page.module.css';

interface Refusal {
  readonly text: 'wrong' | 'codeNeeded' | 'wrongCode' | 'expired' | 'disabled' | 'tooMany' | 'offline' | 'unexpected';
  readonly seconds: number;
  readonly code: string;
}

function refusalOf(error: Error | null): Refusal | null {
  if (error === null) return null;
  const refusal = (text: Refusal['text'], seconds = 0, code = ''): Refusal => ({ text, seconds, code });
  if (!(error instanceof ApiFailure)) return refusal('unexpected', 0, error.name);
  const { failure } = error;
  if (failure.kind === 'offline') return refusal('offline');
  const code = failure.kind === 'problem' ? failure.problem.code : '';
  if (code === 'second-factor-needed') return refusal('codeNeeded');
  if (code === 'wrong-code') return refusal('wrongCode');
  if (code === 'temporary-password-expired') return refusal('expired');
  if (error.status === 429)
    return refusal('tooMany', failure.kind === 'problem' ? (failure.retryAfterSeconds ?? 60) : 60);
  if (failure.kind === 'problem' && (failure.problem.code === 'account-locked' || error.status === 403))
    return refusal('disabled');
  if (error.status === 401 || error.status === 400) return refusal('wrong');
  return refusal('unexpected', 0, failure.kind === 'problem' ? failure.problem.code : String(error.status));
}

export function SignInPage({ title }: { readonly title: string }): ReactNode {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const endedUser = useEndedUser();
  const provider = useProvider();
  const [asksCode, setAsksCode] = useState(false);
  const [waitSeconds, setWaitSeconds] = useState(0);
  const refusal = refusalOf(signIn.error);

  useEffect(() => {
    if (waitSeconds <= 0) return undefined;
    const timer = setTimeout(() => setWaitSeconds((seconds) => seconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [waitSeconds]);

  const submit = (input: SignInRequest): void =>
    signIn.mutate(input, {
      onError: (error) => {
        const { text, seconds } = refusalOf(error) ?? { text: null, seconds: 0 };
        setWaitSeconds(seconds);
        if (text === 'codeNeeded') setAsksCode(true);
      },
    });

  const message = (): string | null => {
    if (refusal === null || refusal.text === 'codeNeeded') return null;
    if (refusal.text === 'tooMany') return waitSeconds > 0 ? t('common.signIn.tooMany', { count: waitSeconds }) : null;
    if (refusal.text === 'offline') return t('common.failure.offline');
    if (refusal.text === 'unexpected') return t('common.failure.unexpectedDetail', { code: refusal.code });
    return t(`common.signIn.${refusal.text}`);
  };
  const shown = message();
  // Put there by the server when the identity provider's word was not taken.
  const failedAtProvider = new URLSearchParams(location.search).get('sign-in');

  return (
    <div className={styles['page']}>
      <header className={styles['top']}>
        <LanguageSwitch />
      </header>
      <main className={styles['panel']}>
        <div className={styles['brand']}>
          <BrandMark size={34} />
          <div>
            <div className={styles['product']}>{t('common.product')}</div>
            <div className={styles['console']}>{title}</div>
          </div>
        </div>
        <h1 className={styles['heading']}>{t('common.signIn.title')}</h1>
        <Form<SignInRequest>
          layout="vertical"
          onFinish={submit}
          requiredMark={false}
          size="large"
          initialValues={{ username: endedUser ?? '' }}
        >
          <Form.Item
            name="username"
            label={t('common.signIn.username')}
            rules={[{ required: true, message: t('common.signIn.usernameMissing') }]}
          >
            <Input
              prefix={<UserOutlined />}
              autoComplete="username"
              autoFocus={endedUser === null}
              spellCheck={false}
            />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('common.signIn.password')}
            rules={[{ required: true, message: t('common.signIn.passwordMissing') }]}
          >
            <Input.Password prefix={<LockOutlined />} autoComplete="current-password" autoFocus={endedUser !== null} />
          </Form.Item>
          {asksCode && (
            <Form.Item
              name="code"
              label={t('common.signIn.code')}
              extra={t('common.signIn.codeHint')}
              rules={[{ required: true, message: t('common.signIn.codeMissing') }]}
            >
              <Input
                prefix={<SafetyCertificateOutlined />}
                autoComplete="one-time-code"
                maxLength={20}
                autoFocus
                spellCheck={false}
              />
            </Form.Item>
          )}
          <div className={styles['message']} role="alert">
            {shown !== null && <Alert type="error" showIcon title={shown} />}
            {failedAtProvider !== null && shown === null && (
              <Alert type="error" showIcon title={t('common.signIn.providerFailed', { code: failedAtProvider })} />
            )}
            {shown === null && failedAtProvider === null && endedUser !== null && (
              <Alert type="info" showIcon title={t('common.signIn.ended')} />
            )}
          </div>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending} disabled={waitSeconds > 0}>
            {t('common.signIn.submit')}
          </Button>
          {provider !== null && (
            <Button
              block
              className={styles['provider'] ?? ''}
              href={`/api/session/provider?to=${encodeURIComponent(location.pathname)}`}
            >
              {t('common.signIn.withProvider', { provider })}
            </Button>
          )}
        </Form>
        <p className={styles['lead']}>{t('common.signIn.lead')}</p>
      </main>
    </div>
  );
}
