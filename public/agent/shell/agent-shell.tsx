import { Spin } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { rememberedChoice } from '../../shared/audio/audio-devices.ts';
import { HandDialProvider } from '../by-hand/hand-dial-provider.tsx';
import { PreviewStrip } from '../by-hand/preview-strip.tsx';
import { DeviceCheckPage } from '../device-check/device-check-page.tsx';
import { useAudio, useFloor } from '../floor/floor-context.ts';
import { useCallInFront } from './use-call-in-front.ts';
import { Notices } from './notices.tsx';
import { TopBar } from './top-bar.tsx';
import styles from './agent-shell.module.css';

type Gate = 'looking' | 'check' | 'open';

/** A microphone that was chosen before and is still allowed opens by itself: a reload in mid-call must not ask. */
async function mayOpenAlone(): Promise<boolean> {
  if (rememberedChoice() === null) return false;
  try {
    return (await navigator.permissions.query({ name: 'microphone' })).state === 'granted';
  } catch {
    return false;
  }
}

export function AgentShell(): ReactNode {
  const { t } = useTranslation();
  const { engine, view } = useFloor();
  const link = useAudio((audio) => audio.link);
  const isConsole = useLocation().pathname === '/';
  const [gate, setGate] = useState<Gate>('looking');

  useEffect(() => {
    // A case page in a second tab must not take the calls away from the first.
    if (!isConsole || gate !== 'looking') return;
    void (async () => {
      const choice = rememberedChoice();
      if (choice === null || !(await mayOpenAlone())) {
        setGate('check');
        return;
      }
      await engine.start(choice);
      setGate(engine.getSnapshot().phase === 'running' ? 'open' : 'check');
    })();
  }, [engine, gate, isConsole]);

  useCallInFront(isConsole, () => setGate('open'));

  const content = (): ReactNode => {
    if (!isConsole) return <Outlet />;
    if (gate === 'looking') return <Spin description={t('common.loading')} className={styles.waiting ?? ''} />;
    return gate === 'check' ? <DeviceCheckPage onDone={() => setGate('open')} /> : <Outlet />;
  };

  return (
    <div className={styles.shell} data-agent-state={view.state.state} data-audio-link={link}>
      <TopBar ready={gate === 'open'} onSoundCheck={() => setGate('check')} />
      <Notices />
      <PreviewStrip />
      <HandDialProvider>
        <div className={styles.content}>{content()}</div>
      </HandDialProvider>
    </div>
  );
}
