import { captureProcessor, playbackProcessor } from './audio-messages.ts';
import captureUrl from './capture-worklet.ts?worker&url';
import { dominantFrequency } from './dominant-frequency.ts';
import playbackUrl from './playback-worklet.ts?worker&url';

/** The page's audio nodes: microphone -> capture, playback -> loudspeaker, with a meter on each. */

export interface AudioGraph {
  readonly context: AudioContext;
  /** Ports for the worker; can be had once. */
  takePorts(): { playback: MessagePort; capture: MessagePort };
  setMicrophone(stream: MediaStream): void;
  level(side: 'microphone' | 'speaker'): number;
  downlink(): { rms: number; dominantHz: number };
  tone(hertz: number, seconds: number, gain: number, delaySeconds?: number): void;
  close(): Promise<void>;
}

/** What comes from the network, made audible. */
export const makePlayback = (context: AudioContext): AudioWorkletNode =>
  new AudioWorkletNode(context, playbackProcessor, {
    numberOfInputs: 0,
    numberOfOutputs: 1,
    outputChannelCount: [1],
  });

/** The worker's end of the way to a worklet. */
export function portTo(node: AudioWorkletNode): MessagePort {
  const { port1, port2 } = new MessageChannel();
  node.port.postMessage(port2, [port2]);
  return port1;
}

export { playbackUrl };

export async function buildAudioGraph(): Promise<AudioGraph> {
  const context = new AudioContext({ latencyHint: 'interactive' });
  await Promise.all([context.audioWorklet.addModule(playbackUrl), context.audioWorklet.addModule(captureUrl)]);
  const playback = makePlayback(context);
  const capture = new AudioWorkletNode(context, captureProcessor, {
    numberOfInputs: 1,
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  const meters = { microphone: context.createAnalyser(), speaker: context.createAnalyser() };
  meters.microphone.fftSize = 1_024;
  meters.speaker.fftSize = 8_192;
  meters.speaker.smoothingTimeConstant = 0;
  playback.connect(meters.speaker).connect(context.destination);
  let source: MediaStreamAudioSourceNode | null = null;

  const samples = new Float32Array(1_024);
  const rms = (meter: AnalyserNode): number => {
    meter.getFloatTimeDomainData(samples);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  };
  const spectrum = new Float32Array(meters.speaker.frequencyBinCount);

  return {
    context,
    takePorts: () => ({ playback: portTo(playback), capture: portTo(capture) }),
    setMicrophone(stream) {
      source?.disconnect();
      source = context.createMediaStreamSource(stream);
      source.connect(capture);
      source.connect(meters.microphone);
    },
    level: (side) => rms(meters[side]),
    downlink() {
      meters.speaker.getFloatFrequencyData(spectrum);
      return { rms: rms(meters.speaker), dominantHz: dominantFrequency(spectrum, context.sampleRate) };
    },
    tone(hertz, seconds, gain, delaySeconds = 0) {
      const start = context.currentTime + delaySeconds;
      const oscillator = new OscillatorNode(context, { frequency: hertz });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(gain, start + 0.015);
      volume.gain.setValueAtTime(gain, start + seconds - 0.03);
      volume.gain.linearRampToValueAtTime(0, start + seconds);
      oscillator.connect(volume).connect(context.destination);
      oscillator.start(start);
      oscillator.stop(start + seconds);
    },
    async close() {
      source?.disconnect();
      await context.close();
    },
  };
}
