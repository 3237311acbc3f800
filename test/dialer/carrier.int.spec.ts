import { startCarrier } from '../../sim/carrier/server.ts';
import { makeTwilioCarrier } from '../../src/dialer/adapters/twilio-carrier.ts';
import { carrierContract, type CarrierWorld } from './carrier-contract.ts';
import { FakeCarrier } from './fake-carrier.ts';

const from = '+15005550006';
const ringsForever = '+15005550101';
const impossible = '+15005550102';

carrierContract('in memory', () => {
  const carrier = new FakeCarrier(() => Date.now());
  const place = carrier.place.bind(carrier);
  carrier.place = (request) => {
    if (request.to === impossible) carrier.script.unshift({ refuse: 21211 });
    return place(request);
  };
  const world: CarrierWorld = {
    carrier,
    from,
    ringsForever,
    impossible,
    keepSilentOnce: () => void carrier.script.push('take-and-keep-silent'),
    tooManyOnce: () => void carrier.script.push('later'),
    callsTo: (number) => [...carrier.calls.values()].filter((call) => call.request.to === number).length,
    unplug() {
      carrier.reachable = false;
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
  return Promise.resolve(world);
});

carrierContract('the SDK against the simulated carrier', async () => {
  const sim = await startCarrier({
    port: 0,
    cps: 50,
    population: {
      profiles: { patient: { outcomes: { no_answer: 1 }, dialMs: 20, ringMs: 600_000 } },
      callees: { [ringsForever]: { profile: 'patient' }, [impossible]: { refuseCode: 21211 } },
      default: 'patient',
    },
  });
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await sim.close();
    open = false;
  };
  return {
    carrier: makeTwilioCarrier({
      kind: 'sim',
      accountSid: sim.accountSid,
      authToken: sim.authToken,
      apiBase: sim.url,
      requestTimeoutMs: 1_500,
    }),
    from,
    ringsForever,
    impossible,
    keepSilentOnce: () =>
      void sim.addFaults([
        { kind: 'timeout-after-acceptance', next: 1, match: { operation: 'create', resource: 'calls' } },
      ]),
    tooManyOnce: () => void sim.addFaults([{ kind: 'too-many-requests', next: 1, match: { operation: 'create' } }]),
    callsTo: (number) => [...sim.exchange.calls.values()].filter((call) => call.to === number).length,
    unplug: close,
    close,
  };
});
