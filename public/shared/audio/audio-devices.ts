/** Microphone and loudspeaker: what there is, what was chosen, why one cannot be had. */

export type DeviceFailure = 'unsupported' | 'insecure' | 'permission_denied' | 'no_microphone' | 'microphone_busy';

export interface DeviceChoice {
  readonly microphoneId: string;
  readonly speakerId: string;
}

export interface AudioDevices {
  readonly microphones: readonly MediaDeviceInfo[];
  readonly speakers: readonly MediaDeviceInfo[];
}

const choiceKey = 'casedial.audio.devices';
const standard: DeviceChoice = { microphoneId: 'default', speakerId: 'default' };

export function rememberedChoice(): DeviceChoice | null {
  const stored = localStorage.getItem(choiceKey);
  if (stored === null) return null;
  const [microphoneId, speakerId] = stored.split('\n');
  return { microphoneId: microphoneId ?? standard.microphoneId, speakerId: speakerId ?? standard.speakerId };
}

export function rememberChoice(choice: DeviceChoice): void {
  localStorage.setItem(choiceKey, `${choice.microphoneId}\n${choice.speakerId}`);
}

export const speakerCanBeChosen = (): boolean => 'setSinkId' in AudioContext.prototype;

export async function listDevices(): Promise<AudioDevices> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return {
    microphones: all.filter((device) => device.kind === 'audioinput'),
    speakers: all.filter((device) => device.kind === 'audiooutput'),
  };
}

export class MicrophoneRefused extends Error {
  readonly because: DeviceFailure;
  constructor(because: DeviceFailure, cause?: unknown) {
    super(because, { cause });
    this.because = because;
  }
}

const failureByName: Readonly<Record<string, DeviceFailure>> = {
  NotAllowedError: 'permission_denied',
  SecurityError: 'permission_denied',
  NotFoundError: 'no_microphone',
  OverconstrainedError: 'no_microphone',
  NotReadableError: 'microphone_busy',
  AbortError: 'microphone_busy',
};

/** Opens the chosen microphone; a remembered one that is gone falls back to the system's standard. */
export async function openMicrophone(microphoneId: string): Promise<MediaStream> {
  if (!window.isSecureContext) throw new MicrophoneRefused('insecure');
  // Typed as always present, absent in old or locked-down browsers.
  if ((navigator.mediaDevices as MediaDevices | undefined) === undefined) throw new MicrophoneRefused('unsupported');
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: {
        deviceId: { ideal: microphoneId },
        channelCount: 1,
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
      },
    });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    throw new MicrophoneRefused(failureByName[name] ?? 'microphone_busy', error);
  }
}
