export interface RetryPolicy {
  connectMs: number;
  readMs: number;
  totalMs: number;
  retries: number;
  on: ReadonlySet<'4xx' | '5xx' | 'ct' | 'rt'>;
}

const KINDS = ['4xx', '5xx', 'ct', 'rt'] as const;

/** Reads the overrides after `#` (`ct`, `rt`, `tt`, `rc`, `rp`); values outside their bounds are ignored. */
export function retryPolicyOf(url: string): RetryPolicy {
  const fragment = new URLSearchParams(url.includes('#') ? url.slice(url.indexOf('#') + 1) : '');
  const within = (name: string, low: number, high: number, otherwise: number): number => {
    const raw = fragment.get(name);
    const value = raw === null || !/^\d+$/.test(raw) ? Number.NaN : Number(raw);
    return value >= low && value <= high ? value : otherwise;
  };
  const named = (fragment.get('rp') ?? 'ct').split(',').map((word) => word.trim());
  const kinds = named.includes('all') ? KINDS : KINDS.filter((kind) => named.includes(kind));
  return {
    connectMs: within('ct', 100, 10_000, 5000),
    readMs: within('rt', 100, 15_000, 15_000),
    totalMs: within('tt', 100, 15_000, 15_000),
    retries: within('rc', 0, 5, 1),
    on: new Set(kinds),
  };
}
