import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  failoverChain,
  failoverCircle,
  reachedTrunks,
  takesNumber,
  trunkOrder,
  type TrunkForChoice,
} from '../../src/domain/trunk-choice.ts';

const trunk = (trunkId: string, over: Partial<TrunkForChoice> = {}): TrunkForChoice => ({
  trunkId,
  usable: true,
  freeChannels: 1,
  priority: 1,
  weight: 1,
  prefixes: [],
  refusedPrefixes: [],
  failoverId: null,
  ...over,
});
const linked = (links: Record<string, string>) => (id: string) => links[id] ?? null;
const phone = '+8613800138000';

describe('which trunk a call goes over', () => {
  it.each([
    ['[TRK-6] no prefix takes every number', {}, true],
    ['[TRK-6] a prefix takes what begins so', { prefixes: ['+1', '+86'] }, true],
    ['[TRK-6] and nothing else', { prefixes: ['+1'] }, false],
    ['[TRK-6] what is refused wins over what is taken', { prefixes: ['+86'], refusedPrefixes: ['+86138'] }, false],
  ])('%s', (_, over, takes) => {
    expect(takesNumber(trunk('a', over), phone)).toBe(takes);
  });

  it.each([
    ['[TRK-6] smaller priorities first', [trunk('a', { priority: 2 }), trunk('b')], ['b', 'a']],
    ['[TRK-6] what is off, out or quiet is passed over', [trunk('a', { usable: false }), trunk('b')], ['b']],
    ['[TRK-6] a full one is passed over', [trunk('a', { freeChannels: 0 }), trunk('b')], ['b']],
    ['[TRK-6] one that does not take the number is passed over', [trunk('a', { prefixes: ['+1'] }), trunk('b')], ['b']],
    ['[TRK-6] nothing is left: no trunk', [trunk('a', { usable: false })], []],
  ])('%s', (_, all, order) => {
    expect(
      trunkOrder(
        all,
        all.map((one) => one.trunkId),
        phone,
        0,
      ),
    ).toEqual(order);
  });

  it('[TRK-6] a trunk that stands in comes after all of the campaign, though its priority is smaller', () => {
    const all = [trunk('a', { priority: 5, failoverId: 'c' }), trunk('b', { priority: 6 }), trunk('c')];
    expect(trunkOrder(all, ['a', 'b'], phone, 0)).toEqual(['a', 'b', 'c']);
  });

  it('[TRK-6] of two equals each leads as often as its weight says', () => {
    const all = [trunk('a', { weight: 3 }), trunk('b', { weight: 1 })];
    const draws = Array.from({ length: 1000 }, (_, at) => at / 1000);
    const leads = draws.filter((draw) => trunkOrder(all, ['a', 'b'], phone, draw)[0] === 'a').length;
    expect(leads).toBe(750);
  });

  it.each([
    [0.1, ['a', 'b', 'c']],
    [0.2, ['a', 'c', 'b']],
    [0.3125, ['b', 'a', 'c']],
    [0.6875, ['b', 'c', 'a']],
    [0.9, ['c', 'b', 'a']],
  ])('[TRK-6] the same draw, %s, goes on to decide who is second', (draw, order) => {
    const all = [trunk('a'), trunk('b', { weight: 2 }), trunk('c')];
    expect(trunkOrder(all, ['a', 'b', 'c'], phone, draw)).toEqual(order);
  });

  it('[TRK-6] a trunk that is not there any more stands in for nobody', () => {
    expect(trunkOrder([trunk('a', { failoverId: 'gone' })], ['a', 'gone'], phone, 0)).toEqual(['a']);
  });

  it('[TRK-6] reached are the own trunks and, on and on, those that stand in for them', () => {
    const all = [trunk('a', { failoverId: 'c' }), trunk('b'), trunk('c', { failoverId: 'd' }), trunk('d'), trunk('e')];
    expect([...reachedTrunks(all, ['b', 'a'])]).toEqual(['b', 'a', 'c', 'd']);
    expect([...reachedTrunks(all, [])]).toEqual([]);
    expect([...reachedTrunks([], ['gone'])]).toEqual(['gone']);
  });

  it('[TRK-6] the order names each usable trunk once, whatever is drawn', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (given, draw) => {
        const all = given.map((weight, at) => trunk(`t${at}`, { weight }));
        const ids = all.map((one) => one.trunkId);
        expect([...trunkOrder(all, ids, phone, draw)].sort()).toEqual([...ids].sort());
      }),
    );
  });

  it('[TRK-5] a failover that leads back is found, by its way', () => {
    expect(failoverCircle('a', linked({ a: 'b', b: 'c' }))).toBeNull();
    expect(failoverCircle('a', linked({ a: 'b', b: 'c', c: 'a' }))).toEqual(['a', 'b', 'c']);
    expect(failoverCircle('a', linked({ a: 'b', b: 'c', c: 'd', d: 'a' }))).toEqual(['a', 'b', 'c', 'd']);
    expect(failoverCircle('a', linked({ a: 'a' }))).toEqual(['a']);
  });

  it('[TRK-5] a stored circle ends all the same', () => {
    expect(failoverChain('a', linked({ a: 'b', b: 'c', c: 'b' }))).toEqual(['b', 'c']);
    expect(failoverChain('a', linked({ a: 'b' }))).toEqual(['b']);
  });
});
