import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderNumber } from '../../../src/contract/case.ts';
import type { NumberAct } from '../../../src/contract/number-release.ts';
import { command } from '../api/request.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { VerifyNumber } from './verify-number.tsx';
import { useCaseCommand, useMaySupervise } from './stop-commands.ts';

type Act = NumberAct | 'verify';

/** A work number has an employer, who may not want calls there. */
function employersWord(number: LadderNumber): readonly Act[] {
  if (number.class !== 'work') return [];
  return [number.prohibitedByEmployer ? 'employer_allows' : 'employer_forbids'];
}

const actsOf = (number: LadderNumber): readonly Act[] => [...statusActs(number), ...employersWord(number)];

function statusActs(number: LadderNumber): readonly Act[] {
  if (number.status === 'blocked') return ['unblock'];
  if (number.status === 'unverified') return ['verify', 'block'];
  return number.status === 'invalid' ? ['reinstate', 'block'] : ['block'];
}

/** What a supervisor may do to a number by hand, each with a reason. */
export function NumberActions(props: { readonly caseId: string; readonly number: LadderNumber }): ReactNode {
  const { t } = useTranslation();
  const { caseId, number } = props;
  const maySupervise = useMaySupervise();
  const [act, setAct] = useState<Act | null>(null);
  const change = useCaseCommand(
    ({ act, reason }: { readonly act: NumberAct; readonly reason: string }) =>
      command(`/api/cases/${caseId}/numbers/${number.numberId}/${act}`, { reason }),
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
      {act === 'verify' && <VerifyNumber number={number} onClose={() => setAct(null)} />}
      {act !== null && act !== 'verify' && (
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
