import { PhoneOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderNumber } from '../../../src/contract/case.ts';
import { useHandDial } from './hand-dial.ts';

/** Rings this number for the agent himself. Whether it may ring is decided by the server, as for every call. */
export function DialNumber(props: { readonly caseId: string; readonly number: LadderNumber }): ReactNode {
  const { t } = useTranslation();
  const hand = useHandDial();
  if (hand === null) return null;
  const { numberId, masked } = props.number;
  return (
    <Tooltip title={hand.blocked ?? t('cases.dialHint')}>
      <Button
        type="text"
        size="small"
        icon={<PhoneOutlined />}
        disabled={hand.blocked !== null || hand.busy}
        aria-label={t('cases.dial', { number: masked })}
        onClick={() => hand.dial(props.caseId, numberId)}
      />
    </Tooltip>
  );
}
