import { App, Button, Checkbox, Form, InputNumber, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessPolicy } from '../../../src/contract/people.ts';
import { userRoles } from '../../../src/contract/session.ts';
import table from '../../shared/case-file/case-list.module.css';
import { HistoryLink } from '../../shared/configuration/history-link.tsx';
import { ReasonField, type WithReason } from '../../shared/configuration/reason-field.tsx';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { AccessTabs } from './access-tabs.tsx';
import { useAccessPolicy, useSavePolicy } from './people-queries.ts';
import styles from './people.module.css';

function PolicyForm({ policy }: { readonly policy: AccessPolicy }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const save = useSavePolicy();
  return (
    <Form<Omit<AccessPolicy, 'version'> & WithReason>
      key={policy.version}
      layout="vertical"
      requiredMark={false}
      className={styles.policy ?? ''}
      initialValues={policy}
      onFinish={(draft) =>
        save.mutate(
          { ...draft, version: policy.version, reason: draft.reason ?? '' },
          { onSuccess: () => void message.success(t('people.policy.saved')) },
        )
      }
    >
      <Form.Item
        name="passwordMinLength"
        label={t('people.policy.minLength')}
        extra={t('people.policy.minLengthHint')}
        rules={[{ required: true, message: t('people.needed') }]}
      >
        <InputNumber min={8} max={64} />
      </Form.Item>
      <Form.Item
        name="secondFactorRoles"
        label={t('people.policy.secondFactor')}
        extra={t('people.policy.secondFactorHint')}
      >
        <Checkbox.Group options={userRoles.map((value) => ({ value, label: t(`people.role.${value}`) }))} />
      </Form.Item>
      <ReasonField extra={<HistoryLink kind="access_policy" name="sign-in" />} />
      <ChangeRefusal
        title={t('people.refused')}
        error={save.error}
        subject={{ subjectType: 'access_policy', subjectId: 'sign-in' }}
      />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  );
}

export function PolicyPage(): ReactNode {
  const policy = useAccessPolicy();
  const content = (): ReactNode => {
    if (policy.data !== undefined) return <PolicyForm policy={policy.data} />;
    return policy.isError ? (
      <FailureView error={policy.error} retry={() => void policy.refetch()} />
    ) : (
      <Skeleton active style={{ padding: 20 }} />
    );
  };
  return (
    <main className={table.page}>
      <header className={table.head}>
        <AccessTabs />
      </header>
      <div className={table.body}>{content()}</div>
    </main>
  );
}
