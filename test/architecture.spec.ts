import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCircles, readModules, type Import, type Module } from './support/module-graph.ts';
import { familyOf, idsInTables, idsInTitles } from './support/rule-ids.ts';

const rooms = ['casework', 'dialer', 'routing', 'realtime', 'access', 'upkeep', 'configuration', 'webhooks'];
const meetings = ['src/wire.ts', 'src/wire-demo.ts', 'src/api.ts'];
const mostLines = 400;

const source = readModules('src');
const consoles = readModules('public');
const simulators = readModules('sim');
const tests = readModules('test');

type Layer = 'core' | 'make' | 'adapter' | 'door';

interface Place {
  readonly room: string;
  readonly layer: Layer;
}

/** Which room a file belongs to and where in the room it stands. */
function placeOf(path: string): Place | undefined {
  const [, room, ...rest] = path.split('/');
  if (!path.startsWith('src/') || room === undefined || !rooms.includes(room)) return undefined;
  const [first] = rest;
  if (first === 'adapters') return { room, layer: 'adapter' };
  if (first === 'http' || first === 'ws') return { room, layer: 'door' };
  return { room, layer: basename(path).startsWith('make-') ? 'make' : 'core' };
}

const below = (path: string, ...directories: string[]): boolean =>
  directories.some((one) => path.startsWith(`${one}/`));

/** Every import that the rule does not allow, as `from -> to`. */
function offences(modules: readonly Module[], allowed: (one: Import, from: Module) => boolean): string[] {
  return modules.flatMap((from) =>
    from.imports.filter((one) => !allowed(one, from)).map((one) => `${from.path} -> ${one.target}`),
  );
}

const inRoom = (layer?: Layer): Module[] =>
  source.filter(({ path }) => {
    const place = placeOf(path);
    return place !== undefined && (layer === undefined || place.layer === layer);
  });

