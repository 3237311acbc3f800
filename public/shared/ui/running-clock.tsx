import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { clockSpan } from '../format/span.ts';

/** One ticker for all clocks of the page, so that they change together. */
const clocks = new Set<() => void>();
let ticker: ReturnType<typeof setInterval> | undefined;

function tick(draw: () => void): () => void {
  clocks.add(draw);
  ticker ??= setInterval(() => clocks.forEach((each) => each()), 500);
  return () => {
    clocks.delete(draw);
    if (clocks.size > 0) return;
    clearInterval(ticker);
    ticker = undefined;
  };
}

/**
 * Time since an instant of the server's clock; stands still once there is an end. Written past React: a page that
 * renders twice a second for its clocks never gets to draw what may wait.
 */
export function RunningClock(props: {
  readonly startAt: number;
  readonly endAt?: number | null;
  /** How far the server's clock is ahead of this computer's. */
  readonly offsetMs: number;
  readonly className?: string | undefined;
  readonly label?: string;
}): ReactNode {
  const { startAt, endAt = null, offsetMs } = props;
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const draw = (): void => {
      const text = clockSpan((endAt ?? Date.now() + offsetMs) - startAt);
      if (place.current !== null && place.current.textContent !== text) place.current.textContent = text;
    };
    draw();
    return endAt === null ? tick(draw) : undefined;
  }, [startAt, endAt, offsetMs]);
  return <span ref={place} className={props.className} role="timer" aria-label={props.label} />;
}
