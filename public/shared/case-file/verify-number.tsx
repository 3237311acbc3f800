import { Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderNumber } from '../../../src/contract/case.ts';
import { command } from '../api/request.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import styles from './reason-dialog.module.css';
import { useCaseCommand } from './stop-commands.ts';

/** R32: a number is verified by somebody who was reached on it, or by a lawful proof. */
export function VerifyNumber(props: { readonly number: LadderNumber; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { number, onClose } = props;
  const [by, setBy] = useState<'contact' | 'proof'>('contact');
  const [sourceBasis, setSourceBasis] = useState('');
  const verify = useCaseCommand(
    (note: string) =>
      command(`/api/numbers/${number.numberId}/verify`, {
        note,
        by,
        sourceBasis: by === 'proof' ? sourceBasis.trim() : null,
      }),
    onClose,
  );
  return (
    <ReasonDialog
      title={`${t('cases.numberAct.verify')}: ${number.masked}`}
      hint={t('cases.numberAct.verifyHint')}
      action={t('cases.numberAct.verify')}
      busy={verify.isPending}
      error={verify.error}
      ready={by === 'contact' || sourceBasis.trim() !== ''}
      onClose={onClose}
      onSubmit={(note) => verify.mutate(note)}
    >
      <Radio.Group
        aria-label={t('cases.numberAct.verifiedBy')}
        value={by}
        onChange={(event) => setBy(event.target.value as typeof by)}
        options={(['contact', 'proof'] as const).map((value) => ({
          value,
          label: t(`cases.numberAct.by.${value}`),
        }))}
      />
      {by === 'proof' && (
        <label className={styles.field}>
          <span>{t('tasks.sourceBasis')}</span>
          <Input maxLength={500} value={sourceBasis} onChange={(event) => setSourceBasis(event.target.value)} />
        </label>
      )}
    </ReasonDialog>
  );
}
