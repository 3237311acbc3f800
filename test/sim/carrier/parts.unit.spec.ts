import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { FRAME_SAMPLES, SILENCE, SOUND_RMS, mixFrames, rmsOf } from '../../../sim/carrier/audio/frames.ts';
import { Meter, dominantHz } from '../../../sim/carrier/audio/meter.ts';
import { decodeMulaw, encodeMulaw } from '../../../sim/carrier/audio/mulaw.ts';
import { SIT, ToneSource, dtmfSteps } from '../../../sim/carrier/audio/tones.ts';
import { makeDice } from '../../../sim/carrier/dice.ts';
import { readMessage } from '../../../sim/carrier/media/read-message.ts';
import { PlayBuffer } from '../../../sim/carrier/media/play-buffer.ts';
import { Person } from '../../../sim/carrier/party/person.ts';
import { Population } from '../../../sim/carrier/population/population.ts';
import { populationSchema, type PopulationInput } from '../../../sim/carrier/population/schema.ts';
import { parseTwiml } from '../../../sim/carrier/twiml/parse.ts';
import { retryPolicyOf } from '../../../sim/carrier/webhooks/retry-policy.ts';
import { signatureOf, signedUrl } from '../../../sim/carrier/webhooks/sign.ts';

describe('signatures', () => {
  it('[CAR-38] agree with the published vector and with the SDK', () => {
    const params = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675310',
      Digits: '1234',
      From: '+14158675310',
      To: '+18005551212',
    };
    const url = 'https://example.com/myapp.php?foo=1&bar=2';
    expect(signatureOf('12345', url, Object.entries(params))).toBe('L/OH5YylLD5NRKLltdqwSvS0BnU=');
    const odd: [string, string][] = [
      ['b', ''],
      ['A', 'ü €'],
      ['a', '2'],
      ['a', '1'],
      ['a', '2'],
    ];
    const sdk = twilio.getExpectedTwilioSignature('t', url, { b: '', A: 'ü €', a: ['2', '1', '2'] });
    expect(signatureOf('t', url, odd)).toBe(sdk);
  });

  it.each([
    ['https://app.example:8443/x?y=1#rc=3', false, 'https://app.example/x?y=1'],
    ['https://app.example:8443/x', true, 'https://app.example:8443/x'],
    ['http://app.example:8080/x', false, 'http://app.example:8080/x'],
    ['https://me:secret@app.example/x', false, 'https://app.example/x'],
  ])('[CAR-38] of %s are over what is sent', (configured, keepPort, signed) => {
    expect(signedUrl(configured, keepPort)).toBe(signed);
  });
});

it.each([
  ['', { connectMs: 5000, readMs: 15_000, totalMs: 15_000, retries: 1, on: ['ct'] }],
  ['#rc=0', { retries: 0 }],
  [
    '#rc=5&rp=all&ct=100&rt=100&tt=100',
    { retries: 5, connectMs: 100, readMs: 100, totalMs: 100, on: ['4xx', '5xx', 'ct', 'rt'] },
  ],
  ['#rc=6&ct=99&rt=x&rp=5xx,rt', { retries: 1, connectMs: 5000, readMs: 15_000, on: ['5xx', 'rt'] }],
])('[CAR-36] the fragment "%s" sets the policy', (fragment, wanted) => {
  const policy = retryPolicyOf(`https://app.example/x${fragment}`);
  expect({ ...policy, on: [...policy.on] }).toMatchObject(wanted);
});

