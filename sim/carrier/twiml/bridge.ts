import type { FrameSource } from '../audio/frames.ts';
import type { Call } from '../exchange/call.ts';

/** Joins two legs so that each hears the other. Returns how to part them. */
export function bridge(left: Call, right: Call): () => void {
  const hearRight: FrameSource = { pull: () => right.fromParty };
  const hearLeft: FrameSource = { pull: () => left.fromParty };
  void left.play(hearRight);
  void right.play(hearLeft);
  return () => {
    left.stopPlaying(hearRight);
    right.stopPlaying(hearLeft);
  };
}

/** Resolves when the call is over. */
export function whenOver(call: Call): Promise<void> {
  if (call.isOver) return Promise.resolve();
  return new Promise((resolve) => void call.atEnd.push(resolve));
}
