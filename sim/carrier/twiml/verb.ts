import type { FrameSource } from '../audio/frames.ts';
import { orInterrupted } from '../clock.ts';
import { callParams } from '../exchange/call-params.ts';
import { REDIRECTED, type Address, type Call, type HttpMethod } from '../exchange/call.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Params } from '../webhooks/sign.ts';
import type { TwimlNode } from './parse.ts';

/** What a verb works with. The signal ends it on hang-up or redirect. */
export interface Scene {
  exchange: Exchange;
  call: Call;
  signal: AbortSignal;
  /** Address of the document under way; null for inline TwiML. */
  documentUrl: string | null;
  /** Runs the verbs of a waiting or whispering document on this call or on another. */
  perform: (call: Call, voice: Address, extra: Params, signal: AbortSignal) => Promise<VerbResult>;
}

export type VerbResult =
  | { kind: 'next' }
  | { kind: 'go'; to: Address; params: Params }
  | { kind: 'hang-up' }
  | { kind: 'reject'; reason: 'rejected' | 'busy' }
  | { kind: 'leave' };

export type Verb = (node: TwimlNode, scene: Scene) => Promise<VerbResult>;

export const NEXT: VerbResult = { kind: 'next' };

export const methodOf = (value: string | undefined, otherwise: HttpMethod = 'POST'): HttpMethod =>
  value?.toUpperCase() === 'GET' ? 'GET' : value === undefined ? otherwise : 'POST';

/** Resolves an attribute against the document's address; null when it is missing, empty or hopeless. */
export function addressOf(
  scene: Pick<Scene, 'documentUrl'>,
  url: string | undefined,
  method: string | undefined,
): Address | null {
  if (url === undefined || url === '') return null;
  const base = scene.documentUrl ?? undefined;
  if (!URL.canParse(url, base)) return null;
  // An absolute address is used exactly as written: the signature is over its very characters.
  const absolute = URL.canParse(url) ? url : new URL(url, base).href;
  return { url: absolute, method: methodOf(method) };
}

/** The action of a verb, or the document's own address where the default is that. */
export function actionOf(scene: Scene, node: TwimlNode, defaultsToDocument: boolean): Address | null {
  const { action, method } = node.attributes;
  const named = addressOf(scene, action, method);
  // Inline TwiML has no address of its own that a relative one could be read against.
  if (!named && action !== undefined && action !== '')
    scene.exchange.notifications.add(scene.call.sid, 11100, `${node.name}: action is not an absolute address`, action);
  if (named || !defaultsToDocument || scene.documentUrl === null) return named;
  return { url: scene.documentUrl, method: methodOf(method) };
}

/** Plays a source to its end; a verb that is interrupted takes its sound with it. */
export async function playOut(scene: Scene, source: FrameSource): Promise<void> {
  try {
    await orInterrupted(scene.call.play(source), scene.signal);
  } finally {
    scene.call.stopPlaying(source);
  }
}

/** Attributes hold numbers as text; what is not a number in range takes the default. */
export function numberOf(value: string | undefined, otherwise: number, low = 0, high = Infinity): number {
  if (value === undefined || value.trim() === '') return otherwise;
  const number = Number(value);
  return Number.isFinite(number) && number >= low && number <= high ? number : otherwise;
}

export const isTrue = (value: string | undefined, otherwise: boolean): boolean =>
  value === undefined ? otherwise : value === 'true';

/** The call has left a verb: the application is still told how, and its answer leads nowhere. */
export function tellAction(scene: Scene, action: Address, event: string, more: [string, string][]): void {
  const { exchange, call } = scene;
  const params = [...callParams(call), ...more];
  void exchange.webhooks.ask({ kind: 'twiml', event, callSid: call.sid, to: call.to, ...action, params });
}

/** Whether the verb was ended by a redirect; the call may have ended since by what it was redirected to. */
export const wasRedirected = (scene: Scene): boolean => scene.signal.reason === REDIRECTED;
