import { z } from 'zod';
import { lineGrades } from '../domain/line-quality.ts';
import { agentStates } from '../domain/vocabulary.ts';

const instant = z.number();

/** An agent as supervisors see him: a screen on the wall shows no whole name, number or reference of a debtor. */
export const wallAgent = z.object({
  agentId: z.string(),
  name: z.string(),
  teamId: z.string().nullable(),
  teamName: z.string().nullable(),
  state: z.enum(agentStates),
  reason: z.string().nullable(),
  since: instant,
  /** What he becomes after wrap-up, if he asked. */
  wish: z.enum(['ready', 'on_break']).nullable(),
  /** Proof of life: sound, microphone and an answered probe. */
  alive: z.boolean(),
  /** The call he is on, or writes up. */
  call: z
    .object({
      attemptId: z.string(),
      caseId: z.string(),
      caseRef: z.string(),
      debtor: z.string().nullable(),
      number: z.string(),
      direction: z.enum(['outbound', 'inbound']),
      connectedAt: instant.nullable(),
    })
    .nullable(),
  /** This window's user may listen to the call now. */
  mayListen: z.boolean(),
  line: z
    .object({
      grade: z.enum(lineGrades),
      rttMs: z.number().nullable(),
      /** 0..1 */
      lossShare: z.number().nullable(),
      jitterMs: z.number().nullable(),
    })
    .nullable(),
  today: z.object({
    calls: z.number(),
    talkMs: z.number(),
    wrapUpMs: z.number(),
    readyMs: z.number(),
    breakMs: z.number(),
    /** 0..1 */
    occupancy: z.number().nullable(),
    promises: z.number(),
  }),
});
export type WallAgent = z.infer<typeof wallAgent>;

/** `GET /api/floor/agents` */
export const agentWall = z.object({ at: instant, agents: z.array(wallAgent) });
export type AgentWall = z.infer<typeof agentWall>;

/** `wall:changed`: who looks otherwise than last told, and who is not on the wall any more. */
export interface WallChange {
  readonly at: number;
  readonly agents: readonly WallAgent[];
  readonly gone: readonly string[];
}

/** `POST /api/floor/agents/:agentId/state`: frees an agent who is stuck. */
export const forceStateRequest = z.object({
  to: z.enum(['on_break', 'signed_out']),
  reason: z.string().trim().min(1).max(1_000),
});
export type ForceStateRequest = z.infer<typeof forceStateRequest>;

/** The state he is in now: a wrap-up that is owed stays owed. */
export const forcedState = z.object({ state: z.enum(agentStates) });
