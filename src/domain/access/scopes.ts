/** What of the interface a program may use, by the first word of the address; what is not named here is for people alone. */
const areaOf: Readonly<Record<string, string>> = {
  ...{ cases: 'cases', 'case-owners': 'cases', tasks: 'cases', numbers: 'cases', visits: 'cases', fraud: 'cases' },
  ...{ stops: 'cases', leaves: 'cases', suppressions: 'cases' },
  ...{ agent: 'calls', calls: 'calls', inbound: 'calls', floor: 'calls', callbacks: 'calls', routing: 'calls' },
  ...{ campaigns: 'campaigns', pacing: 'campaigns', progress: 'reports', alerts: 'reports', jobs: 'reports' },
  ...{
    rules: 'rules',
    calendars: 'rules',
    'zone-overrides': 'rules',
    windows: 'rules',
    probe: 'rules',
    configuration: 'rules',
  },
  ...{ trunks: 'trunks', 'caller-ids': 'trunks', placements: 'placements', payments: 'payments', promises: 'payments' },
  ...{ recordings: 'recordings', people: 'people', teams: 'people', 'access-policy': 'people' },
  ...{ audit: 'audit', webhooks: 'webhooks' },
};

/** Asked with a body and changing nothing. */
const reads =
  /^\/api\/(cases\/search|suppressions\/search|probe(\/week)?|configuration\/(versions|latest)|campaigns\/fit|zone-overrides\/effect|rules\/campaigns\/[^/]+\/check)$/;

export const scopeAreas = [...new Set(Object.values(areaOf))].sort();
export const scopes: readonly string[] = scopeAreas.flatMap((area) => [`${area}:read`, `${area}:write`]);

/** Null: no program may do this, whatever its scopes. */
export function scopeNeeded(method: string, path: string): string | null {
  const area = areaOf[/^\/api\/([a-z-]+)/.exec(path)?.[1] ?? ''];
  if (area === undefined) return null;
  return method === 'GET' || method === 'HEAD' || reads.test(path) ? `${area}:read` : `${area}:write`;
}
