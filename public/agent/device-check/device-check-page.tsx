import {
  AudioOutlined,
  CheckCircleFilled,
  CustomerServiceOutlined,
  ExclamationCircleFilled,
  PlayCircleOutlined,
} from '@ant-design/icons';
import { Alert, Button, Form, Select } from 'antd';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  listDevices,
  rememberedChoice,
  speakerCanBeChosen,
  type AudioDevices,
  type DeviceChoice,
} from '../../shared/audio/audio-devices.ts';
import { useAudio, useFloor } from '../floor/floor-context.ts';
import { LevelBar } from './level-bar.tsx';
import styles from './device-check-page.module.css';

const standard: DeviceChoice = { microphoneId: 'default', speakerId: 'default' };

/** Before the first Ready: hear and be heard. */
export function DeviceCheckPage({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const { engine } = useFloor();
  const phase = useAudio((audio) => audio.phase);
  const failure = useAudio((audio) => audio.failure);
  const [choice, setChoice] = useState<DeviceChoice>(() => rememberedChoice() ?? standard);
  const [devices, setDevices] = useState<AudioDevices>({ microphones: [], speakers: [] });
  const [heard, setHeard] = useState(false);
  const running = phase === 'running';

  const open = useCallback(
    async (wanted: DeviceChoice) => {
      setHeard(false);
      setChoice(wanted);
      await engine.start(wanted);
      if (engine.getSnapshot().phase === 'running') setDevices(await listDevices());
    },
    [engine],
  );

  useEffect(() => {
    if (!running) return undefined;
    const refresh = (): void => void listDevices().then(setDevices);
    refresh();
    navigator.mediaDevices.addEventListener('devicechange', refresh);
    return () => navigator.mediaDevices.removeEventListener('devicechange', refresh);
  }, [running]);

  const options = (list: readonly MediaDeviceInfo[]): { value: string; label: string }[] => {
    const named = list.map((device) => ({
      value: device.deviceId,
      label: device.label === '' ? device.deviceId : device.label,
    }));
    return named.some(({ value }) => value === 'default')
      ? named
      : [{ value: 'default', label: t('audio.check.standard') }, ...named];
  };

  return (
    <main className={styles.page}>
      <section className={styles.panel} aria-labelledby="sound-check">
        <h1 id="sound-check">{t('audio.check.title')}</h1>
        <p className="cd-soft">{t('audio.check.lead')}</p>
        {failure !== null && (
          <Alert
            type="error"
            showIcon
            className={styles.failure ?? ''}
            title={t(`audio.failure.${failure}.title`)}
            description={t(`audio.failure.${failure}.remedy`)}
          />
        )}
        {!running ? (
          <Button
            type="primary"
            size="large"
            block
            autoFocus
            icon={<AudioOutlined />}
            loading={phase === 'starting' ? { delay: 100 } : false}
            onClick={() => void open(choice)}
          >
            {t(failure === null ? 'audio.check.start' : 'common.retry')}
          </Button>
        ) : (
          <Form layout="vertical" requiredMark={false}>
            <Form.Item label={t('audio.check.microphone')}>
              <Select
                aria-label={t('audio.check.microphone')}
                prefix={<AudioOutlined />}
                value={choice.microphoneId}
                options={options(devices.microphones)}
                onChange={(microphoneId) => void open({ ...choice, microphoneId })}
              />
              <div className={styles.level}>
                <LevelBar
                  read={() => engine.level('microphone')}
                  label={t('audio.check.level')}
                  onHeard={() => setHeard(true)}
                />
              </div>
              <div className={styles.verdict} aria-live="polite" data-heard={heard}>
                {heard ? <CheckCircleFilled /> : <ExclamationCircleFilled />}
                {heard ? t('audio.check.heard') : t('audio.check.speak')}
              </div>
            </Form.Item>
            <Form.Item
              label={t('audio.check.speaker')}
              extra={speakerCanBeChosen() ? undefined : t('audio.check.speakerFixed')}
            >
              <Select
                aria-label={t('audio.check.speaker')}
                prefix={<CustomerServiceOutlined />}
                disabled={!speakerCanBeChosen()}
                value={choice.speakerId}
                options={options(devices.speakers)}
                onChange={(speakerId) => void open({ ...choice, speakerId })}
              />
              <div className={styles.tone}>
                <Button icon={<PlayCircleOutlined />} onClick={() => engine.playTestTone()}>
                  {t('audio.check.tone')}
                </Button>
                <span className="cd-soft">{t('audio.check.toneHint')}</span>
              </div>
            </Form.Item>
            <Button type="primary" size="large" block autoFocus onClick={onDone}>
              {t('audio.check.done')}
            </Button>
          </Form>
        )}
      </section>
    </main>
  );
}