describe('architecture', () => {
  it('[ARCH-1] something was read at all', () => {
    expect(source.length).toBeGreaterThan(60);
    expect(source.reduce((sum, one) => sum + one.imports.length, 0)).toBeGreaterThan(200);
    for (const room of rooms) expect(source.filter(({ path }) => below(path, `src/${room}`)).length).toBeGreaterThan(2);
    expect(consoles.length).toBeGreaterThan(10);
    expect(simulators.length).toBeGreaterThan(10);
  });

  it('[ARCH-2] every file that is imported is there', () => {
    const own = (one: Import): boolean => !one.own || one.target.includes('/generated/') || existsSync(one.target);
    expect(offences([...source, ...consoles, ...simulators, ...tests], own)).toEqual([]);
  });

  it('[ARCH-3] the domain imports only itself', () => {
    const domain = source.filter(({ path }) => below(path, 'src/domain'));
    expect(offences(domain, (one) => one.own && below(one.target, 'src/domain'))).toEqual([]);
  });

  it('[ARCH-4] the contract imports only the domain and zod', () => {
    const contract = source.filter(({ path }) => below(path, 'src/contract'));
    const allowed = (one: Import): boolean =>
      one.own ? below(one.target, 'src/contract', 'src/domain') : one.target === 'zod';
    expect(offences(contract, allowed)).toEqual([]);
  });

  it('[ARCH-5] rooms import only themselves, the domain, the contract and the platform, types included', () => {
    const allowed = (one: Import, from: Module): boolean =>
      !one.own || below(one.target, `src/${placeOf(from.path)?.room}`, 'src/domain', 'src/contract', 'src/platform');
    expect(offences(inRoom(), allowed)).toEqual([]);
  });

  it('[ARCH-6] the core of a room runs without vendors, and sees neither adapters nor doors', () => {
    const plain = ['clock', 'ids', 'fault', 'log', 'metrics', 'token-hash'].map((name) => `src/platform/${name}.ts`);
    const allowed = (one: Import): boolean => {
      if (!one.own) return one.typeOnly || one.target === 'zod' || one.target.startsWith('node:');
      const to = placeOf(one.target);
      if (to !== undefined) return to.layer === 'core';
      return !below(one.target, 'src/platform') || one.typeOnly || plain.includes(one.target);
    };
    expect(offences(inRoom('core'), allowed)).toEqual([]);
  });

  it('[ARCH-7] doors are handed their use cases and never see an adapter', () => {
    const allowed = (one: Import): boolean => {
      const to = placeOf(one.target);
      return to === undefined || to.layer === 'core' || to.layer === 'door';
    };
    expect(offences(inRoom('door'), allowed)).toEqual([]);
  });

  it('[ARCH-8] an adapter knows one vendor', () => {
    const vendorOf = (one: Import): string | undefined => {
      if (!one.own) return one.target.startsWith('node:') || one.target === 'zod' ? undefined : one.target;
      if (below(one.target, 'src/platform/prisma')) return 'postgres';
      if (one.target === 'src/platform/redis.ts') return 'ioredis';
      return one.target === 'src/platform/queues.ts' ? 'bullmq' : undefined;
    };
    const several = inRoom('adapter').flatMap(({ path, imports }) => {
      const vendors = new Set(
        imports
          .filter((one) => !one.typeOnly)
          .map(vendorOf)
          .filter((one) => one !== undefined),
      );
      return vendors.size > 1 ? [`${path}: ${[...vendors].join(', ')}`] : [];
    });
    expect(several).toEqual([]);
  });

  it('[ARCH-9] rooms meet in wire.ts and nowhere else; api.ts gathers what they say of their doors', () => {
    const outside = source.filter(({ path }) => placeOf(path) === undefined && !meetings.includes(path));
    expect(offences(outside, (one) => placeOf(one.target) === undefined)).toEqual([]);
  });

  it('[ARCH-10] the platform knows neither rooms nor domain nor the way it is started', () => {
    const platform = source.filter(({ path }) => below(path, 'src/platform'));
    expect(offences(platform, (one) => !one.own || below(one.target, 'src/platform'))).toEqual([]);
  });

  it('[ARCH-11] the consoles take from the server its contract, and of the rest at most types', () => {
    const allowed = (one: Import): boolean =>
      !one.own || below(one.target, 'public', 'src/contract') || (one.typeOnly && below(one.target, 'src/domain'));
    expect(offences(consoles, allowed)).toEqual([]);
  });

  it('[ARCH-12] the simulators stand apart: the carrier knows nothing of the server, the floor its contract', () => {
    const allowed = (one: Import, from: Module): boolean =>
      !one.own ||
      below(one.target, 'sim') ||
      (!below(from.path, 'sim/carrier') && below(one.target, 'src/contract', 'src/domain'));
    expect(offences(simulators, allowed)).toEqual([]);
  });

  it('[ARCH-13] nothing needs itself in a circle', () => {
    expect(findCircles([...source, ...consoles, ...simulators])).toEqual([]);
  });

  it('[ARCH-14] no file is longer than can be read at once', () => {
    const long = [...source, ...consoles, ...simulators].filter(({ lines }) => lines > mostLines);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('[ARCH-15] what is exported has a name', () => {
    expect([...source, ...simulators].filter((one) => one.hasDefaultExport).map(({ path }) => path)).toEqual([]);
  });

  it('[ARCH-16] the environment is read in main.ts alone', () => {
    const readers = source.filter(({ path, text }) => path !== 'src/main.ts' && text.includes('process.env'));
    expect(readers.map(({ path }) => path)).toEqual([]);
  });

  it('[ARCH-17] tests run, all of them, against the real modules', () => {
    const forbidden = /\b(?:it|test|describe)\.(?:skip|only|todo)\b|\bvi\.mock\(/;
    const self = 'test/architecture.spec.ts';
    expect(tests.filter(({ path, text }) => path !== self && forbidden.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('[ARCH-18] every rule of docs/SPEC.md has a test, and every test of such a family has its rule', () => {
    const rules = idsInTables('docs/SPEC.md');
    const titles = idsInTitles('test');
    expect(rules.length).toBeGreaterThan(20);
    expect(titles.length).toBeGreaterThan(20);
    const tested = new Set(titles.map(({ id }) => id));
    expect(
      rules.filter((id) => !tested.has(id)),
      'rules without a test',
    ).toEqual([]);
    const families = new Set(rules.map(familyOf));
    const known = new Set(rules);
    const stray = titles.filter(({ id }) => families.has(familyOf(id)) && !known.has(id));
    expect(
      stray.map(({ id, file }) => `${id} in ${file}`),
      'tests without a rule',
    ).toEqual([]);
  });
});
