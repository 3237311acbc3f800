import { describe, expect, it } from 'vitest';
import { isSameOrigin } from '../../src/access/http/same-origin.ts';

const publicUrl = 'https://dialer.example.com';
const host = 'dialer.example.com';
const facts = { method: 'POST', origin: undefined, fetchSite: undefined, host };

describe('where a change may be asked from', () => {
  it.each([
    ['[ACC-8] reading is free', { ...facts, method: 'GET', origin: 'https://evil.test' }, true],
    ['[ACC-8] the console itself', { ...facts, fetchSite: 'same-origin' }, true],
    ['[ACC-8] typed by hand', { ...facts, fetchSite: 'none' }, true],
    ['[ACC-8] a sister site', { ...facts, fetchSite: 'same-site' }, false],
    [
      '[ACC-8] a foreign site that also forges its origin',
      { ...facts, fetchSite: 'cross-site', origin: publicUrl },
      false,
    ],
    ['[ACC-8] an old browser, own page', { ...facts, origin: publicUrl }, true],
    ['[ACC-8] an old browser behind a proxy', { ...facts, origin: publicUrl, host: '10.0.0.5:3000' }, true],
    ['[ACC-8] an old browser, foreign page', { ...facts, origin: 'https://evil.test' }, false],
    ['[ACC-8] a sandboxed page', { ...facts, origin: 'null' }, false],
    ['[ACC-8] a program', facts, true],
  ])('%s', (_, given, expected) => {
    expect(isSameOrigin(given, publicUrl)).toBe(expected);
  });
});
