import { MoreOutlined, PlusOutlined, SearchOutlined, TeamOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Input, Select, Skeleton, Tag, Tooltip } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { peopleSorts, PersonView, TemporaryPassword } from '../../../src/contract/people.ts';
import { userRoles } from '../../../src/contract/session.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { useMay } from '../../shared/session/session.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { codeOf, FailureView } from '../../shared/ui/failure-view.tsx';
import { AccessTabs } from './access-tabs.tsx';
import { HandoverDrawer } from './handover-drawer.tsx';
import { PersonEditor } from './person-editor.tsx';
import { SessionsDrawer, TemporaryPasswordDialog } from './person-dialogs.tsx';
import { usePeople, usePeopleOrder, useTeams, useTemporaryPassword, type PeopleFilters } from './people-queries.ts';
import styles from './people.module.css';

type Doing =
  { readonly what: 'add' } | { readonly what: 'edit' | 'sessions' | 'handover'; readonly person: PersonView };

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
  const ask = (act: 'deactivate' | 'remove-second-factor' | 'temporary-password', onOk: () => void): void => {
    const key = act === 'deactivate' ? 'deactivate' : act === 'temporary-password' ? 'temporary' : 'factor';
    const dialog = modal.confirm({
      width: 520,
      title: t(`people.sure.${key}`, { name }),
      content: t(`people.sure.${key}Detail`, { count: person.openCases }),
      okText: t(`people.act.${key}`),
      cancelText: t('common.cancel'),
      onOk,
      footer: (_, { OkBtn, CancelBtn }) => (
        <>
          <CancelBtn />
          {act === 'deactivate' && handsOver && person.openCases > 0 && (
            <Button
              onClick={() => {
                dialog.destroy();
                props.onDo({ what: 'handover', person });
              }}
            >
              {t('people.handover.first')}
            </Button>
          )}
          <OkBtn />
        </>
      ),
    });
  };
  const out = person.disabledAt !== null;
  const items = [
    { key: 'sessions', label: t('people.act.sessions', { count: person.liveSessions }) },
    ...(handsOver ? [{ key: 'handover', label: t('people.act.handover') }] : []),
    { key: 'temporary', label: t('people.act.temporary'), disabled: out },
    ...(person.lockedUntil === null ? [] : [{ key: 'unlock', label: t('people.act.unlock') }]),
    ...(person.secondFactorSince === null ? [] : [{ key: 'factor', label: t('people.act.factor') }]),
    out
      ? { key: 'reactivate', label: t('people.act.reactivate') }
      : { key: 'deactivate', label: t('people.act.deactivate'), danger: true },
  ];
  const act = (key: string): void => {
    if (key === 'sessions' || key === 'handover') props.onDo({ what: key, person });
    else if (key === 'temporary')
      ask('temporary-password', () => temporary.mutate(personId, { onSuccess: props.onGiven, onError: failed }));
    else if (key === 'factor') ask('remove-second-factor', () => post('remove-second-factor'));
    else if (key === 'deactivate') ask('deactivate', () => post('deactivate'));
    else post(key);
  };
  return (
    <div className={styles.actions}>
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

export function PeoplePage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const teams = useTeams().data ?? [];
  const [filters, setFilters] = useState<PeopleFilters>({ state: 'active', sort: 'displayName', dir: 'asc' });
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const people = usePeople({ ...filters, q });
  const [doing, setDoing] = useState<Doing | null>(null);
  const [given, setGiven] = useState<TemporaryPassword | null>(null);
  const rows = people.data?.pages.flatMap((page) => page.people) ?? [];
  const narrow = (over: PeopleFilters): void => setFilters((before) => ({ ...before, ...over }));
  const sortBy = (sort: (typeof peopleSorts)[number]): void =>
    narrow({ sort, dir: filters.sort === sort && filters.dir === 'asc' ? 'desc' : 'asc' });
  const sortable = (column: (typeof peopleSorts)[number]): ReactNode => (
    <th
      key={column}
      scope="col"
      aria-sort={filters.sort !== column ? 'none' : filters.dir === 'asc' ? 'ascending' : 'descending'}
    >
      <button type="button" className={styles.sort} onClick={() => sortBy(column)}>
        {t(`people.column.${column}`)}
        <span aria-hidden="true">{filters.sort !== column ? '' : filters.dir === 'asc' ? ' ↑' : ' ↓'}</span>
      </button>
    </th>
  );

  const content = (): ReactNode => {
    if (people.isPending) return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 8 }} />;
    if (people.isError) return <FailureView error={people.error} retry={() => void people.refetch()} />;
    if (rows.length === 0) {
      return <EmptyView icon={<TeamOutlined />} title={t('people.empty')} hint={t('people.emptyHint')} />;
    }
    return (
      <>
        <table className={table.table}>
          <thead>
            <tr>
              {sortable('displayName')}
              {sortable('username')}
              {sortable('role')}
              {sortable('team')}
              <th scope="col">{t('people.column.skills')}</th>
              <th scope="col">{t('people.column.state')}</th>
              <th scope="col">{t('people.column.lastSeenAt')}</th>
              <th scope="col" data-column="amount">
                <Tooltip title={t('people.columnHint.openCases')}>
                  <span tabIndex={0}>{t('people.column.openCases')}</span>
                </Tooltip>
              </th>
              <th aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {rows.map((person) => (
              <tr key={person.personId}>
                <td>
                  <strong>{person.displayName}</strong>
                </td>
                <td className="cd-mono">{person.username}</td>
                <td>{t(`people.role.${person.role}`)}</td>
                <td>{person.team?.name ?? t('common.nothing')}</td>
                <td>{[...person.languages, ...person.skills].join(', ') || t('common.nothing')}</td>
                <td>
                  <StateTags person={person} />
                </td>
                <td>{person.lastSeenAt === null ? t('common.nothing') : format.moment(person.lastSeenAt)}</td>
                <td data-column="amount">{format.whole(person.openCases)}</td>
                <td>
                  <Actions person={person} onDo={setDoing} onGiven={setGiven} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {people.hasNextPage && (
          <div className={table.more}>
            <Button loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
              {t('common.more')}
            </Button>
          </div>
        )}
      </>
    );
  };

  return (
    <main className={table.page}>
      <header className={table.head}>
        <AccessTabs />
        <Input
          allowClear
          className={table.search ?? ''}
          prefix={<SearchOutlined />}
          placeholder={t('people.search')}
          aria-label={t('people.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          allowClear
          className={styles.filter ?? ''}
          placeholder={t('people.anyRole')}
          aria-label={t('people.column.role')}
          options={userRoles.map((value) => ({ value, label: t(`people.role.${value}`) }))}
          onChange={(role?: (typeof userRoles)[number]) =>
            setFilters(({ role: _, ...rest }) => (role === undefined ? rest : { ...rest, role }))
          }
        />
        <Select
          allowClear
          className={styles.filter ?? ''}
          placeholder={t('people.anyTeam')}
          aria-label={t('people.column.team')}
          options={teams.map((team) => ({ value: team.teamId, label: team.name }))}
          onChange={(teamId?: string) =>
            setFilters(({ teamId: _, ...rest }) => (teamId === undefined ? rest : { ...rest, teamId }))
          }
        />
        <Select
          className={styles.filter ?? ''}
          aria-label={t('people.column.state')}
          value={filters.state ?? 'active'}
          options={(['active', 'disabled', 'all'] as const).map((value) => ({
            value,
            label: t(`people.show.${value}`),
          }))}
          onChange={(state) => narrow({ state })}
        />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setDoing({ what: 'add' })}>
          {t('people.add')}
        </Button>
      </header>
      <div className={table.body} aria-busy={people.isFetching}>
        {content()}
      </div>
      {doing?.what === 'handover' && (
        <HandoverDrawer person={doing.person} teams={teams} onClose={() => setDoing(null)} />
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
    </main>
  );
}
