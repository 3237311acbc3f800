import { useEffect, useRef, type ReactNode } from 'react';
import styles from './level-bar.module.css';

/** -60 dBFS is empty, -6 dBFS is full: a voice in a headset moves the middle. */
const share = (rms: number): number => Math.max(0, Math.min(1, (20 * Math.log10(Math.max(rms, 1e-5)) + 60) / 54));

/** Drawn past React: twenty times a second is too often to render a page. */
export function LevelBar(props: {
  readonly read: () => number;
  readonly label: string;
  readonly dark?: boolean;
  readonly onHeard?: () => void;
}): ReactNode {
  const fill = useRef<HTMLSpanElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    let shown = 0;
    const timer = setInterval(() => {
      const level = share(latest.current.read());
      shown = level > shown ? level : shown * 0.8 + level * 0.2;
      if (fill.current !== null) fill.current.style.clipPath = `inset(0 ${((1 - shown) * 100).toFixed(1)}% 0 0)`;
      if (level > 0.35) latest.current.onHeard?.();
    }, 50);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className={styles.bar} data-dark={props.dark === true} role="img" aria-label={props.label}>
      <span ref={fill} className={styles.fill} />
    </span>
  );
}
