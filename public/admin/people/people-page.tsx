import { MoreOutlined, PlusOutlined, TeamOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Select, Tag, Tooltip } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView, TemporaryPassword } from '../../../src/contract/people.ts';
import { userRoles } from '../../../src/contract/session.ts';
import { fileOf } from '../../shared/api/query-of.ts';
import { useTeams } from '../../shared/api/use-teams.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { HandoverDrawer } from '../../shared/handover/handover-drawer.tsx';
import { useMay } from '../../shared/session/session.ts';
import { ChoiceFilter } from '../../shared/table/choice-filter.tsx';
import table from '../../shared/table/data-table.module.css';
import { SearchFilter } from '../../shared/table/search-filter.tsx';
import { ServerTable } from '../../shared/table/server-table.tsx';
import type { Column } from '../../shared/table/table-columns.ts';
import { codeOf } from '../../shared/ui/failure-view.tsx';
import { AccessTabs } from './access-tabs.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { PersonEditor } from './person-editor.tsx';
import { SessionsDrawer, TemporaryPasswordDialog } from './person-dialogs.tsx';
import { usePeople, usePeopleOrder, useTemporaryPassword, type PeopleFilters } from './people-queries.ts';

type Doing =
  | { readonly what: 'add' }
  | { readonly what: 'edit' | 'sessions' | 'handover' | 'history' | 'account'; readonly person: PersonView };

function StateTags({ person }: { readonly person: PersonView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (person.disabledAt !== null) return <Tag>{t('people.state.disabled')}</Tag>;
  return (
    <>
      {person.lockedUntil !== null && <Tag color="error">{t('people.state.locked')}</Tag>}
      {person.temporaryUntil !== null && (
        <Tooltip title={t('people.stateHint.temporary', { until: format.moment(person.temporaryUntil) })}>
          <Tag color="warning" tabIndex={0}>
            {t('people.state.temporary')}
          </Tag>
        </Tooltip>
      )}
      {person.secondFactorSince !== null && <Tag color="success">{t('people.state.secondFactor')}</Tag>}
      {person.signsInByProvider && <Tag color="processing">{t('people.state.provider')}</Tag>}
      {person.simulated && (
        <Tooltip title={t('people.stateHint.simulated')}>
          <Tag tabIndex={0}>{t('people.state.simulated')}</Tag>
        </Tooltip>
      )}
    </>
  );
}

function Actions(props: {
  readonly person: PersonView;
  readonly onDo: (doing: Doing) => void;
  readonly onGiven: (given: TemporaryPassword) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const order = usePeopleOrder();
  const mayHandOver = useMay('cases.hand_over');
  const temporary = useTemporaryPassword();
  const { person } = props;
  const { personId, displayName: name } = person;
  // What somebody in another role still owns is given away too.
  const handsOver = mayHandOver && (person.role === 'agent' || person.openCases > 0);
  const failed = (error: Error): void => void message.error(t('people.failed', { why: codeOf(error) }));
  const post = (act: string): void =>
    order.mutate({ path: `/api/people/${personId}/${act}`, method: 'POST' }, { onError: failed });
  const ask = (act: 'remove-second-factor' | 'temporary-password', onOk: () => unknown): void => {
    const key = act === 'temporary-password' ? 'temporary' : 'factor';
    void modal.confirm({
      title: t(`people.sure.${key}`, { name }),
      content: t(`people.sure.${key}Detail`),
      okText: t(`people.act.${key}`),
      cancelText: t('common.cancel'),
      onOk,
    });
  };
  const out = person.disabledAt !== null;
  const items = [
    { key: 'sessions', label: t('people.act.sessions', { count: person.liveSessions }) },
    { key: 'history', label: t('people.act.history') },
    ...(handsOver ? [{ key: 'handover', label: t('people.act.handover') }] : []),
    { key: 'temporary', label: t('people.act.temporary'), disabled: out },
    ...(person.lockedUntil === null ? [] : [{ key: 'unlock', label: t('people.act.unlock') }]),
    ...(person.secondFactorSince === null ? [] : [{ key: 'factor', label: t('people.act.factor') }]),
    out
      ? { key: 'reactivate', label: t('people.act.reactivate') }
      : { key: 'deactivate', label: t('people.act.deactivate'), danger: true },
  ];
  const act = (key: string): void => {
    if (key === 'sessions' || key === 'handover' || key === 'history') props.onDo({ what: key, person });
    else if (key === 'deactivate' || key === 'reactivate') props.onDo({ what: 'account', person });
    else if (key === 'temporary')
      // The promise, not a callback of this row: the old password is gone, and the new one must be shown whatever becomes of the row.
      ask('temporary-password', () => temporary.mutateAsync(personId).then(props.onGiven, failed));
    else if (key === 'factor') ask('remove-second-factor', () => post('remove-second-factor'));
    else post(key);
  };
  return (
    <div className={table.actions}>
      <Button size="small" onClick={() => props.onDo({ what: 'edit', person })}>
        {t('people.act.edit')}
      </Button>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => act(key) }}>
        <Button
          size="small"
          icon={<MoreOutlined />}
          aria-label={t('people.act.more', { name })}
          loading={order.isPending || temporary.isPending}
        />
      </Dropdown>
    </div>
  );
}

