import { Skeleton } from 'antd';
import { BrokenPage } from '../ui/broken-page.tsx';
import { lazy, Suspense, type ComponentProps, type ReactNode } from 'react';

/** The waveform's library comes with the first recording that is played. */
const Player = lazy(async () => ({ default: (await import('./recording-player.tsx')).RecordingPlayer }));

export function RecordingPlayer(props: ComponentProps<typeof Player>): ReactNode {
  return (
    <BrokenPage>
      <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: 84 }} />}>
        <Player {...props} />
      </Suspense>
    </BrokenPage>
  );
}
