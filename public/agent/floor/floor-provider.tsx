import { useQueryClient } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { audioSocketPath } from '../../../src/contract/agent-socket.ts';
import { AudioEngine } from '../../shared/audio/audio-engine.ts';
import { showAudioMeter } from '../../shared/audio/audio-meter.ts';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { openAgentSocket } from './agent-socket.ts';
import { useFloorQuery } from './bootstrap.ts';
import { FloorContext } from './floor-context.ts';
import { LiveRegion, type Spoken } from './live-region.tsx';
import { tabId } from './tab-id.ts';

/** Sound, socket and the last known state of the floor, for as long as the agent is signed in. */
export function FloorProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useFloorQuery(client);
  const [engine] = useState(() => new AudioEngine());
  const [socketUp, setSocketUp] = useState(true);
  const [spoken, setSpoken] = useState<Spoken>({ text: '', urgent: false, nth: 0 });
  const connected = useRef(false);

  const announce = useCallback(
    (text: string, urgent = false) => setSpoken(({ nth }) => ({ text, urgent, nth: nth + 1 })),
    [],
  );

  useEffect(
    () =>
      openAgentSocket(client, {
        up: setSocketUp,
        roundTrip: (ms) => engine.reportRoundTrip(ms),
        refused: () => void client.invalidateQueries({ queryKey: ['session'] }),
      }),
    [client, engine],
  );

  useEffect(() => {
    const hideMeter = showAudioMeter(engine);
    const wake = (): void => void engine.resume();
    window.addEventListener('pointerdown', wake);
    window.addEventListener('keydown', wake);
    const unsubscribe = engine.subscribe(() => {
      const { phase, refused } = engine.getSnapshot();
      if (phase === 'running' && !connected.current) {
        connected.current = true;
        engine.connect(`${location.origin.replace(/^http/, 'ws')}${audioSocketPath}`, tabId());
      }
      if (refused) void client.invalidateQueries({ queryKey: ['session'] });
    });
    return () => {
      hideMeter();
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
      unsubscribe();
      connected.current = false;
      void engine.stop();
    };
  }, [engine, client]);

  const view = query.data;
  const floor = useMemo(
    () => (view === undefined ? null : { view, engine, socketUp, announce }),
    [view, engine, socketUp, announce],
  );

  if (floor === null) {
    if (query.isError) return <FailureView error={query.error} retry={() => void query.refetch()} />;
    return <Spin fullscreen description={t('common.loading')} />;
  }
  return (
    <FloorContext value={floor}>
      {children}
      <LiveRegion spoken={spoken} />
    </FloorContext>
  );
}
