import {
  CloseOutlined,
  PauseCircleFilled,
  PlayCircleFilled,
  StepBackwardOutlined,
  StepForwardOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import WaveSurfer from 'wavesurfer.js';
import { recordingPeaks, type RecordingPeaks } from '../../../src/contract/recording.ts';
import { request } from '../api/request.ts';
import { clockSpan } from '../format/span.ts';
import { FailureView } from '../ui/failure-view.tsx';
import styles from './recording-player.module.css';

const skipSeconds = 5;
const speeds = [1, 1.25, 1.5, 2];

interface Surface {
  readonly wave: WaveSurfer | null;
  readonly playing: boolean;
  readonly seconds: number;
  readonly failed: boolean;
}

function useWave(
  container: React.RefObject<HTMLDivElement | null>,
  mediaUrl: string,
  peaks: RecordingPeaks | undefined,
): Surface {
  const [surface, setSurface] = useState<Surface>({ wave: null, playing: false, seconds: 0, failed: false });
  useEffect(() => {
    if (container.current === null || peaks === undefined) return undefined;
    const change = (next: Partial<Surface>): void => setSurface((old) => ({ ...old, ...next }));
    const wave = WaveSurfer.create({
      container: container.current,
      url: mediaUrl,
      peaks: peaks.channels,
      duration: peaks.durationMs / 1_000,
      height: 34,
      barWidth: 2,
      barGap: 1,
      barRadius: 1,
      normalize: false,
      cursorColor: '#16283a',
      splitChannels: [
        { waveColor: '#9cc3e4', progressColor: '#0f6ab4' },
        { waveColor: '#a9d8c3', progressColor: '#0b7a4f' },
      ].slice(0, peaks.channels.length),
    });
    wave.on('play', () => change({ playing: true }));
    wave.on('pause', () => change({ playing: false }));
    wave.on('finish', () => change({ playing: false }));
    wave.on('timeupdate', (seconds) => change({ seconds }));
    wave.on('error', () => change({ failed: true, playing: false }));
    wave.once('ready', () => void wave.play().catch(() => change({ playing: false })));
    change({ wave, failed: false });
    return () => wave.destroy();
  }, [container, mediaUrl, peaks]);
  return surface;
}

/** Waveform first, audio by ranges as it is played: a long call starts at once. */
export function RecordingPlayer(props: {
  readonly recordingId: string;
  readonly mediaUrl: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const [speed, setSpeed] = useState(1);
  const peaks = useQuery({
    queryKey: ['peaks', props.recordingId],
    queryFn: ({ signal }) => request(recordingPeaks, `/api/recordings/${props.recordingId}/peaks`, { signal }),
    staleTime: Infinity,
  });
  const { wave, playing, seconds, failed } = useWave(container, props.mediaUrl, peaks.data);
  const skip = (by: number): void => wave?.skip(by);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') skip(-skipSeconds);
    else if (event.key === 'ArrowRight') skip(skipSeconds);
    else return;
    event.preventDefault();
  };

  if (peaks.isError) return <FailureView error={peaks.error} retry={() => void peaks.refetch()} />;
  return (
    <div className={styles.player}>
      <Button
        type="text"
        autoFocus
        className={styles.play ?? ''}
        icon={playing ? <PauseCircleFilled /> : <PlayCircleFilled />}
        aria-label={t(playing ? 'cases.recording.pause' : 'cases.recording.play')}
        disabled={wave === null}
        onClick={() => void wave?.playPause().catch(() => undefined)}
      />
      <div className={styles.middle}>
        <div className={styles.sides} aria-hidden="true">
          <span>{t('cases.recording.callee')}</span>
          {(peaks.data?.channels.length ?? 2) > 1 && <span>{t('cases.recording.agent')}</span>}
        </div>
        <div
          className={styles.wave}
          tabIndex={0}
          role="slider"
          aria-label={t('cases.recording.wave')}
          aria-valuemin={0}
          aria-valuemax={Math.round((peaks.data?.durationMs ?? 0) / 1_000)}
          aria-valuenow={Math.round(seconds)}
          aria-valuetext={clockSpan(seconds * 1_000)}
          onKeyDown={onKeyDown}
        >
          {peaks.isPending && <div className={styles.skeleton} aria-hidden="true" />}
          <div ref={container} />
        </div>
      </div>
      <div className={styles.side}>
        <span className={styles.time}>
          {clockSpan(seconds * 1_000)} / {clockSpan(peaks.data?.durationMs ?? 0)}
        </span>
        <span>
          <Button
            size="small"
            type="text"
            icon={<StepBackwardOutlined />}
            aria-label={t('cases.recording.back')}
            onClick={() => skip(-skipSeconds)}
          />
          <Button
            size="small"
            type="text"
            icon={<StepForwardOutlined />}
            aria-label={t('cases.recording.forward')}
            onClick={() => skip(skipSeconds)}
          />
          <Segmented
            size="small"
            aria-label={t('cases.recording.speed')}
            options={speeds.map((value) => ({ value, label: `${value}×` }))}
            value={speed}
            onChange={(value) => {
              setSpeed(value);
              wave?.setPlaybackRate(value, true);
            }}
          />
        </span>
      </div>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('cases.recording.close')}
        onClick={props.onClose}
      />
      {failed && (
        <div className={styles.failed} role="alert">
          {t('cases.recording.failed')}
        </div>
      )}
    </div>
  );
}
