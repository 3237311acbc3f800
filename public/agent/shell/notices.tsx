import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useAudio, useFloor } from '../floor/floor-context.ts';
import styles from './notices.module.css';

/** What keeps calls away or will soon, over the page so that nothing below moves. */
export function Notices(): ReactNode {
  const { t } = useTranslation();
  const { engine, socketUp, view } = useFloor();
  const isConsole = useLocation().pathname === '/';
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
  if (microphoneLost) notices.push({ key: 'mic', text: t('audio.microphoneLost'), kind: 'error' });
  if (running && !isConsole && view.call !== null) {
    const text = t(view.call.endedAt === null ? 'floor.call.running' : 'floor.call.toWrapUp');
    notices.push({ key: 'call', text, kind: 'warning', action: <Link to="/">{t('floor.call.back')}</Link> });
  }
  return (
    <div className={styles.notices} role="status">
      {notices.map(({ key, text, kind, action }) => (
        <Alert key={key} type={kind} title={text} showIcon action={action} className={styles.notice ?? ''} />
      ))}
    </div>
  );
}