describe('sound', () => {
  const tone = (hz: number, ms: number): Int16Array => {
    const source = new ToneSource([{ hz: [hz], ms }]);
    const samples = new Int16Array(ms * 8);
    for (let at = 0, frame = source.pull(); frame; at += FRAME_SAMPLES, frame = source.pull()) samples.set(frame, at);
    return samples;
  };

  it('[CAR-39] mu-law gives back what it took, within its own coarseness', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    // 0x7f is minus zero and comes back as plus zero.
    const again = encodeMulaw(decodeMulaw(bytes));
    expect([...again].filter((byte, index) => byte !== index)).toEqual([0xff]);
    const samples = tone(1000, 200);
    const error = decodeMulaw(encodeMulaw(samples)).map((sample, index) => sample - (samples[index] ?? 0));
    expect(rmsOf(error)).toBeLessThan(rmsOf(samples) * 0.03);
  });

  it.each([100, 333, 440, 985, 1370, 2100, 3333])('[CAR-39] a tone of %i Hz is measured to two hertz', (hz) => {
    expect(Math.abs(dominantHz(tone(hz, 500)) - hz)).toBeLessThanOrEqual(2);
  });

  it('[CAR-39] a meter remembers the last sound through silence', () => {
    const meter = new Meter();
    for (let at = 0; at < 100; at += 1) meter.feed(tone(600, 20));
    for (let at = 0; at < 100; at += 1) meter.feed(SILENCE);
    expect(meter.read()).toMatchObject({ rms: 0, soundMs: 2000, totalMs: 4000, lastSoundMs: 2000 });
    expect(meter.read().soundRms).toBeGreaterThan(SOUND_RMS);
  });

  it('[CAR-39] mixing clips instead of wrapping, and special tones have their pitch', () => {
    const loud = new Int16Array(FRAME_SAMPLES).fill(30_000);
    expect(mixFrames([loud, loud, SILENCE])[0]).toBe(32_767);
    expect(SIT.vacant.map(({ hz }) => hz[0])).toEqual([985.2, 1370.6, 1776.7]);
    expect(dtmfSteps('5')[0]?.hz).toEqual([770, 1336]);
  });

  it('[CAR-14] a buffer returns marks in order of play and refuses more than ten minutes', () => {
    const marks: string[] = [];
    const buffer = new PlayBuffer((name) => marks.push(name));
    buffer.add(Buffer.alloc(100));
    buffer.mark('inside');
    buffer.add(Buffer.alloc(220));
    buffer.mark('end');
    buffer.pull();
    expect(marks).toEqual(['inside']);
    buffer.pull();
    expect(marks).toEqual(['inside', 'end']);
    expect(buffer.queuedMs).toBe(0);
    expect(buffer.add(Buffer.alloc(600 * 8000))).toBe(true);
    expect(buffer.add(Buffer.alloc(1))).toBe(false);
  });
});

describe('people', () => {
  const person = (): Person =>
    new Person(
      300,
      { helloMs: 600, pauseMs: 300, answerMs: 2000, silencePatienceMs: 8000 },
      20_000,
      makeDice('someone'),
    );
  const loud = new Int16Array(FRAME_SAMPLES).fill(5000);
  /** For each 20 ms: does the person make a sound, given when the other side does? */
  const converse = (ms: number, otherSpeaks: (at: number) => boolean): boolean[] => {
    const someone = person();
    const sounds: boolean[] = [];
    for (let at = 0; at < ms; at += 20) {
      const frame = someone.speak();
      if (!frame) break;
      sounds.push(frame !== SILENCE);
      someone.hear(otherSpeaks(at) ? loud : SILENCE);
    }
    return sounds;
  };
  const soundMs = (sounds: boolean[], from: number, to: number): number =>
    sounds.slice(from / 20, to / 20).filter(Boolean).length * 20;

  it('[CAR-40] say hello, listen while spoken to, and answer in the pause', () => {
    const sounds = converse(6000, (at) => at >= 1000 && at < 3000);
    expect(soundMs(sounds, 0, 1000)).toBe(600);
    expect(soundMs(sounds, 1200, 3000)).toBe(0);
    expect(soundMs(sounds, 3000, 6000)).toBe(2000);
  });

  it('[CAR-40] fall silent when talked over', () => {
    const sounds = converse(6000, (at) => (at >= 1000 && at < 2000) || at >= 3000);
    expect(soundMs(sounds, 2200, 3000)).toBeGreaterThan(400);
    expect(soundMs(sounds, 3600, 6000)).toBe(0);
  });

  it('[CAR-40] hang up when nobody ever speaks, and after their talk length', () => {
    expect(converse(60_000, () => false)).toHaveLength(8000 / 20);
    const patient = converse(60_000, (at) => at % 2000 < 1000);
    expect(patient.length * 20).toBeGreaterThanOrEqual(20_000);
    expect(patient.length * 20).toBeLessThan(21_000);
    expect(soundMs(patient, 20_000, 21_000)).toBeGreaterThan(300);
  });
});

