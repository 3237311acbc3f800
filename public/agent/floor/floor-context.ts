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

/** One value of the audio engine's state; renders only when that value changes, not with every report. */
export function useAudio<T extends string | number | boolean | null>(select: (audio: AudioSnapshot) => T): T {
  const { engine } = useFloor();
  return useSyncExternalStore(engine.subscribe, () => select(engine.getSnapshot()));
}

/** All of it, once a second: for the few places that show figures. */
export function useAudioFigures(): AudioSnapshot {
  const { engine } = useFloor();
  return useSyncExternalStore(engine.subscribe, engine.getSnapshot);
}
