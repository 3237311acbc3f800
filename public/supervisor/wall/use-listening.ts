import { useCallback, useEffect, useRef, useState } from 'react';
import { showAudioMeter } from '../../shared/audio/audio-meter.ts';
import type { LinkState } from '../../shared/audio/audio-messages.ts';
import { ListenIn } from './listen-in.ts';

export interface Listening {
  readonly attemptId: string | null;
  readonly link: LinkState;
  readonly failed: boolean;
  readonly start: (attemptId: string) => void;
  readonly stop: () => void;
}

/** At most one call is heard at a time; leaving the page ends it. */
export function useListening(): Listening {
  const [attemptId, setAttemptId] = useState<string | null>(null);
  const [link, setLink] = useState<LinkState>('off');
  const [failed, setFailed] = useState(false);
  const end = useRef<() => void>(() => undefined);

  const stop = useCallback(() => {
    end.current();
    end.current = () => undefined;
    setAttemptId(null);
  }, []);
  const start = useCallback((wanted: string) => {
    end.current();
    setAttemptId(wanted);
    setLink('connecting');
    setFailed(false);
    let gone = false;
    const opening = ListenIn.open(wanted, (state) => {
      if (!gone) setLink(state);
    });
    let hideMeter = (): void => undefined;
    opening.then(
      (sound) => {
        if (!gone) hideMeter = showAudioMeter(sound);
      },
      () => {
        if (!gone) setFailed(true);
      },
    );
    end.current = () => {
      gone = true;
      hideMeter();
      opening.then(
        (sound) => sound.close(),
        () => undefined,
      );
    };
  }, []);
  useEffect(() => () => end.current(), []);
  return { attemptId, link, failed, start, stop };
}
