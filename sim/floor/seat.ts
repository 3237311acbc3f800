import { io, type Socket } from 'socket.io-client';
import type { AgentBootstrap, AgentStateView, CallCard } from '../../src/contract/agent.ts';
import { agentNamespace, type AgentClientEvents, type AgentServerEvents } from '../../src/contract/agent-socket.ts';
import type { WrapUpForm } from '../../src/contract/wrap-up.ts';
import { makeDice, type Dice } from '../carrier/dice.ts';
import type { AgentVoice } from './agent-voice.ts';
import { AudioLine } from './audio-line.ts';
import { chooseWrapUp, type Heard } from './choose-wrap-up.ts';
import { Conversation } from './conversation.ts';
import type { FloorTempo } from './floor.ts';
import { Web } from './web.ts';

export interface SeatFigures {
  calls: number;
  heard: number;
  wrapUps: number;
  breaks: number;
  reconnects: number;
  errors: number;
}

interface Talk {
  readonly attemptId: string;
  card: CallCard | null;
  readonly conversation: Conversation;
  readonly startedAt: number;
  hangingUp: boolean;
}

const quiet: Heard = { heardMs: 0, longestHeardMs: 0, talkMs: 0 };

/** One simulated agent: everything he does goes over the doors a browser has. */
export class Seat {
  readonly username: string;
  readonly figures: SeatFigures = { calls: 0, heard: 0, wrapUps: 0, breaks: 0, reconnects: 0, errors: 0 };
  state = 'signed_out';
  readonly #url: string;
  readonly #password: string;
  readonly #voice: AgentVoice;
  readonly #dice: Dice;
  readonly #tempo: FloorTempo;
  readonly #web: Web;
  readonly #onTrouble: (what: string) => void;
  readonly #timers = new Set<NodeJS.Timeout>();
  #socket: Socket<AgentServerEvents, AgentClientEvents> | null = null;
  #line: AudioLine | null = null;
  #talk: Talk | null = null;
  #frame = 0;
  #wrappingUp = false;
  /** The last call that was wrapped up: what was seen of it before may arrive after. */
  #lastWrappedUp = '';
  #gone = false;

  constructor(given: {
    url: string;
    username: string;
    password: string;
    voice: AgentVoice;
    tempo: FloorTempo;
    onTrouble: (what: string) => void;
  }) {
    this.username = given.username;
    this.#url = given.url;
    this.#password = given.password;
    this.#voice = given.voice;
    this.#tempo = given.tempo;
    this.#onTrouble = given.onTrouble;
    this.#dice = makeDice(`seat ${given.username}`);
    this.#web = new Web(given.url);
  }

  async open(): Promise<void> {
    await this.#signIn();
    this.#openLine();
    this.#openSocket();
    this.#every(this.#tempo.lookEveryMs, () => this.#look());
  }

  async close(): Promise<void> {
    this.#gone = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    const left = await this.#web.ask('POST', '/api/agent/state', { to: 'signed_out' }).catch(() => null);
    if (left !== null && left.status >= 500) this.figures.errors += 1;
    this.#socket?.disconnect();
    this.#line?.close();
  }