function useColumns(given: {
  readonly onDo: (doing: Doing) => void;
  readonly onGiven: (given: TemporaryPassword) => void;
}): readonly Column<PersonView>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (
    key: 'displayName' | 'username' | 'role' | 'team' | 'skills' | 'state' | 'lastSeenAt' | 'createdAt' | 'openCases',
  ) => ({ key, title: t(`people.column.${key}`) });
  return [
    { ...title('displayName'), cell: ({ displayName }) => <strong>{displayName}</strong>, sorts: true, fixed: true },
    { ...title('username'), cell: ({ username }) => <span className="cd-mono">{username}</span>, sorts: true },
    { ...title('role'), cell: ({ role }) => t(`people.role.${role}`), sorts: true },
    { ...title('team'), cell: ({ team }) => team?.name ?? t('common.nothing'), sorts: true },
    {
      ...title('skills'),
      cell: ({ languages, skills }) => [...languages, ...skills].join(', ') || t('common.nothing'),
    },
    { ...title('state'), cell: (person) => <StateTags person={person} /> },
    {
      ...title('lastSeenAt'),
      cell: ({ lastSeenAt }) => (lastSeenAt === null ? t('common.nothing') : format.moment(lastSeenAt)),
    },
    { ...title('createdAt'), cell: ({ createdAt }) => format.moment(createdAt), sorts: true, spare: true },
    {
      ...title('openCases'),
      hint: t('people.columnHint.openCases'),
      cell: ({ openCases }) => format.whole(openCases),
      align: 'right',
    },
    {
      key: 'act',
      title: t('table.act'),
      align: 'right',
      cell: (person) => <Actions person={person} onDo={given.onDo} onGiven={given.onGiven} />,
      fixed: true,
    },
  ];
}

/** Everybody who gets in, and what one may do about them. */
export function PeoplePage(): ReactNode {
  const { t } = useTranslation();
  const mayHandOver = useMay('cases.hand_over');
  const teams = useTeams().data ?? [];
  const [{ role, teamId, state = 'active' }, setChosen] = useState<Omit<PeopleFilters, 'q'>>({});
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const filters: PeopleFilters = { q, state, ...(role && { role }), ...(teamId && { teamId }) };
  const narrow = (over: { role?: typeof role; teamId?: typeof teamId; state?: typeof state }): void =>
    setChosen({ ...filters, ...over });
  const pages = usePeople(filters);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [given, setGiven] = useState<TemporaryPassword | null>(null);
  return (
    <>
      <ServerTable
        screen="people"
        title={t('people.tab.people')}
        heading={<AccessTabs />}
        columns={useColumns({ onDo: setDoing, onGiven: setGiven })}
        pages={pages}
        rowKey={({ personId }) => personId}
        unfiltered={false}
        empty={{ icon: <TeamOutlined />, title: t('people.empty'), hint: t('people.emptyHint') }}
        exportHref={fileOf('/api/people/export.csv', filters)}
        onRowKey={(person, key) => key === 'Enter' && setDoing({ what: 'edit', person })}
        filters={
          <>
            <SearchFilter label={t('people.search')} value={text} onChange={setText} />
            <ChoiceFilter
              label={t('people.column.role')}
              any={t('people.anyRole')}
              value={role}
              options={userRoles.map((value) => ({ value, label: t(`people.role.${value}`) }))}
              onChange={(chosen) => narrow({ role: chosen })}
            />
            <ChoiceFilter
              label={t('people.column.team')}
              any={t('people.anyTeam')}
              value={teamId}
              options={teams.map((team) => ({ value: team.teamId, label: team.name }))}
              onChange={(chosen) => narrow({ teamId: chosen })}
            />
            <Select
              className={table.filter ?? ''}
              aria-label={t('people.column.state')}
              value={state}
              options={(['active', 'disabled', 'all'] as const).map((value) => ({
                value,
                label: t(`people.show.${value}`),
              }))}
              onChange={(chosen) => narrow({ state: chosen })}
            />
          </>
        }
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing({ what: 'add' })}>
            {t('people.add')}
          </Button>
        }
        note={pages.query.data === undefined ? null : t('people.total', { count: pages.query.data.total })}
      />
      {doing?.what === 'history' && (
        <HistoryDrawer person={doing.person} teams={teams} onClose={() => setDoing(null)} />
      )}
      {doing?.what === 'account' && (
        <AccountDialog
          person={doing.person}
          onHandOver={mayHandOver ? () => setDoing({ what: 'handover', person: doing.person }) : null}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === 'handover' && (
        <HandoverDrawer
          personId={doing.person.personId}
          name={doing.person.displayName}
          onClose={() => setDoing(null)}
        />
      )}
      {doing?.what === 'sessions' && <SessionsDrawer person={doing.person} onClose={() => setDoing(null)} />}
      {(doing?.what === 'add' || doing?.what === 'edit') && (
        <PersonEditor
          person={doing.what === 'edit' ? doing.person : null}
          teams={teams}
          onClose={() => setDoing(null)}
          onAdded={setGiven}
        />
      )}
      {given !== null && <TemporaryPasswordDialog given={given} onClose={() => setGiven(null)} />}
    </>
  );
}
