import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AudioEngine, AudioSnapshot } from '../../shared/audio/audio-engine.ts';
import type { FloorView } from './bootstrap.ts';

export interface Floor {
  readonly view: FloorView;
  readonly engine: AudioEngine;
  /** The socket that tells about calls and states is up. */
  readonly socketUp: boolean;
  /** Speaks to screen readers; `urgent` interrupts. */
  readonly announce: (text: string, urgent?: boolean) => void;
}

export const FloorContext = createContext<Floor | null>(null);

export function useFloor(): Floor {
  const floor = useContext(FloorContext);
  if (floor === null) throw new Error('outside of the floor');
  return floor;
}

export function useAudio(): AudioSnapshot {
  const { engine } = useFloor();
  return useSyncExternalStore(engine.subscribe, engine.getSnapshot);
}