  /** Twenty milliseconds of this seat. */
  tick(): void {
    const talk = this.#talk;
    if (talk === null || this.#line === null) return;
    this.#frame += 1;
    const sound = talk.conversation.tick();
    this.#line.send(sound === 'speech' ? this.#voice.speech(this.#frame) : this.#voice.room(this.#frame));
    if (talk.conversation.isOver && !talk.hangingUp) {
      talk.hangingUp = true;
      this.#run('hang up', async () => {
        await this.#web.ask('POST', `/api/calls/${talk.attemptId}/hangup`);
      });
    }
  }

  async #signIn(): Promise<void> {
    for (let wait = 500; !this.#gone; wait = Math.min(wait * 2, 8_000)) {
      const reply = await this.#web.signIn(this.username, this.#password).catch(() => null);
      if (reply !== null && reply.status < 300) return;
      if (reply !== null && reply.status === 401) throw new Error(`${this.username}: user name or password is wrong`);
      await new Promise<void>((resolve) => {
        this.#after(wait, () => resolve());
      });
    }
  }

  #openLine(): void {
    if (this.#gone) return;
    this.#line = new AudioLine(this.#url, this.#web.cookie, this.username, {
      welcome: (resume) => {
        if (resume !== null) this.#begin(resume, null);
      },
      legOpened: (attemptId) => this.#begin(attemptId, null),
      legClosed: () => this.#endTalk(),
      heard: (mulaw) => this.#talk?.conversation.hear(mulaw),
      lost: (because) => {
        if (this.#gone) return;
        this.figures.reconnects += 1;
        if (because === 'replaced') {
          this.#trouble('another window took the seat');
          void this.close();
          return;
        }
        this.#after(this.#dice.between([400, 1_500]), () => this.#openLine());
      },
    });
  }

  #openSocket(): void {
    const socket: Socket<AgentServerEvents, AgentClientEvents> = io(`${this.#url}${agentNamespace}`, {
      transports: ['websocket'],
      extraHeaders: { cookie: this.#web.cookie },
      reconnectionDelay: 500,
      reconnectionDelayMax: 5_000,
    });
    this.#socket = socket;
    socket.on('connect', () => this.#run('look around', () => this.#look()));
    socket.on('agent:state', (view) => this.#onState(view));
    socket.on('call:connected', (card) => this.#begin(card.attemptId, card));
    socket.on('call:ended', ({ attemptId }) => this.#onCallEnded(attemptId));
  }

  #onState(view: AgentStateView): void {
    this.state = view.state;
  }

  #begin(attemptId: string, card: CallCard | null): void {
    if (this.#talk?.attemptId === attemptId) {
      this.#talk.card ??= card;
      return;
    }
    this.figures.calls += 1;
    const conversation = new Conversation(this.#dice, this.#dice.between(this.#tempo.talkMs));
    this.#talk = { attemptId, card, conversation, startedAt: Date.now(), hangingUp: false };
  }

  #heardIn(talk: Talk | null): Heard {
    if (talk === null) return quiet;
    const { heardMs, longestHeardMs } = talk.conversation;
    return { heardMs, longestHeardMs, talkMs: Date.now() - talk.startedAt };
  }

  /** The leg is closed; what was heard is kept until the wrap-up. */
  #endTalk(): void {
    if (this.#talk !== null) this.#talk.hangingUp = true;
  }

  #onCallEnded(attemptId: string): void {
    const talk = this.#talk?.attemptId === attemptId ? this.#talk : null;
    if (talk !== null && talk.conversation.heardMs >= 200) this.figures.heard += 1;
    this.#wrapUp(attemptId, talk?.card ?? null, this.#heardIn(talk));
  }

  #wrapUp(attemptId: string, card: CallCard | null, heard: Heard): void {
    if (this.#wrappingUp || this.#lastWrappedUp === attemptId) return;
    this.#wrappingUp = true;
    this.#talk = null;
    this.#after(this.#dice.between(this.#tempo.wrapUpMs), () => {
      this.#run('wrap up', async () => {
        try {
          await this.#saveWrapUp(attemptId, card, heard);
        } finally {
          this.#wrappingUp = false;
        }
      });
    });
  }

  async #saveWrapUp(attemptId: string, card: CallCard | null, heard: Heard): Promise<void> {
    const form = await this.#web.ask('GET', `/api/agent/wrap-up?attemptId=${attemptId}`);
    if (form.status !== 200) {
      this.#trouble(`wrap-up form ${form.status}`);
      return;
    }
    // Looked at in passing: an answer that there are none, or an earlier look, is as good.
    await this.#web.ask('POST', `/api/agent/calls/${attemptId}/linked`);
    const rests = this.#dice.chance(this.#tempo.breakShare);
    const seen = card ?? { numberClass: 'self_mobile' as const, answeredBy: null };
    const input = chooseWrapUp(form.body as WrapUpForm, seen, heard, {
      dice: this.#dice,
      now: Date.now(),
      then: rests ? 'on_break' : 'ready',
    });
    if (input === null) {
      this.#trouble('no code to choose');
      return;
    }
    const saved = await this.#web.ask('POST', '/api/agent/wrap-up', input);
    if (saved.status === 200) {
      this.#lastWrappedUp = attemptId;
      this.figures.wrapUps += 1;
      if (rests) this.#rest();
      return;
    }
    this.#trouble(`wrap-up refused ${saved.status}: ${refusedFields(saved.body)}`);
    const hangup = { ...input, code: 'HANGUP', party: 'unknown', nextFollowUpOn: null, promise: null, fundDate: null };
    await this.#web.ask('POST', '/api/agent/wrap-up', { ...hangup, callbackAt: null, then: 'ready' });
  }

  #rest(): void {
    this.figures.breaks += 1;
    this.#after(this.#dice.between(this.#tempo.breakMs), () => this.#run('come back', () => this.#askReady()));
  }

  async #askReady(): Promise<void> {
    const reply = await this.#web.ask('POST', '/api/agent/state', { to: 'ready' });
    if (reply.status === 200) this.state = (reply.body as AgentStateView).state;
  }

  /** What a person does who looks at the screen: sees where things stand and goes on from there. */
  async #look(): Promise<void> {
    const reply = await this.#web.ask('GET', '/api/agent/bootstrap');
    if (reply.status === 401) {
      await this.#signIn();
      this.#line?.close();
      this.#socket?.disconnect();
      this.#openSocket();
      return;
    }
    if (reply.status !== 200) return;
    const { state, call } = reply.body as AgentBootstrap;
    this.#onState(state);
    if (state.state === 'wrapping_up' && call !== null && !this.#wrappingUp) {
      this.#wrapUp(call.attemptId, call, this.#heardIn(this.#talk));
      return;
    }
    const idle = state.state === 'signed_out' || (state.state === 'on_break' && state.reason === 'technical');
    if (idle && !this.#wrappingUp && state.aliveMissing.length === 0) await this.#askReady();
  }

  #run(what: string, work: () => Promise<void>): void {
    work().catch(() => {
      if (!this.#gone) this.#trouble(what);
    });
  }

  #trouble(what: string): void {
    this.figures.errors += 1;
    this.#onTrouble(what);
  }

  #after(ms: number, run: () => void): void {
    if (this.#gone) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#gone) run();
    }, ms);
    this.#timers.add(timer);
  }

  #every(ms: number, run: () => Promise<void>): void {
    this.#after(ms, () => {
      this.#run('look around', async () => {
        await run().finally(() => this.#every(ms, run));
      });
    });
  }
}

/** Field names and rules only: what was refused, never what was written. */
function refusedFields(body: unknown): string {
  const errors = (body as { errors?: { field: string; rule: string }[] } | null)?.errors ?? [];
  return errors.map(({ field, rule }) => `${field} ${rule}`).join(', ');
}
