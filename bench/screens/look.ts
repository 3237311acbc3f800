import type { PrismaClient } from '../../src/platform/prisma/client.ts';

/** Something that a screen or a loop waits for; `turn` says whose and which. */
export interface Look {
  readonly what: string;
  readonly run: (turn: number) => Promise<unknown>;
}

export const look = (what: string, run: Look['run']): Look => ({ what, run });

export interface Scene {
  readonly prisma: PrismaClient;
  readonly agentOf: (turn: number) => string;
  readonly caseOf: (turn: number) => string;
  readonly campaignOf: (turn: number) => string;
  readonly attemptOf: (turn: number) => string;
}

class Undone extends Error {}

/** What is written is taken back, so that every turn finds the same. */
export async function undone(prisma: PrismaClient, work: (db: never) => Promise<unknown>): Promise<void> {
  try {
    await prisma.$transaction(
      async (db) => {
        await work(db as never);
        throw new Undone();
      },
      { timeout: 60_000 },
    );
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
}
