import { describe, expect, it } from 'vitest';
import { encodeAudioFrame, parseAudioFrame } from '../../src/contract/audio-frame.ts';
import { AgentLeg } from '../../src/realtime/agent-leg.ts';
import { AgentLife } from '../../src/realtime/agent-life.ts';
import { CallBridge } from '../../src/realtime/call-bridge.ts';
import { CarrierLeg } from '../../src/realtime/carrier-leg.ts';
import { mulawToPcm, pcmToMulaw } from '../../src/realtime/mulaw.ts';
import { dtmfTones } from '../../src/realtime/tones.ts';
import { UplinkWatch } from '../../src/realtime/uplink-watch.ts';
import { levelOf, silentFrame, toneFrame, toPcm } from './sound.ts';

const limits = { cushionMs: 40, softBacklogMs: 120, hardBacklogMs: 400, agentQueueMs: 200 };
const sid = `MZ${'a'.repeat(32)}`;

class FakeWire {
  readonly sent: (Buffer | string)[] = [];
  bufferedAmount = 0;
  closed = false;
  send(message: Buffer | string): void {
    this.sent.push(message);
  }
  close(): void {
    this.closed = true;
  }
  get events(): string[] {
    return this.sent.map((text) => (JSON.parse(text.toString()) as { event: string }).event);
  }
  get frames(): Buffer[] {
    return this.sent
      .map((text) => JSON.parse(text.toString()) as { event: string; media?: { payload: string } })
      .flatMap((message) => (message.media === undefined ? [] : [Buffer.from(message.media.payload, 'base64')]));
  }
}

const agentFrame = (n: number, payload: Buffer): Buffer =>
  Buffer.from(encodeAudioFrame({ kind: 'audio', sequence: n, timeMs: n * 20, payload }));
const calleeFrame = (n: number): Buffer => Buffer.concat([Buffer.alloc(8), toneFrame(500, n)]);

describe('the way to the callee', () => {
  it('[RT-14] speech is sent as it comes, ahead of it a cushion once', () => {
    const wire = new FakeWire();
    const leg = new CarrierLeg(wire, sid, limits);
    for (let n = 0; n < 50; n++) leg.speak(toneFrame(800, n), n * 20);
    expect(wire.frames).toHaveLength(52);
    expect(leg.backlogMs(49 * 20)).toBeLessThanOrEqual(60);
    expect(leg.figures).toMatchObject({ dropped: 0, underruns: 0 });
  });

  it('[RT-14] a burst after a stall does not stay as delay: pauses in speech work it off', () => {
    const wire = new FakeWire();
    const leg = new CarrierLeg(wire, sid, limits);
    for (let n = 0; n < 16; n++) leg.speak(toneFrame(800, n), 320);
    expect(leg.backlogMs(320)).toBe(360);
    for (let n = 17; n < 60; n++) leg.speak(n % 2 === 0 ? silentFrame() : toneFrame(800, n), n * 20);
    expect(leg.backlogMs(60 * 20)).toBeLessThanOrEqual(limits.softBacklogMs);
  });

  it('[RT-14] however much comes at once, the backlog has a ceiling', () => {
    const wire = new FakeWire();
    const leg = new CarrierLeg(wire, sid, limits);
    for (let n = 0; n < 500; n++) leg.speak(toneFrame(800, n), 0);
    expect(leg.backlogMs(0)).toBeLessThanOrEqual(limits.hardBacklogMs + 20);
    expect(leg.figures.dropped).toBeGreaterThan(400);
  });

  it('[RT-14] a leg that ran dry is primed again and counted', () => {
    const leg = new CarrierLeg(new FakeWire(), sid, limits);
    leg.speak(toneFrame(800, 0), 0);
    leg.speak(toneFrame(800, 1), 5_000);
    expect(leg.figures.underruns).toBe(1);
  });
});

describe('the way to the agent', () => {
  it('[RT-15] a slow socket loses its oldest frames, never its newest, and the page sees the gap', () => {
    const wire = new FakeWire();
    const leg = new AgentLeg(limits.agentQueueMs);
    leg.join(wire);
    for (let n = 0; n < 5; n++) leg.hear(calleeFrame(n));
    wire.bufferedAmount = 10_000;
    for (let n = 5; n < 40; n++) leg.hear(calleeFrame(n));
    expect(wire.sent).toHaveLength(5);
    wire.bufferedAmount = 0;
    leg.hear(calleeFrame(40));
    const sequences = wire.sent.map((frame) => {
      const parsed = parseAudioFrame(frame as Buffer);
      return parsed.ok ? parsed.frame.sequence : -1;
    });
    expect(sequences).toEqual([0, 1, 2, 3, 4, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40]);
    expect(leg.figures).toEqual({ sent: 15, dropped: 26 });
  });

  it('[RT-15] sequence and time wrap as the frame says', () => {
    const wire = new FakeWire();
    const leg = new AgentLeg(200);
    leg.join(wire);
    for (let n = 0; n < 65_540; n++) leg.hear(calleeFrame(0));
    const last = parseAudioFrame(wire.sent.at(-1) as Buffer);
    expect(last).toMatchObject({ ok: true, frame: { sequence: 3, timeMs: 65_539 * 20 } });
  });
});

