import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import payments from '../payments/payments.module.css';

const providerAddress = 'https://api.twilio.com';

/** The provider's credentials; the browser neither keeps nor offers them. */
export function AccountFields(): ReactNode {
  const { t } = useTranslation();
  const needed = [{ required: true, message: t('trunks.needed') }];
  return (
    <>
      <Form.Item name="accountSid" label={t('trunks.account.sid')} rules={needed} className={payments.wide ?? ''}>
        <Input autoComplete="off" spellCheck={false} maxLength={34} className="cd-mono" />
      </Form.Item>
      <Form.Item
        name="authToken"
        label={t('trunks.account.token')}
        extra={t('trunks.account.tokenHint')}
        rules={needed}
        className={payments.wide ?? ''}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="apiBase"
        label={t('trunks.account.apiBase')}
        tooltip={t('trunks.account.apiBaseHint')}
        className={payments.wide ?? ''}
      >
        <Input autoComplete="off" placeholder={providerAddress} />
      </Form.Item>
    </>
  );
}
