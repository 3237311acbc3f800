import type { LineFigures } from '../domain/line-quality.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Clock } from '../platform/clock.ts';
import type { LifeSign } from './ports.ts';

/** Who has proof of life on this node, and who lacks what. Kept in memory: it is true only while the socket stands. */
export class LifeBoard {
  readonly #clock: Clock;
  readonly #begunAt: Instant;
  readonly #missing = new Map<string, readonly LifeSign[]>();
  readonly #fadedAt = new Map<string, Instant>();
  #lines = new Map<string, LineFigures>();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#begunAt = clock();
  }

  /** What changed with the news. */
  set(agentId: string, missing: readonly LifeSign[]): 'revived' | 'faded' | 'same' | 'words' {
    const before = this.#missing.get(agentId);
    this.#missing.set(agentId, missing);
    const wasAlive = before?.length === 0;
    const isAlive = missing.length === 0;
    if (isAlive) this.#fadedAt.delete(agentId);
    else if (wasAlive) this.#fadedAt.set(agentId, this.#clock());
    if (wasAlive !== isAlive) return isAlive ? 'revived' : 'faded';
    return before?.join() === missing.join() ? 'same' : 'words';
  }

  measured(agentId: string, figures: LineFigures): void {
    this.#lines.set(agentId, figures);
  }

  /** What was measured since it was last taken. */
  takeLines(): ReadonlyMap<string, LineFigures> {
    const taken = this.#lines;
    this.#lines = new Map();
    return taken;
  }

  remove(agentId: string): void {
    if (this.isAlive(agentId)) this.#fadedAt.set(agentId, this.#clock());
    this.#missing.delete(agentId);
  }

  missing(agentId: string): readonly LifeSign[] {
    return this.#missing.get(agentId) ?? ['audio_socket'];
  }

  hasSocket(agentId: string): boolean {
    return this.#missing.has(agentId);
  }

  isAlive(agentId: string): boolean {
    return this.#missing.get(agentId)?.length === 0;
  }

  /** How long there has been no proof of life here. Whoever was never seen is counted from this node's start. */
  absentMs(agentId: string): number {
    return this.isAlive(agentId) ? 0 : this.#clock() - (this.#fadedAt.get(agentId) ?? this.#begunAt);
  }

  get alive(): readonly string[] {
    return [...this.#missing].filter(([, missing]) => missing.length === 0).map(([agentId]) => agentId);
  }
}