describe('the bridge', () => {
  const bridge = (wire: FakeWire): CallBridge =>
    new CallBridge({ attemptId: 'a', streamSid: sid, startedAt: 0, carrier: wire, limits, tap: null });

  it('[RT-5] comfort sound comes in real time, one frame each 20 ms, and stops when the agent is back', () => {
    const wire = new FakeWire();
    const call = bridge(wire);
    call.join('anna', new FakeWire(), 0);
    call.agentGone(0);
    for (let now = 0; now <= 2_000; now += 5) call.tick(now);
    expect(wire.frames).toHaveLength(100);
    call.join('anna', new FakeWire(), 2_000);
    for (let now = 2_000; now <= 3_000; now += 20) call.tick(now);
    expect(wire.frames).toHaveLength(100);
    expect(call.needsComfort).toBe(false);
  });

  it('[RT-5] after a pause of the process comfort sound goes on from now', () => {
    const wire = new FakeWire();
    const call = bridge(wire);
    call.hold(true, 0);
    call.tick(60_000);
    expect(wire.frames.length).toBeLessThanOrEqual(10);
    call.tick(60_020);
    expect(wire.frames.length).toBeLessThanOrEqual(11);
  });

  it('[RT-7] while keys sound, speech does not run into them', () => {
    const wire = new FakeWire();
    const call = bridge(wire);
    call.join('anna', new FakeWire(), 0);
    call.dtmf('12', 0);
    expect(wire.frames).toHaveLength(16);
    call.fromAgent(agentFrame(0, toneFrame(800, 0)), 100);
    expect(wire.frames).toHaveLength(16);
    call.fromAgent(agentFrame(17, toneFrame(800, 17)), 340);
    expect(wire.frames.length).toBeGreaterThan(16);
  });

  it('[RT-9] an end is once and for all', () => {
    const wire = new FakeWire();
    const call = bridge(wire);
    call.join('anna', new FakeWire(), 0);
    call.fromAgent(agentFrame(0, toneFrame(800, 0)), 0);
    call.end(10, 'leave-to-carrier');
    const sent = wire.sent.length;
    expect(wire.events.at(-1)).toBe('clear');
    call.end(20, 'leave-to-carrier');
    call.fromAgent(agentFrame(1, toneFrame(800, 1)), 30);
    call.dtmf('1', 30);
    call.hold(true, 30);
    call.tick(90);
    call.releaseAgent(90);
    expect(wire.sent).toHaveLength(sent);
    expect(wire.closed).toBe(true);
  });
});

describe('sound', () => {
  it('[RT-7] mu-law there and back is the same code for every code', () => {
    for (let code = 0; code < 256; code++) {
      // 0x7f is minus zero, which comes back as zero.
      expect(pcmToMulaw(mulawToPcm[code] ?? 0)).toBe(code === 0x7f ? 0xff : code);
    }
  });

  it.each([...'123A456B789C*0#D'].map((digit, at) => [`[RT-7] key ${digit}`, digit, at] as const))(
    '%s',
    (_, digit, at) => {
      const low = [697, 770, 852, 941];
      const high = [1209, 1336, 1477, 1633];
      const pcm = toPcm(dtmfTones(digit)).subarray(0, 800);
      const loudest = (group: number[]): number =>
        group.reduce((best, f) => (levelOf(f, pcm) > levelOf(best, pcm) ? f : best));
      expect([loudest(low), loudest(high)]).toEqual([low[at >> 2], high[at & 3]]);
    },
  );
});

describe('watching an agent', () => {
  it('[RT-8] life is the last probe answered in time, the clock running, the microphone live', () => {
    const life = new AgentLife(1_000);
    expect(life.missing(0)).toEqual(['probe']);
    life.probed('n1', 0);
    expect(life.replied({ nonce: 'other', audioClockRunning: true, microphoneLive: true }, 10)).toBe(false);
    expect(life.replied({ nonce: 'n1', audioClockRunning: true, microphoneLive: true }, 30)).toBe(true);
    expect(life.rttMs).toBe(30);
    expect(life.missing(1_000)).toEqual([]);
    expect(life.missing(2_600)).toEqual(['probe']);
    life.probed('n2', 2_600);
    life.replied({ nonce: 'n2', audioClockRunning: false, microphoneLive: false }, 2_610);
    expect(life.missing(2_700)).toEqual(['audio_clock', 'microphone']);
  });

  it('[RT-8] a line whose answers take longer than the next probe is alive, and measured by the probe that was answered', () => {
    const life = new AgentLife(500);
    const says = (nonce: string, at: number) =>
      life.replied({ nonce, audioClockRunning: true, microphoneLive: true }, at);
    for (const at of [0, 500, 1_000]) life.probed(`at ${at}`, at);
    expect(says('at 0', 1_200)).toBe(true);
    expect(life.rttMs).toBe(1_200);
    expect(says('at 0', 1_210)).toBe(false);
    expect(says('at 1000', 1_300)).toBe(true);
    expect(says('at 500', 1_310)).toBe(false);
    expect(life.missing(2_550)).toEqual([]);
    expect(life.missing(2_551)).toEqual(['probe']);
  });

  it('[RT-16] lost and late frames are counted across the wrap, and per report', () => {
    const watch = new UplinkWatch();
    [65_533, 65_534, 0, 1, 5, 4].forEach((sequence, n) => watch.frame(sequence, n * 20, n * 20));
    expect(watch.take(60, 2, 31)).toEqual({
      received: 6,
      lost: 4,
      late: 1,
      underruns: 2,
      bufferMs: 60,
      jitterMs: 0,
      rttMs: 31,
    });
    expect(watch.take(0, 0, null)).toMatchObject({ received: 0, lost: 0, late: 0 });
  });
});
