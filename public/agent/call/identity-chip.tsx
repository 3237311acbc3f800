import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../src/contract/agent.ts';
import { useFloor } from '../floor/floor-context.ts';
import { altKey, isAlt, useHotkeys } from '../hotkeys/use-hotkeys.ts';
import { useConfirmIdentity } from './call-duties.ts';
import styles from './call-card.module.css';

const confirmKey = 'Alt I';

/** One key says that it is the debtor who speaks; only then does the server send what is owed. */
export function IdentityChip({ card }: { readonly card: CallCard }): ReactNode {
  const { t } = useTranslation();
  const { announce } = useFloor();
  const confirm = useConfirmIdentity(card);
  const open = card.identity === 'needed' && card.endedAt === null;
  useHotkeys((pressed) => {
    if (!open || !isAlt(pressed, 'KeyI')) return false;
    if (!confirm.isPending) confirm.mutate();
    return true;
  });
  const before = useRef(card.identity);
  useEffect(() => {
    if (before.current === 'needed' && card.identity === 'confirmed') announce(t('floor.identity.confirmed'));
    before.current = card.identity;
  }, [card.identity, announce, t]);
  if (card.identity === 'not_needed') return null;
  if (card.identity === 'confirmed') {
    return (
      <Tag color="success" icon={<SafetyCertificateOutlined />} className={styles.identity ?? ''}>
        {t('floor.identity.confirmed')}
      </Tag>
    );
  }
  if (!open) return null;
  return (
    <Button
      block
      icon={<SafetyCertificateOutlined />}
      className={styles.identity ?? ''}
      loading={confirm.isPending}
      {...altKey('I')}
      onClick={() => confirm.mutate()}
    >
      {t('floor.identity.confirm')} <kbd>{confirmKey}</kbd>
    </Button>
  );
}
