import type { WallAgent } from '../../contract/agent-wall.ts';
import { lineGrade } from '../../domain/line-quality.ts';
import { maskName, maskNumber, maskReference } from '../../domain/mask.ts';
import { occupancy } from '../../domain/occupancy.ts';
import { hearsAgent, seesAgent, type Viewer } from '../../domain/team-sight.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { FloorFigures, WallBook, WallRow, WallViewer } from './wall-ports.ts';

/** Figures of the day move slowly; states do not. */
const figuresEveryMs = 5_000;
const none: FloorFigures = { calls: 0, talkMs: 0, wrapUpMs: 0, readyMs: 0, breakMs: 0, promises: 0 };

export interface WallReading {
  readonly at: Instant;
  /** The part of it that the user may see. */
  for(user: WallViewer): Promise<readonly WallAgent[]>;
}

const seconds = (ms: number): number => Math.round(ms / 1_000) * 1_000;

function toAgent(row: WallRow, figures: FloorFigures, viewer: Viewer): WallAgent {
  const { call, line } = row;
  return {
    agentId: row.agentId,
    name: row.name,
    teamId: row.teamId,
    teamName: row.teamName,
    state: row.state,
    reason: row.reason,
    since: row.since,
    wish: row.wish === null ? null : row.wish === 'ready' ? 'ready' : 'on_break',
    alive: row.alive,
    call:
      call === null
        ? null
        : {
            attemptId: call.attemptId,
            caseId: call.caseId,
            caseRef: maskReference(call.externalRef),
            debtor: call.debtorName === null ? null : maskName(call.debtorName),
            number: maskNumber(call.e164),
            direction: call.direction,
            connectedAt: call.connectedAt,
          },
    mayListen: row.state === 'talking' && call !== null && hearsAgent(viewer, row.teamId),
    line:
      line === null || !row.alive
        ? null
        : {
            grade: lineGrade(line),
            rttMs: line.rttMs,
            lossShare: line.lossShare === null ? null : Math.round(line.lossShare * 1_000) / 1_000,
            jitterMs: line.jitterMs,
          },
    today: {
      calls: figures.calls,
      talkMs: seconds(figures.talkMs),
      wrapUpMs: seconds(figures.wrapUpMs),
      readyMs: seconds(figures.readyMs),
      breakMs: seconds(figures.breakMs),
      occupancy: occupancy(figures),
      promises: figures.promises,
    },
  };
}

/** All agents with what they do now and did today. One reading serves every window of a node. */
export function makeAgentWall(deps: {
  readonly book: WallBook;
  readonly figures: () => Promise<ReadonlyMap<string, FloorFigures>>;
  readonly clock: Clock;
  readonly aliveForMs: number;
}): { read(): Promise<WallReading> } {
  let kept: { readonly at: Instant; readonly figures: ReadonlyMap<string, FloorFigures> } | null = null;
  const figuresOf = async (now: Instant): Promise<ReadonlyMap<string, FloorFigures>> => {
    if (kept === null || now - kept.at >= figuresEveryMs) kept = { at: now, figures: await deps.figures() };
    return kept.figures;
  };

  return {
    async read() {
      const at = deps.clock();
      const [rows, figures] = await Promise.all([deps.book.agents(at - deps.aliveForMs), figuresOf(at)]);
      return {
        at,
        async for({ id, role }) {
          const viewer: Viewer = { role, teamId: await deps.book.teamOf(id) };
          return rows
            .filter((row) => seesAgent(viewer, row.teamId))
            .map((row) => toAgent(row, figures.get(row.agentId) ?? none, viewer));
        },
      };
    },
  };
}
