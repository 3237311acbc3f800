import { makeAgentVoice } from './agent-voice.ts';
import { startPump } from './pump.ts';
import { Seat, type SeatFigures } from './seat.ts';

export interface FloorTempo {
  /** The agent's own plan for the longest talk; most callees hang up before. */
  readonly talkMs: readonly [number, number];
  readonly wrapUpMs: readonly [number, number];
  readonly breakMs: readonly [number, number];
  /** Share of the wrap-ups after which a break is taken. */
  readonly breakShare: number;
  readonly lookEveryMs: number;
}

export const usualTempo: FloorTempo = {
  talkMs: [20_000, 75_000],
  wrapUpMs: [1_000, 3_000],
  breakMs: [15_000, 40_000],
  breakShare: 0.015,
  lookEveryMs: 5_000,
};

export interface FloorOptions {
  readonly url: string;
  readonly password: string;
  /** How many seats `floor01`, `floor02`, ... are taken; or their names. */
  readonly agents: number | readonly string[];
  readonly tempo?: Partial<FloorTempo>;
  /** Told of every trouble of a seat, in words without anybody's data. */
  readonly onTrouble?: (seat: string, what: string) => void;
}

export interface FloorFigures extends SeatFigures {
  readonly agents: number;
  readonly states: Readonly<Record<string, number>>;
}

export interface Floor {
  figures(): FloorFigures;
  readonly seats: readonly Seat[];
  stop(): Promise<void>;
}

/** Checking a password costs the server work on purpose. */
const signInsAtOnce = 4;

export const seatNames = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `floor${String(index + 1).padStart(2, '0')}`);

/** Sits down simulated agents, a few at a time, and lets them work until they are stopped. */
export async function startFloor(options: FloorOptions): Promise<Floor> {
  const names = typeof options.agents === 'number' ? seatNames(options.agents) : options.agents;
  const tempo = { ...usualTempo, ...options.tempo };
  const seats = names.map(
    (username, index) =>
      new Seat({
        url: options.url,
        username,
        password: options.password,
        voice: makeAgentVoice(index),
        tempo,
        onTrouble: (what) => options.onTrouble?.(username, what),
      }),
  );
  const stopPump = startPump(() => {
    for (const seat of seats) seat.tick();
  });
  const stop = async (): Promise<void> => {
    stopPump();
    await Promise.all(seats.map((seat) => seat.close()));
  };
  try {
    for (let at = 0; at < seats.length; at += signInsAtOnce) {
      await Promise.all(seats.slice(at, at + signInsAtOnce).map((seat) => seat.open()));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    seats,
    stop,
    figures() {
      const sum: SeatFigures = { calls: 0, heard: 0, wrapUps: 0, breaks: 0, reconnects: 0, errors: 0 };
      const states: Record<string, number> = {};
      for (const seat of seats) {
        for (const key of Object.keys(sum) as (keyof SeatFigures)[]) sum[key] += seat.figures[key];
        states[seat.state] = (states[seat.state] ?? 0) + 1;
      }
      return { ...sum, agents: seats.length, states };
    },
  };
}
