/** Diagnostics, read-only: how loud and how high what this page plays from the network is right now. No audio leaves it. */
export interface AudioMeter {
  readonly rms: number;
  readonly dominantHz: number;
}

declare global {
  interface Window {
    __audioMeter?: () => AudioMeter;
  }
}

export function showAudioMeter(engine: { downlink(): AudioMeter }): () => void {
  window.__audioMeter = () => engine.downlink();
  return () => {
    delete window.__audioMeter;
  };
}
