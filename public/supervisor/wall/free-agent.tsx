import { useMutation } from '@tanstack/react-query';
import { Alert, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { forcedState, type ForceStateRequest, type WallAgent } from '../../../src/contract/agent-wall.ts';
import { request } from '../../shared/api/request.ts';
import { ReasonDialog } from '../../shared/case-file/reason-dialog.tsx';

/** Takes a stuck agent out of his state; says before what will become of the call he may be on. */
export function FreeAgent(props: { readonly agent: WallAgent; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { agent } = props;
  const [to, setTo] = useState<ForceStateRequest['to']>('on_break');
  const force = useMutation({
    mutationFn: (reason: string) =>
      request(forcedState, `/api/floor/agents/${agent.agentId}/state`, { method: 'POST', body: { to, reason } }),
    onSuccess: props.onClose,
  });
  const owes = agent.state === 'wrapping_up';
  const talks = agent.state === 'talking';
  return (
    <ReasonDialog
      title={t('wall.freeOf', { name: agent.name })}
      hint={t('wall.freeHint')}
      action={t('wall.free')}
      danger={talks}
      busy={force.isPending}
      error={force.error}
      ready={!owes}
      onClose={props.onClose}
      onSubmit={(reason) => force.mutate(reason)}
    >
      {owes && <Alert type="warning" showIcon title={t('wall.owes')} />}
      {talks && <Alert type="warning" showIcon title={t('wall.endsCall')} />}
      {!owes && !talks && (
        <Radio.Group
          value={to}
          onChange={(event) => setTo(event.target.value as ForceStateRequest['to'])}
          options={[
            { value: 'on_break', label: t('wall.to.on_break') },
            { value: 'signed_out', label: t('wall.to.signed_out') },
          ]}
        />
      )}
    </ReasonDialog>
  );
}
