import { LinkOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../src/contract/agent.ts';
import { altKey, isAlt, useHotkeys } from '../hotkeys/use-hotkeys.ts';
import { useLinkedSeen } from './call-duties.ts';

/** R35: says that the linked cases wait for a look, and takes the agent's word for it. */
export function LinkedDuty({ card }: { readonly card: CallCard }): ReactNode {
  const { t } = useTranslation();
  const seen = useLinkedSeen(card);
  const owed = card.linkedOwed;
  useHotkeys((pressed) => {
    if (!owed || !isAlt(pressed, 'KeyL')) return false;
    if (!seen.isPending) seen.mutate();
    return true;
  });
  if (!owed) return null;
  return (
    <Alert
      type="warning"
      showIcon
      icon={<LinkOutlined />}
      title={t('floor.linked.owed', { count: card.linkedCases })}
      description={card.linkedHoldsDialing ? t('cases.linkedLook.holds') : undefined}
      action={
        <Button size="small" loading={seen.isPending} {...altKey('L')} onClick={() => seen.mutate()}>
          {t('floor.linked.seen')}
        </Button>
      }
    />
  );
}
