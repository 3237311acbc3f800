import type { CapturedFrame, PlaybackReport, WorkerOrder, WorkerReport } from './audio-messages.ts';
import { AudioLink } from './audio-link.ts';
import { StatsSum } from './stats-sum.ts';
import { Uplink } from './uplink.ts';

/** Owns the audio socket; lives beside the page so that a busy or hidden page does not delay a frame. */

const aliveWithinMs = 600;
const statsEveryMs = 1_000;

interface WorkerScope {
  postMessage(report: WorkerReport): void;
  onmessage: ((event: MessageEvent<WorkerOrder>) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;

const uplink = new Uplink();
const sum = new StatsSum();
let link: AudioLink | null = null;
let playback: MessagePort | null = null;
let capture: MessagePort | null = null;
let muted = false;
let microphoneLive = false;
let rttMs: number | null = null;
let clockSeenAt = -Infinity;
let frameSeenAt = -Infinity;
let targetMs = 0;

function attach(order: Extract<WorkerOrder, { type: 'ports' }>): void {
  playback?.close();
  capture?.close();
  playback = order.playback;
  capture = order.capture;
  playback.onmessage = (event: MessageEvent<PlaybackReport>) => {
    clockSeenAt = performance.now();
    targetMs = event.data.targetMs;
    sum.add(event.data);
  };
  if (capture !== null)
    capture.onmessage = (event: MessageEvent<CapturedFrame>) => {
      frameSeenAt = performance.now();
      if (link !== null && link.leg !== null) link.sendFrame(uplink.next(event.data, muted));
    };
  // A page that changed its devices in mid-call goes on hearing the call.
  if (link !== null && link.leg !== null) playback.postMessage({ type: 'leg', open: true });
}

const makeLink = (url: string, tabId: string): AudioLink =>
  new AudioLink(url, tabId, {
    state: (state, refused) => scope.postMessage({ type: 'link', state, refused }),
    leg: (attemptId) => {
      uplink.restart();
      scope.postMessage({ type: 'leg', attemptId });
    },
    playback: (order, transfer) => playback?.postMessage(order, transfer),
    alive: () => ({
      audioClockRunning: performance.now() - clockSeenAt < aliveWithinMs,
      microphoneLive: microphoneLive && performance.now() - frameSeenAt < aliveWithinMs,
    }),
  });

scope.onmessage = ({ data: order }) => {
  switch (order.type) {
    case 'connect':
      link?.close();
      link = makeLink(order.url, order.tabId);
      link.connect();
      return;
    case 'ports':
      attach(order);
      return;
    case 'mute':
      muted = order.muted;
      return;
    case 'microphone':
      microphoneLive = order.live;
      return;
    case 'round-trip':
      rttMs = order.ms;
      return;
    case 'try-now':
      link?.tryNow();
      return;
    case 'take-seat':
      link?.connect();
      return;
    case 'close':
      link?.close();
  }
};

setInterval(() => {
  if (link === null) return;
  const stats = sum.take(rttMs);
  scope.postMessage({ type: 'stats', stats, targetMs });
  if (link.leg !== null) link.say({ type: 'stats', stats });
}, statsEveryMs);
