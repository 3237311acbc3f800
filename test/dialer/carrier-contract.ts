import { afterEach, describe, expect, it } from 'vitest';
import type { Carrier, PlaceCall } from '../../src/dialer/ports.ts';
import { newId } from '../../src/platform/ids.ts';
import { waitFor } from '../support/wait-for.ts';
import { newSid } from './fake-carrier.ts';

/** A carrier and the means to make it behave. */
export interface CarrierWorld {
  readonly carrier: Carrier;
  readonly from: string;
  /** Rings until it is ended. */
  readonly ringsForever: string;
  /** The carrier refuses the create with 21211. */
  readonly impossible: string;
  /** The next create is taken, and its answer never comes. */
  readonly keepSilentOnce: () => void;
  /** The next create is not looked at. */
  readonly tooManyOnce: () => void;
  /** How many calls the carrier has to this number. */
  readonly callsTo: (number: string) => number;
  readonly unplug: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const addresses = (attemptId: string): PlaceCall['addresses'] => {
  const attempt = `http://127.0.0.1:9/carrier/v1/attempts/${attemptId}/token`;
  return {
    status: `${attempt}/status`,
    amd: `${attempt}/amd`,
    recording: `${attempt}/recording`,
    media: `ws://127.0.0.1:9/carrier/v1/media/${attemptId}/token`,
  };
};

/** What every carrier must do for the dialer, whoever it is. */
export function carrierContract(name: string, makeWorld: () => Promise<CarrierWorld>): void {
  describe(`carrier contract: ${name}`, () => {
    let world: CarrierWorld | null = null;
    afterEach(async () => {
      await world?.close();
      world = null;
    });
    const open = async (): Promise<CarrierWorld> => (world = await makeWorld());
    const request = (to: string, from: string): PlaceCall => {
      const attemptId = newId();
      return {
        attemptId,
        to,
        from,
        ringTimeoutMs: 30_000,
        maxCallMs: 60_000,
        detectMachine: true,
        farewell: 'Please call back.',
        addresses: addresses(attemptId),
      };
    };

    it('[DIAL-23] a call that is taken has an id under which it is found', async () => {
      const { carrier, ringsForever, from } = await open();
      const outcome = await carrier.place(request(ringsForever, from));
      expect(outcome.kind).toBe('accepted');
      if (outcome.kind !== 'accepted') return;
      expect(outcome.queueMs).toBeGreaterThanOrEqual(0);
      const call = await carrier.fetchCall(outcome.sid);
      expect(call?.sid).toBe(outcome.sid);
      expect(['queued', 'ringing']).toContain(call?.status);
    });

    it('[DIAL-23] a refused call says with which code, and there is none', async () => {
      const { carrier, impossible, from, callsTo } = await open();
      expect(await carrier.place(request(impossible, from))).toEqual({ kind: 'refused', code: 21211 });
      expect(callsTo(impossible)).toBe(0);
    });

    it('[DIAL-23] silence after the request is unknown, and the call is found by its numbers', async () => {
      const { carrier, ringsForever, from, keepSilentOnce, callsTo } = await open();
      keepSilentOnce();
      const sentAt = Date.now();
      const asked = request(ringsForever, from);
      expect((await carrier.place(asked)).kind).toBe('unknown');
      const query = { attemptId: asked.attemptId, to: ringsForever, from, since: sentAt - 2_000 };
      const found = await waitFor('the call', async () => (await carrier.find(query))[0]);
      expect((await carrier.fetchCall(found.sid))?.sid).toBe(found.sid);
      expect(callsTo(ringsForever)).toBe(1);
      expect(await carrier.find({ ...query, since: Date.now() + 60_000 })).toEqual([]);
      expect(await carrier.find({ ...query, to: '+15005550999' })).toEqual([]);
    });

    it('[DIAL-23] "too many requests" is told apart from a refusal, and leaves no call', async () => {
      const { carrier, ringsForever, from, tooManyOnce, callsTo } = await open();
      tooManyOnce();
      expect(await carrier.place(request(ringsForever, from))).toEqual({ kind: 'later', code: 20429 });
      expect(callsTo(ringsForever)).toBe(0);
      expect((await carrier.place(request(ringsForever, from))).kind).toBe('accepted');
    });

    it('[DIAL-23] a live call is ended once; after that it has ended already', async () => {
      const { carrier, ringsForever, from } = await open();
      const outcome = await carrier.place(request(ringsForever, from));
      if (outcome.kind !== 'accepted') throw new Error(`not taken: ${outcome.kind}`);
      expect(await carrier.end(outcome.sid)).toBe('ended');
      await waitFor('the end', async () => {
        const call = await carrier.fetchCall(outcome.sid);
        return call !== null && !['queued', 'ringing', 'in-progress'].includes(call.status);
      });
      expect(await carrier.end(outcome.sid)).toBe('already-ended');
    });

    it('[DIAL-23] a call it never had is null when fetched and already ended when ended', async () => {
      const { carrier } = await open();
      const stranger = newSid('CA');
      expect(await carrier.fetchCall(stranger)).toBeNull();
      expect(await carrier.end(stranger)).toBe('already-ended');
    });

    it('[DIAL-23] unreachable: not there, nothing concluded', async () => {
      const { carrier, from, ringsForever, unplug } = await open();
      expect(await carrier.ping()).toBe(true);
      await unplug();
      expect(await carrier.ping()).toBe(false);
      expect(await carrier.end(newSid('CA'))).toBe('unknown');
      await expect(carrier.fetchCall(newSid('CA'))).rejects.toMatchObject({ code: 'CARRIER_UNREACHABLE' });
      const query = { attemptId: newId(), to: ringsForever, from, since: 0 };
      await expect(carrier.find(query)).rejects.toMatchObject({ code: 'CARRIER_UNREACHABLE' });
    });
  });
}
