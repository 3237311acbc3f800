import { TeamOutlined } from '@ant-design/icons';
import { Button, Input, Select, Skeleton } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wallAgent, type WallAgent } from '../../../src/contract/agent-wall.ts';
import { HandoverDrawer } from '../../shared/handover/handover-drawer.tsx';
import { useMay } from '../../shared/session/session.ts';
import { ColumnChooser } from '../../shared/table/column-chooser.tsx';
import { DataTable } from '../../shared/table/data-table.tsx';
import table from '../../shared/table/data-table.module.css';
import { chosenColumns, type Sort } from '../../shared/table/table-columns.ts';
import { useLayout } from '../../shared/table/use-layout.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FreeAgent } from './free-agent.tsx';
import { useListening, type Listening } from './use-listening.ts';
import { useWall } from './use-wall.ts';
import { sortAgents, useWallColumns } from './wall-columns.tsx';
import styles from './wall.module.css';

const stopKey = 'Esc';
type State = WallAgent['state'];
const agentStates = wallAgent.shape.state.options;
const atWork: readonly State[] = agentStates.filter((state) => state !== 'signed_out');

function Filters(props: {
  readonly agents: readonly WallAgent[];
  readonly states: readonly State[];
  readonly teams: readonly string[];
  readonly onStates: (states: readonly State[]) => void;
  readonly onTeams: (teams: readonly string[]) => void;
  readonly onName: (name: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { agents, states } = props;
  const teams = [...new Map(agents.map(({ teamId, teamName }) => [teamId ?? '', teamName])).entries()];
  return (
    <>
      <div className={styles.states} role="group" aria-label={t('wall.column.state')}>
        {agentStates.map((state) => {
          const on = states.includes(state);
          return (
            <button
              key={state}
              type="button"
              data-state={state}
              aria-pressed={on}
              onClick={() => props.onStates(on ? states.filter((other) => other !== state) : [...states, state])}
            >
              {t(`terms.agentState.${state}`)} <b>{agents.filter((agent) => agent.state === state).length}</b>
            </button>
          );
        })}
      </div>
      <Select
        mode="multiple"
        className={styles.teams ?? ''}
        placeholder={t('wall.allTeams')}
        aria-label={t('wall.column.team')}
        maxTagCount="responsive"
        value={[...props.teams]}
        onChange={props.onTeams}
        options={teams.map(([value, name]) => ({ value, label: name ?? t('wall.noTeam') }))}
      />
      <Input.Search
        allowClear
        className={styles.name ?? ''}
        placeholder={t('wall.findName')}
        aria-label={t('wall.findName')}
        onChange={(event) => props.onName(event.target.value)}
      />
    </>
  );
}

function Ear(props: { readonly listening: Listening; readonly agent: WallAgent | undefined }): ReactNode {
  const { t } = useTranslation();
  const { listening, agent } = props;
  if (listening.attemptId === null) return null;
  const over = listening.link === 'over' || listening.link === 'forbidden' || listening.failed;
  const words = listening.failed ? t('audio.failure.unsupported.title') : t(`audio.link.${listening.link}`);
  return (
    <div className={styles.ear} role="status" data-over={over} data-listen-link={listening.link}>
      <strong>{agent === undefined ? t('wall.listen') : t('wall.listeningTo', { name: agent.name })}</strong>
      <span>{words}</span>
      <span className="cd-soft">{t('wall.silent')}</span>
      <Button size="small" onClick={listening.stop}>
        {over ? t('common.close') : t('wall.stopListening')} <kbd>{stopKey}</kbd>
      </Button>
    </div>
  );
}

/** Every agent: state and since when, on whose case, how good his line is, what he did today; told by the server as it changes. */
export function WallPage(): ReactNode {
  const { t } = useTranslation();
  const { agents, offsetMs, link } = useWall();
  const listening = useListening();
  const layout = useLayout('wall');
  const [sort, setSort] = useState<Sort>({ by: 'state', down: false });
  const [states, setStates] = useState<readonly State[]>(atWork);
  const [teams, setTeams] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  const [freeing, setFreeing] = useState<WallAgent | null>(null);
  const [handing, setHanding] = useState<WallAgent | null>(null);
  const mayHandOver = useMay('cases.hand_over');
  const columns = useWallColumns({
    offsetMs,
    listeningTo: listening.attemptId,
    onListen: listening.start,
    onFree: setFreeing,
    onHandOver: mayHandOver ? setHanding : null,
  });
  const shown = useMemo(() => {
    const wanted = name.trim().toLocaleLowerCase();
    const passes = (agent: WallAgent): boolean =>
      states.includes(agent.state) &&
      (teams.length === 0 || teams.includes(agent.teamId ?? '')) &&
      agent.name.toLocaleLowerCase().includes(wanted);
    return sortAgents((agents ?? []).filter(passes), sort);
  }, [agents, states, teams, name, sort]);

  const content = (): ReactNode => {
    if (link === 'refused')
      return <EmptyView title={t('common.failure.forbidden')} hint={t('common.failure.forbiddenDetail')} />;
    if (agents === null) {
      if (link === 'offline') return <EmptyView title={t('common.failure.offline')} />;
      return <Skeleton active style={{ padding: 20 }} paragraph={{ rows: 10 }} />;
    }
    if (agents.length === 0)
      return <EmptyView icon={<TeamOutlined />} title={t('wall.empty')} hint={t('wall.emptyHint')} />;
    if (shown.length === 0)
      return <EmptyView icon={<TeamOutlined />} title={t('wall.nobody')} hint={t('wall.nobodyHint')} />;
    return (
      <DataTable
        label={t('wall.title')}
        columns={chosenColumns(columns, layout.chosen)}
        rows={shown}
        rowKey={({ agentId }) => agentId}
        sort={sort}
        onSort={setSort}
        tone={({ alive, state, line }) =>
          !alive && state !== 'signed_out' ? 'bad' : line?.grade === 'poor' ? 'warn' : undefined
        }
        onRowKey={(agent, key) => {
          if (key === 'l' && agent.mayListen && agent.call !== null) listening.start(agent.call.attemptId);
          if (key === 'f' && agent.state !== 'signed_out') setFreeing(agent);
          if (key === 'h' && mayHandOver) setHanding(agent);
        }}
      />
    );
  };
  return (
    <main
      className={table.page}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && freeing === null && handing === null) listening.stop();
      }}
    >
      <header className={table.head}>
        <h1>{t('wall.title')}</h1>
        <span className={styles.link} data-link={link} role="status">
          {t(`pacing.link.${link}`)}
        </span>
        <Filters
          agents={agents ?? []}
          states={states}
          teams={teams}
          onStates={setStates}
          onTeams={setTeams}
          onName={setName}
        />
        <ColumnChooser columns={columns} chosen={layout.chosen} onChoose={layout.choose} />
      </header>
      <div className={table.body} data-stale={link === 'offline'}>
        {content()}
      </div>
      <footer className={styles.foot}>
        <Ear
          listening={listening}
          agent={agents?.find(({ call }) => call !== null && call.attemptId === listening.attemptId)}
        />
        <span className="cd-soft">
          <kbd>↑</kbd> <kbd>↓</kbd> {t('wall.keys.walk')} <kbd>L</kbd> {t('wall.listen')} <kbd>F</kbd> {t('wall.free')}
          {mayHandOver && (
            <>
              {' '}
              <kbd>H</kbd> {t('wall.handOver')}
            </>
          )}
        </span>
      </footer>
      {freeing !== null && <FreeAgent agent={freeing} onClose={() => setFreeing(null)} />}
      {handing !== null && (
        <HandoverDrawer personId={handing.agentId} name={handing.name} onClose={() => setHanding(null)} />
      )}
    </main>
  );
}
