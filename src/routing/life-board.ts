import type { LifeSign } from './ports.ts';

/** Who has proof of life on this node, and who lacks what. Kept in memory: it is true only while the socket stands. */
export class LifeBoard {
  readonly #missing = new Map<string, readonly LifeSign[]>();

  /** What changed with the news. */
  set(agentId: string, missing: readonly LifeSign[]): 'revived' | 'faded' | 'same' | 'words' {
    const before = this.#missing.get(agentId);
    this.#missing.set(agentId, missing);
    const wasAlive = before?.length === 0;
    const isAlive = missing.length === 0;
    if (wasAlive !== isAlive) return isAlive ? 'revived' : 'faded';
    return before?.join() === missing.join() ? 'same' : 'words';
  }

  remove(agentId: string): boolean {
    return this.#missing.delete(agentId);
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

  get alive(): readonly string[] {
    return [...this.#missing].filter(([, missing]) => missing.length === 0).map(([agentId]) => agentId);
  }
}
