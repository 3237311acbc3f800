import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderNumber } from '../../../src/contract/case.ts';
import { numberActReply, type NumberAct } from '../../../src/contract/number-release.ts';
import { request } from '../api/request.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useCaseCommand, useMaySupervise } from './stop-commands.ts';

function actsOf(number: LadderNumber): readonly NumberAct[] {
  if (number.status === 'blocked') return ['unblock'];
  return number.status === 'invalid' ? ['reinstate', 'block'] : ['block'];
}

/** What a supervisor may do to a number by hand, each with a reason. */
export function NumberActions(props: { readonly caseId: string; readonly number: LadderNumber }): ReactNode {
  const { t } = useTranslation();
  const { caseId, number } = props;
  const maySupervise = useMaySupervise();
  const [act, setAct] = useState<NumberAct | null>(null);
  const change = useCaseCommand(
    (input: { readonly act: NumberAct; readonly reason: string }) =>
      request(numberActReply, `/api/cases/${caseId}/numbers/${number.numberId}/${input.act}`, {
        method: 'POST',
        body: { reason: input.reason },
      }),
    () => setAct(null),
  );
  if (!maySupervise) return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: actsOf(number).map((key) => ({ key, label: t(`cases.numberAct.${key}`) })),
          onClick: ({ key }) => {
            change.reset();
            setAct(actsOf(number).find((each) => each === key) ?? null);
          },
        }}
      >
        <Button
          type="text"
          size="small"
          icon={<MoreOutlined />}
          aria-label={`${t('cases.numberAct.menu')} ${number.masked}`}
        />
      </Dropdown>
      {act !== null && (
        <ReasonDialog
          title={`${t(`cases.numberAct.${act}`)}: ${number.masked}`}
          hint={t(`cases.numberAct.${act}Hint`)}
          action={t(`cases.numberAct.${act}`)}
          danger={act === 'block'}
          busy={change.isPending}
          error={change.error}
          onClose={() => setAct(null)}
          onSubmit={(reason) => change.mutate({ act, reason })}
        />
      )}
    </>
  );
}
