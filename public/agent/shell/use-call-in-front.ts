import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useAudio, useFloor } from '../floor/floor-context.ts';

/**
 * A call connects by itself, so it brings its card with it: from the case list, a case page or the sound check, in the
 * window that has the sound. Once for each call: who then looks something up elsewhere is left there.
 */
export function useCallInFront(isConsole: boolean, leaveSoundCheck: () => void): void {
  const navigate = useNavigate();
  const { call } = useFloor().view;
  const hears = useAudio((audio) => audio.phase === 'running' && audio.link !== 'replaced');
  const liveId = call !== null && call.endedAt === null ? call.attemptId : null;
  const broughtFor = useRef<string | null>(null);
  const leave = useRef(leaveSoundCheck);
  useEffect(() => {
    leave.current = leaveSoundCheck;
  });
  useEffect(() => {
    if (liveId === null || !hears || broughtFor.current === liveId) return;
    broughtFor.current = liveId;
    leave.current();
    if (!isConsole) void navigate('/');
  }, [liveId, hears, isConsole, navigate]);
}
