import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';
import { newId } from '../../src/platform/ids.ts';

const frameMs = 20;
const headerBytes = 8;
const mark = 0x5ca1ab1e;
/** Frames under way when the talk ends still count. */
const drainMs = 1_000;

/** Callers and agents of the bench: frames carry the instant they were sent, so each arrival is a measurement. */
export class RelayLoad {
  readonly #port: number;
  readonly #calls: { send: (now: number) => void; close: () => void }[] = [];
  readonly #latencies: number[] = [];
  #measuring = false;
  #sent = 0;

  constructor(port: number) {
    this.#port = port;
  }

  async open(calls: number): Promise<void> {
    for (let n = 0; n < calls; n++) this.#calls.push(await this.#openCall(n));
  }

  /** Talks both ways for so long and returns the latencies of the second part; the first warms up. */
  async talk(warmUpMs: number, measureMs: number): Promise<{ latencies: Float64Array; delivered: number }> {
    const startedAt = performance.now();
    const slots = frameMs;
    let slot = 0;
    await new Promise<void>((resolve) => {
      const tick = (): void => {
        const now = performance.now();
        const elapsed = now - startedAt;
        this.#measuring = elapsed > warmUpMs && elapsed < warmUpMs + measureMs;
        for (; slot <= elapsed; slot++) {
          for (let n = slot % slots; n < this.#calls.length; n += slots) this.#calls[n]?.send(performance.now());
        }
        if (elapsed < warmUpMs + measureMs) setTimeout(tick, 1);
        else setTimeout(resolve, drainMs);
      };
      tick();
    });
    return { latencies: Float64Array.from(this.#latencies).sort(), delivered: this.#latencies.length / this.#sent };
  }

  close(): void {
    for (const call of this.#calls) call.close();
  }

  async #openCall(n: number): Promise<{ send: (now: number) => void; close: () => void }> {
    const id = newId();
    const streamSid = `MZ${n.toString(16).padStart(32, '0')}`;
    const agent = new WebSocket(`ws://127.0.0.1:${this.#port}/ws/audio`, { headers: { cookie: id } });
    await once(agent, 'open');
    const carrier = new WebSocket(`ws://127.0.0.1:${this.#port}/carrier/v1/media/${id}/token`);
    await once(carrier, 'open');
    const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 };
    const start = { callSid: `CA${'0'.repeat(32)}`, tracks: ['inbound'], mediaFormat };
    carrier.send(JSON.stringify({ event: 'start', sequenceNumber: '1', streamSid, start }));
    agent.on('message', (data: Buffer, isBinary) => {
      if (isBinary) this.#arrived(data, headerBytes);
    });
    carrier.on('message', (data: Buffer) => {
      const from = data.indexOf('"payload":"') + 11;
      this.#arrived(Buffer.from(data.toString('latin1', from, data.length - 3), 'base64'), 0);
    });
    const sound = randomBytes(160);
    const frame = Buffer.concat([Buffer.from([1, 1, 0, 0, 0, 0, 0, 0]), sound]);
    let sequence = 0;
    return {
      send: (now) => {
        sound.writeUInt32BE(mark, 0);
        sound.writeDoubleBE(now, 4);
        sound[12] = this.#measuring ? 1 : 0;
        sound.copy(frame, headerBytes);
        frame.writeUInt16BE(sequence & 0xffff, 2);
        frame.writeUInt32BE(sequence * frameMs, 4);
        agent.send(frame);
        carrier.send(
          `{"event":"media","sequenceNumber":"${sequence + 2}","streamSid":"${streamSid}","media":{"track":"inbound",` +
            `"chunk":"${sequence + 1}","timestamp":"${sequence * frameMs}","payload":"${sound.toString('base64')}"}}`,
        );
        sequence += 1;
        if (this.#measuring) this.#sent += 2;
      },
      close: () => {
        agent.terminate();
        carrier.terminate();
      },
    };
  }

  #arrived(bytes: Buffer, at: number): void {
    if (bytes.length < at + 13 || bytes.readUInt32BE(at) !== mark || bytes[at + 12] !== 1) return;
    this.#latencies.push(performance.now() - bytes.readDoubleBE(at + 4));
  }
}