describe('the population', () => {
  const make = (input: PopulationInput, seed = 1): Population => new Population(populationSchema.parse(input), seed);
  const NOON = Date.UTC(2026, 10, 23, 12);

  it('[CAR-41] the same seed gives every number the same traits and the same calls', () => {
    const input: PopulationInput = {
      profiles: { a: { outcomes: { answer: 1, busy: 1 } }, b: {} },
      default: { a: 1, b: 3 },
    };
    const [one, two, other] = [make(input), make(input), make(input, 2)];
    const numbers = Array.from({ length: 400 }, (_, index) => `+1555${String(index).padStart(7, '0')}`);
    const story = (population: Population): unknown[] =>
      numbers.map((number) => {
        const plan = population.plan(number, NOON);
        return [plan?.outcome, plan?.ringMs, plan?.callee.voiceHz, plan?.callee.profileName];
      });
    const first = story(one);
    expect(story(two)).toEqual(first);
    expect(story(other)).not.toEqual(first);
    const share = first.filter((entry) => (entry as string[])[3] === 'b').length / numbers.length;
    expect(share).toBeGreaterThan(0.68);
    expect(share).toBeLessThan(0.82);
  });

  it('[CAR-41] the longest prefix wins, an own entry beats it, and unknown clients are nobody', () => {
    const population = make({
      profiles: { far: {}, near: {}, own: { voiceHz: 333 } },
      rules: [
        { prefix: '+86', profiles: 'far' },
        { prefix: '+86139', profiles: 'near' },
      ],
      callees: { '+8613900000001': { profile: 'own', ringMs: 5 } },
    });
    expect(population.calleeOf('+8613800000000')?.profileName).toBe('far');
    expect(population.calleeOf('+8613900000000')?.profileName).toBe('near');
    expect(population.calleeOf('+8613900000001')).toMatchObject({ voiceHz: 333, profile: { ringMs: 5 } });
    expect(population.calleeOf('client:nobody')).toBeNull();
    expect(population.calleeOf('+447700900000')?.profileName).toBe('ordinary');
  });

  it('[CAR-41] habits follow the local hour and day, also past midnight', () => {
    const population = make({
      timeZone: 'Asia/Shanghai',
      profiles: {
        worker: {
          habits: [
            { hours: [[22, 6]], outcomes: { powered_off: 1 } },
            { days: ['sat', 'sun'], outcomes: { answer: 1 } },
            { hours: [[9, 18]], outcomes: { busy: 1 } },
            { outcomes: { no_answer: 1 } },
          ],
        },
      },
      default: 'worker',
    });
    const at = (iso: string): string | undefined => population.plan('+8613900000000', Date.parse(iso))?.outcome;
    expect(at('2026-11-23T10:00:00+08:00')).toBe('busy');
    expect(at('2026-11-23T20:00:00+08:00')).toBe('no_answer');
    expect(at('2026-11-23T23:30:00+08:00')).toBe('powered_off');
    expect(at('2026-11-22T10:00:00+08:00')).toBe('answer');
    expect(at('2026-11-22T03:00:00+08:00')).toBe('powered_off');
  });

  it('[CAR-41] a profile that is not defined is refused', () => {
    expect(populationSchema.safeParse({ default: 'nobody' }).success).toBe(false);
    expect(populationSchema.safeParse({ profiles: { a: { ringMs: -1 } } }).success).toBe(false);
    expect(populationSchema.safeParse({ people: [] }).success).toBe(false);
  });

  it.each<[string, unknown, string]>([
    ['a time zone nobody knows', { timeZone: 'Mars/Base' }, 'timeZone'],
    ['one in a profile', { profiles: { a: { timeZone: '' } } }, 'profiles.a.timeZone'],
    ['bounds the wrong way round', { profiles: { a: { ringMs: [9000, 3000] } } }, 'profiles.a.ringMs'],
    ['outcomes of no weight', { profiles: { a: { outcomes: { answer: 0 } } } }, 'profiles.a.outcomes'],
    ['a choice between no profiles', { profiles: { a: {} }, default: {} }, 'default'],
    ['a number that no call is made to', { callees: { '13900000001': {} } }, 'callees'],
    ['an own number that is none', { numbers: [{ phoneNumber: '12' }] }, 'numbers.0.phoneNumber'],
    [
      'an own number answered at no address',
      { numbers: [{ phoneNumber: '+15005550100', voiceUrl: '/x' }] },
      'voiceUrl',
    ],
  ])('[CAR-41] %s is refused where it stands', (_, input, path) => {
    const issues = populationSchema.safeParse(input).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.')).join()).toContain(path);
  });

  it.each([1, 159, 160, 161])(
    '[CAR-15] a payload of %i bytes is taken, the same with a letter too many is not',
    (size) => {
      const payload = Buffer.alloc(size, 0x55).toString('base64').replaceAll('=', '');
      const padded = payload.padEnd(Math.ceil(payload.length / 4) * 4, '=');
      const read = (text: string): boolean =>
        readMessage(
          Buffer.from(JSON.stringify({ event: 'media', streamSid: 'MZ1', media: { payload: text } })),
          false,
          'MZ1',
        ).ok;
      expect(read(padded)).toBe(true);
      for (const broken of [`${padded}A`, `${padded}=`, padded.slice(0, -1)]) expect(read(broken)).toBe(false);
    },
  );
});

it('[CAR-31] TwiML must be well-formed and have Response at its root', () => {
  expect(parseTwiml('<?xml version="1.0"?><Response><Say>a &amp; b</Say></Response>')).toMatchObject({
    ok: true,
    verbs: [{ name: 'Say', text: 'a & b' }],
  });
  expect(parseTwiml('<Response><Say></Response>').ok).toBe(false);
  expect(parseTwiml('<response/>').ok).toBe(false);
  expect(parseTwiml('').ok).toBe(false);
});
