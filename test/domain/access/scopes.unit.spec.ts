import { describe, expect, it } from 'vitest';
import { scopeAreas, scopeNeeded, scopes } from '../../../src/domain/access/scopes.ts';

describe('what a program has to be allowed', () => {
  it.each([
    ['GET', '/api/cases/1', 'cases:read'],
    ['HEAD', '/api/tasks', 'cases:read'],
    ['POST', '/api/cases/1/stops', 'cases:write'],
    ['POST', '/api/cases/search', 'cases:read'],
    ['POST', '/api/cases/search/more', 'cases:write'],
    ['POST', '/api/suppressions/search', 'cases:read'],
    ['POST', '/api/probe', 'rules:read'],
    ['POST', '/api/probe/week', 'rules:read'],
    ['POST', '/api/configuration/versions', 'rules:read'],
    ['POST', '/api/configuration/latest', 'rules:read'],
    ['POST', '/api/configuration', 'rules:write'],
    ['POST', '/api/campaigns/fit', 'campaigns:read'],
    ['POST', '/api/zone-overrides/effect', 'rules:read'],
    ['POST', '/api/rules/campaigns/abc/check', 'rules:read'],
    ['POST', '/api/rules/campaigns/a/b/check', 'rules:write'],
    ['DELETE', '/api/case-owners/1', 'cases:write'],
    ['GET', '/api/agent/state', 'calls:read'],
    ['GET', '/api/progress', 'reports:read'],
    ['PUT', '/api/trunks/1', 'trunks:write'],
    ['GET', '/api/placements', 'placements:read'],
    ['GET', '/api/promises', 'payments:read'],
    ['GET', '/api/recordings/1', 'recordings:read'],
    ['GET', '/api/access-policy', 'people:read'],
    ['GET', '/api/audit', 'audit:read'],
    ['POST', '/api/webhooks', 'webhooks:write'],
  ])('[KEY-2] %s %s: %s', (method, path, needed) => {
    expect(scopeNeeded(method, path)).toBe(needed);
    expect(scopes).toContain(needed);
  });

  it('[KEY-2] what is not named is for people alone', () => {
    for (const path of ['/api/session', '/api/keys', '/api/', '/cases', '/x/api/cases', '/api/Cases']) {
      expect(scopeNeeded('GET', path), path).toBeNull();
    }
  });

  it('[KEY-2] each area can be read and written, in the order of its name', () => {
    expect(scopeAreas).toEqual([...scopeAreas].sort());
    expect(new Set(scopeAreas).size).toBe(scopeAreas.length);
    expect(scopes).toEqual(scopeAreas.flatMap((area) => [`${area}:read`, `${area}:write`]));
  });
});
