import { TeamOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamView } from '../../../src/contract/people.ts';
import { useTeams } from '../../shared/api/use-teams.ts';
import { ReasonDialog } from '../../shared/case-file/reason-dialog.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { HistoryLink } from '../../shared/configuration/history-link.tsx';
import { ReasonField, type WithReason } from '../../shared/configuration/reason-field.tsx';
import { SetUpPage } from '../../shared/table/set-up-page.tsx';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { AccessTabs } from './access-tabs.tsx';
import { usePeopleOrder } from './people-queries.ts';
import styles from './people.module.css';

function TeamDialog(props: { readonly team: TeamView | null; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string } & WithReason>();
  const order = usePeopleOrder();
  const { team, onClose } = props;
  const submit = ({ name, reason }: { name: string } & WithReason): void =>
    order.mutate(
      team === null
        ? { path: '/api/teams', method: 'POST', body: { name } }
        : { path: `/api/teams/${team.teamId}`, method: 'PUT', body: { name, reason, version: team.version } },
      { onSuccess: onClose },
    );
  return (
    <Modal
      open
      title={team === null ? t('people.teams.add') : t('people.teams.rename')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={order.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ name: team?.name }} onFinish={submit}>
        <Form.Item name="name" label={t('people.teams.name')} rules={[{ required: true, message: t('people.needed') }]}>
          <Input autoFocus maxLength={80} />
        </Form.Item>
        {team !== null && <ReasonField extra={<HistoryLink kind="team" name={team.name} />} />}
      </Form>
      <ChangeRefusal
        title={t('people.refused')}
        error={order.error}
        {...(team === null ? {} : { subject: { subjectType: 'team', subjectId: team.teamId } })}
      />
    </Modal>
  );
}

function RemoveTeam(props: { readonly team: TeamView; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const order = usePeopleOrder();
  const { team, onClose } = props;
  return (
    <ReasonDialog
      title={t('people.teams.removeSure', { name: team.name })}
      hint={t('people.teams.removeHint')}
      action={t('people.teams.remove')}
      danger
      busy={order.isPending}
      error={order.error}
      onClose={onClose}
      onSubmit={(reason) =>
        order.mutate(
          { path: `/api/teams/${team.teamId}/remove`, method: 'POST', body: { reason } },
          { onSuccess: onClose },
        )
      }
    />
  );
}

export function TeamsPage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const teams = useTeams();
  const [removing, setRemoving] = useState<TeamView | null>(null);
  const [editing, setEditing] = useState<TeamView | 'new' | null>(null);
  return (
    <SetUpPage
      tabs={<AccessTabs />}
      query={teams}
      rows={teams.data}
      heads={(['name', 'people', 'campaigns'] as const).map((key) => ({ key, title: t(`people.teams.${key}`) }))}
      row={(team) => (
        <tr key={team.teamId}>
          <td>
            <strong>{team.name}</strong>
          </td>
          <td>{format.whole(team.people)}</td>
          <td>{format.whole(team.campaigns)}</td>
          <td>
            <div className={styles.actions}>
              <Button size="small" onClick={() => setEditing(team)}>
                {t('people.teams.rename')}
              </Button>
              <Button
                size="small"
                danger
                disabled={team.people + team.campaigns > 0}
                title={team.people + team.campaigns > 0 ? t('people.teams.inUse') : ''}
                onClick={() => setRemoving(team)}
              >
                {t('people.teams.remove')}
              </Button>
            </div>
          </td>
        </tr>
      )}
      empty={{ icon: <TeamOutlined />, title: t('people.teams.empty'), hint: t('people.teams.emptyHint') }}
      add={{ label: t('people.teams.add'), onAdd: () => setEditing('new') }}
    >
      {removing !== null && <RemoveTeam team={removing} onClose={() => setRemoving(null)} />}
      {editing !== null && <TeamDialog team={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </SetUpPage>
  );
}
