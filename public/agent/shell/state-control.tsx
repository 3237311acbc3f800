import { CoffeeOutlined, DownOutlined, PhoneOutlined } from '@ant-design/icons';
import { Button, Dropdown, Space } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { breakReasons, type AgentStateView, type BreakReason } from '../../../src/contract/agent.ts';
import { RunningClock } from '../../shared/ui/running-clock.tsx';
import { useTerm } from '../../shared/i18n/use-term.ts';
import { useSetState } from '../floor/commands.ts';
import { useFloor } from '../floor/floor-context.ts';
import { altKey, isAlt, useHotkeys } from '../hotkeys/use-hotkeys.ts';
import styles from './state-control.module.css';

function useStateWords(): (state: AgentStateView) => string {
  const { t } = useTranslation();
  const term = useTerm();
  return ({ state, reason }) =>
    state === 'on_break' && reason !== null && (breakReasons as readonly string[]).includes(reason)
      ? `${t('terms.agentState.on_break')} · ${term('breakReason', reason)}`
      : t(`terms.agentState.${state}`);
}

/** The state, how long it has lasted, and what the agent may ask for from here. */
export function StateControl({ ready }: { readonly ready: boolean }): ReactNode {
  const { t } = useTranslation();
  const { view, announce } = useFloor();
  const words = useStateWords()(view.state);
  const setState = useSetState();
  const [menuOpen, setMenuOpen] = useState(false);
  const { state, wish } = view.state;
  const inCall = state === 'reserved' || state === 'talking' || state === 'wrapping_up';
  const canReady =
    ready && !setState.isPending && state !== 'ready' && state !== 'wrapping_up' && !(inCall && wish !== 'on_break');
  const canBreak = !setState.isPending && state !== 'on_break' && state !== 'wrapping_up';

  const spoken = useRef(words);
  useEffect(() => {
    if (spoken.current === words) return;
    spoken.current = words;
    announce(t('floor.announce.state', { state: words }));
  }, [words, announce, t]);

  const askReady = (): void => setState.mutate({ to: 'ready' });
  const askBreak = (reason: BreakReason): void => setState.mutate({ to: 'on_break', reason });

  useHotkeys((pressed) => {
    if (isAlt(pressed, 'KeyR') && canReady) askReady();
    else if (isAlt(pressed, 'KeyB') && canBreak) setMenuOpen(true);
    else return false;
    return true;
  });

  return (
    <div className={styles.control}>
      <div className={styles.pill} data-state={state}>
        <span className={styles.dot} aria-hidden="true" />
        <span className={styles.word}>{words}</span>
        <RunningClock startAt={view.state.since} offsetMs={view.offsetMs} className={styles.since} />
      </div>
      <Space.Compact>
        <Button
          icon={<PhoneOutlined />}
          onClick={askReady}
          disabled={!canReady}
          loading={setState.isPending && setState.variables.to === 'ready'}
          className={styles.ready ?? ''}
          {...altKey('R')}
        >
          {t('floor.askReady')}
        </Button>
        <Dropdown
          open={menuOpen}
          onOpenChange={setMenuOpen}
          trigger={['click']}
          disabled={!canBreak}
          autoFocus
          menu={{
            items: breakReasons.map((reason) => ({ key: reason, label: t(`terms.breakReason.${reason}`) })),
            onClick: ({ key }) => askBreak(key as BreakReason),
          }}
        >
          <Button icon={<CoffeeOutlined />} disabled={!canBreak} {...altKey('B')} aria-label={t('floor.breakMenu')}>
            {t('floor.askBreak')}
            <DownOutlined />
          </Button>
        </Dropdown>
      </Space.Compact>
      {inCall && wish === 'on_break' && (
        <span className={styles.wish}>{t('floor.afterCall', { state: t('terms.agentState.on_break') })}</span>
      )}
    </div>
  );
}
