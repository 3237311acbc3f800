import { AudioOutlined, SoundOutlined } from '@ant-design/icons';
import { Popover, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AudioSnapshot } from '../../shared/audio/audio-engine.ts';
import { useAudio, useAudioFigures, useFloor } from '../floor/floor-context.ts';
import { LevelBar } from '../device-check/level-bar.tsx';
import styles from './audio-quality.module.css';

type Grade = 'good' | 'fair' | 'poor' | 'idle';

/** Loss of 1 % or a gap a second is heard; a buffer above 150 ms makes people talk over each other. */
export function gradeOf({ link, legAttemptId, stats }: AudioSnapshot): Grade {
  if (link !== 'open') return 'poor';
  if (legAttemptId === null || stats === null) return 'idle';
  const lossRate = (stats.lost + stats.late) / Math.max(1, stats.received + stats.lost);
  if (lossRate > 0.05 || stats.underruns > 2 || (stats.rttMs ?? 0) > 500) return 'poor';
  if (lossRate > 0.01 || stats.underruns > 0 || stats.bufferMs > 150 || (stats.rttMs ?? 0) > 250) return 'fair';
  return 'good';
}

function Details(): ReactNode {
  const { t } = useTranslation();
  const { stats, targetMs, link } = useAudioFigures();
  const ms = (value: number | null | undefined): string =>
    value === null || value === undefined ? t('common.nothing') : `${Math.round(value)} ms`;
  const rows = [
    [t('audio.quality.received'), String(stats?.received ?? 0), undefined],
    [t('audio.quality.lost'), String(stats?.lost ?? 0), t('audio.quality.lostHint')],
    [t('audio.quality.late'), String(stats?.late ?? 0), t('audio.quality.lateHint')],
    [t('audio.quality.underruns'), String(stats?.underruns ?? 0), t('audio.quality.underrunsHint')],
    [t('audio.quality.buffer'), `${ms(stats?.bufferMs)} / ${ms(targetMs)}`, t('audio.quality.bufferHint')],
    [t('audio.quality.jitter'), ms(stats?.jitterMs), t('audio.quality.jitterHint')],
    [t('audio.quality.rtt'), ms(stats?.rttMs), t('audio.quality.rttHint')],
  ] as const;
  return (
    <div className={styles.details}>
      <div className={styles.link}>{t(`audio.link.${link}`)}</div>
      <dl>
        {rows.map(([name, value, hint]) => (
          <div key={name}>
            <dt>
              {name}
              {hint !== undefined && <small>{hint}</small>}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const bars = { good: 4, fair: 3, poor: 1, idle: 4 };

/** The quiet corner: two level meters and one mark of quality, figures on hover or focus. */
export function AudioQuality(): ReactNode {
  const { t } = useTranslation();
  const { engine } = useFloor();
  const running = useAudio((audio) => audio.phase === 'running');
  const muted = useAudio((audio) => audio.muted);
  const grade = useAudio(gradeOf);
  if (!running) return null;
  return (
    <div className={styles.quality}>
      <Tooltip title={t('audio.you')}>
        <span className={styles.meter}>
          <AudioOutlined />
          <LevelBar read={() => (muted ? 0 : engine.level('microphone'))} label={t('audio.you')} dark />
        </span>
      </Tooltip>
      <Tooltip title={t('audio.them')}>
        <span className={styles.meter}>
          <SoundOutlined />
          <LevelBar read={() => engine.level('speaker')} label={t('audio.them')} dark />
        </span>
      </Tooltip>
      <Popover
        content={<Details />}
        title={t('audio.quality.title')}
        trigger={['hover', 'focus']}
        placement="bottomRight"
      >
        <button type="button" className={styles.mark} data-grade={grade}>
          <span className={styles.bars} aria-hidden="true">
            {[1, 2, 3, 4].map((bar) => (
              <i key={bar} data-on={bar <= bars[grade]} style={{ height: 3 + bar * 3 }} />
            ))}
          </span>
          <span className={styles.grade}>{t(`audio.quality.${grade}`)}</span>
        </button>
      </Popover>
    </div>
  );
}
