import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAudio, useFloor } from '../floor/floor-context.ts';
import styles from './notices.module.css';

/** What keeps calls away or will soon, over the page so that nothing below moves. */
export function Notices(): ReactNode {
  const { t } = useTranslation();
  const { engine, socketUp } = useFloor();
  const running = useAudio((audio) => audio.phase === 'running');
  const link = useAudio((audio) => audio.link);
  const refused = useAudio((audio) => audio.refused);
  const suspended = useAudio((audio) => audio.suspended);
  const microphoneLost = useAudio((audio) => audio.microphoneLost);
  const notices: { key: string; text: string; kind: 'warning' | 'error'; action?: ReactNode }[] = [];
  if (!socketUp) notices.push({ key: 'socket', text: t('floor.socketDown'), kind: 'error' });
  if (link === 'replaced') {
    const take = (
      <Button size="small" type="primary" onClick={() => engine.takeSeat()}>
        {t('audio.takeSeat')}
      </Button>
    );
    notices.push({ key: 'replaced', text: t('audio.replaced'), kind: 'warning', action: take });
  }
  if (running && link === 'connecting' && socketUp) {
    notices.push({ key: 'link', text: t(refused ? 'audio.refused' : 'audio.reconnecting'), kind: 'error' });
  }
  if (running && suspended) notices.push({ key: 'suspended', text: t('audio.suspended'), kind: 'warning' });
  if (running && microphoneLost) notices.push({ key: 'mic', text: t('audio.microphoneLost'), kind: 'error' });
  return (
    <div className={styles.notices} role="status">
      {notices.map(({ key, text, kind, action }) => (
        <Alert key={key} type={kind} title={text} showIcon action={action} className={styles.notice ?? ''} />
      ))}
    </div>
  );
}
