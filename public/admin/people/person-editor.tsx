import { Button, Checkbox, Drawer, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewPerson, PersonView, TeamView, TemporaryPassword } from '../../../src/contract/people.ts';
import { permission } from '../../../src/contract/people.ts';
import { userRoles, type UserRole } from '../../../src/contract/session.ts';
import { ReasonField, type WithReason } from '../../shared/configuration/reason-field.tsx';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import payments from '../payments/payments.module.css';
import { useAddPerson, usePeopleOrder } from './people-queries.ts';

type Draft = Omit<NewPerson, 'email' | 'teamId'> & { readonly email?: string; readonly teamId?: string } & WithReason;

const usual: Record<UserRole, NewPerson['permissions']> = {
  agent: ['recordings.listen'],
  supervisor: ['recordings.listen', 'export', 'stops.lift', 'cases.hand_over'],
  admin: [...permission.options],
};

const draftOf = (person: PersonView | null): Partial<Draft> =>
  person === null
    ? { role: 'agent', locale: 'zh-CN', skills: [], languages: [], permissions: usual.agent, dailyGoal: 50 }
    : {
        ...person,
        email: person.email ?? '',
        ...(person.team === null ? {} : { teamId: person.team.teamId }),
      };

const settingsOf = ({ email, teamId, reason: _, ...draft }: Draft): NewPerson => ({
  ...draft,
  email: email === undefined || email.trim() === '' ? null : email.trim(),
  teamId: teamId ?? null,
});

/** Somebody new, or what is known of somebody. What the role brings along may be added to and taken from. */
export function PersonEditor(props: {
  readonly person: PersonView | null;
  readonly teams: readonly TeamView[];
  readonly onClose: () => void;
  readonly onAdded: (given: TemporaryPassword) => void;
}): ReactNode {
  const { t } = useTranslation();
  const [form] = Form.useForm<Draft>();
  const add = useAddPerson();
  const change = usePeopleOrder();
  const { person, onClose } = props;
  const needed = { required: true, message: t('people.needed') };
  const submit = (draft: Draft): void => {
    const settings = settingsOf(draft);
    if (person === null) {
      add.mutate(settings, {
        onSuccess: (given) => {
          onClose();
          props.onAdded(given);
        },
      });
      return;
    }
    const { username: _, ...rest } = settings;
    const body = { ...rest, version: person.version, reason: draft.reason };
    change.mutate({ path: `/api/people/${person.personId}`, method: 'PUT', body }, { onSuccess: onClose });
  };
  return (
    <Drawer
      open
      size={620}
      title={person === null ? t('people.add') : t('people.editOf', { name: person.displayName })}
      onClose={onClose}
      footer={
        <Button type="primary" loading={add.isPending || change.isPending} onClick={() => form.submit()}>
          {person === null ? t('people.add') : t('common.save')}
        </Button>
      }
    >
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        className={payments.form ?? ''}
        initialValues={draftOf(person)}
        onFinish={submit}
        onValuesChange={(changed: Partial<Draft>) => {
          if (changed.role !== undefined) form.setFieldValue('permissions', usual[changed.role]);
        }}
      >
        <Form.Item name="username" label={t('people.field.username')} rules={[needed]}>
          <Input disabled={person !== null} autoComplete="off" spellCheck={false} autoFocus={person === null} />
        </Form.Item>
        <Form.Item name="displayName" label={t('people.field.displayName')} rules={[needed]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t('people.field.role')} extra={t('people.hint.role')}>
          <Select options={userRoles.map((value) => ({ value, label: t(`people.role.${value}`) }))} />
        </Form.Item>
        <Form.Item name="teamId" label={t('people.field.team')}>
          <Select
            allowClear
            options={props.teams.map((team) => ({ value: team.teamId, label: team.name }))}
            placeholder={t('common.none')}
          />
        </Form.Item>
        <Form.Item name="email" label={t('people.field.email')} extra={t('people.hint.email')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="locale" label={t('people.field.locale')}>
          <Select
            options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`people.locale.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="skills" label={t('people.field.skills')} extra={t('people.hint.skills')}>
          <Select mode="tags" tokenSeparators={[',', '，']} />
        </Form.Item>
        <Form.Item name="languages" label={t('people.field.languages')} extra={t('people.hint.languages')}>
          <Select mode="tags" tokenSeparators={[',', '，']} />
        </Form.Item>
        <Form.Item name="dailyGoal" label={t('people.field.dailyGoal')} extra={t('people.hint.dailyGoal')}>
          <InputNumber min={0} max={2_000} className={payments.full ?? ''} />
        </Form.Item>
        <Form.Item
          name="permissions"
          label={t('people.field.permissions')}
          extra={t('people.hint.permissions')}
          className={payments.wide ?? ''}
        >
          <Checkbox.Group
            style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}
            options={permission.options.map((value) => ({ value, label: t(`people.permission.${value}`) }))}
          />
        </Form.Item>
        {person !== null && <ReasonField className={payments.wide ?? ''} />}
        <div className={payments.wide}>
          <ChangeRefusal title={t('people.refused')} error={add.error ?? change.error} />
        </div>
      </Form>
    </Drawer>
  );
}
