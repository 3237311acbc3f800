import {
  AudioMutedOutlined,
  AudioOutlined,
  CustomerServiceOutlined,
  PauseOutlined,
  PhoneFilled,
  PlayCircleOutlined,
  TableOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../src/contract/agent.ts';
import { LevelBar } from '../device-check/level-bar.tsx';
import { useCallOrder } from '../floor/commands.ts';
import { useAudio, useFloor } from '../floor/floor-context.ts';
import { altKey, isAlt, useHotkeys } from '../hotkeys/use-hotkeys.ts';
import { Keypad } from './keypad.tsx';
import styles from './call-controls.module.css';

export function CallControls({ card }: { readonly card: CallCard }): ReactNode {
  const { t } = useTranslation();
  const { engine, announce } = useFloor();
  const muted = useAudio((audio) => audio.muted);
  const order = useCallOrder(card.attemptId);
  const [padOpen, setPadOpen] = useState(false);
  const live = card.endedAt === null;
  const padShown = padOpen && live;

  const toggleMute = (): void => {
    engine.setMuted(!muted);
    announce(t(muted ? 'floor.announce.unmuted' : 'floor.announce.muted'));
  };
  const toggleHold = (): void => order.mutate({ do: card.onHold ? 'resume' : 'hold' });
  const hangUp = (): void => order.mutate({ do: 'hangup' });

  const held = useRef(card.onHold);
  useEffect(() => {
    if (held.current === card.onHold) return;
    held.current = card.onHold;
    announce(t(card.onHold ? 'floor.announce.held' : 'floor.announce.resumed'));
  }, [card.onHold, announce, t]);

  useHotkeys((pressed) => {
    if (!live) return false;
    if (isAlt(pressed, 'KeyM')) toggleMute();
    else if (isAlt(pressed, 'KeyH')) toggleHold();
    else if (isAlt(pressed, 'KeyK')) setPadOpen((open) => !open);
    else if (isAlt(pressed, 'KeyX')) hangUp();
    else return false;
    return true;
  });

  return (
    <div className={styles.controls}>
      <div className={styles.meters}>
        <AudioOutlined aria-hidden="true" />
        <LevelBar read={() => (muted || !live ? 0 : engine.level('microphone'))} label={t('audio.you')} />
        <CustomerServiceOutlined aria-hidden="true" />
        <LevelBar read={() => (live ? engine.level('speaker') : 0)} label={t('audio.them')} />
      </div>
      {padShown && (
        <Keypad onDigits={(digits) => order.mutate({ do: 'dtmf', digits })} onClose={() => setPadOpen(false)} />
      )}
      <div className={styles.row}>
        <Button
          disabled={!live}
          icon={muted ? <AudioMutedOutlined /> : <AudioOutlined />}
          aria-pressed={muted}
          {...altKey('M')}
          data-on={muted}
          className={styles.toggle ?? ''}
          onClick={toggleMute}
        >
          {t(muted ? 'floor.call.unmute' : 'floor.call.mute')}
        </Button>
        <Button
          disabled={!live}
          icon={card.onHold ? <PlayCircleOutlined /> : <PauseOutlined />}
          aria-pressed={card.onHold}
          {...altKey('H')}
          data-on={card.onHold}
          className={styles.toggle ?? ''}
          onClick={toggleHold}
        >
          {t(card.onHold ? 'floor.call.resume' : 'floor.call.hold')}
        </Button>
        <Button
          disabled={!live}
          icon={<TableOutlined />}
          aria-expanded={padShown}
          {...altKey('K')}
          className={styles.toggle ?? ''}
          onClick={() => setPadOpen((open) => !open)}
        >
          {t('floor.call.keypad')}
        </Button>
      </div>
      <Button
        danger
        type="primary"
        block
        size="large"
        disabled={!live}
        loading={order.isPending && order.variables.do === 'hangup'}
        icon={<PhoneFilled rotate={225} />}
        {...altKey('X')}
        onClick={hangUp}
      >
        {t(live ? 'floor.call.hangUp' : 'floor.call.callEnded')}
      </Button>
    </div>
  );
}
