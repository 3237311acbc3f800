import { Input, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '../../../src/contract/case.ts';
import { needsClientInstruction, stopScopeOf, type StopRequest } from '../../../src/contract/stops.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useLiftStop, useSetStop } from './stop-commands.ts';
import styles from './reason-dialog.module.css';

/** Offers the stops that the rules of the case know: a breathing space is one of the UK. */
export function SetStopDialog(props: { readonly page: CasePage; readonly onClose: () => void }): ReactNode {
  const { onClose } = props;
  const { caseId, stopKinds } = props.page;
  const { t } = useTranslation();
  const [kind, setKind] = useState<StopRequest['kind'] | null>(null);
  const [attorneyFor, setAttorneyFor] = useState<'debt' | 'person'>('debt');
  const set = useSetStop(caseId, onClose);
  return (
    <ReasonDialog
      title={t('cases.stop.set')}
      hint={t('cases.stop.setHint')}
      action={t('cases.stop.set')}
      danger
      busy={set.isPending}
      error={set.error}
      ready={kind !== null}
      onClose={onClose}
      onSubmit={(reason) => kind !== null && set.mutate({ kind, reason, attorneyFor })}
    >
      <label className={styles.field}>
        <span>{t('cases.stop.kind')}</span>
        <Select
          autoFocus
          aria-label={t('cases.stop.kind')}
          placeholder={t('cases.stop.kind')}
          value={kind}
          options={stopKinds.map((value) => ({
            value,
            label: `${t(`terms.stop.${value}`)} · ${t(`terms.stopScope.${stopScopeOf(value, attorneyFor)}`)}`,
          }))}
          onChange={(value: StopRequest['kind']) => setKind(value)}
        />
      </label>
      {kind === 'attorney' && (
        <Radio.Group
          aria-label={t('cases.stop.attorneyFor')}
          value={attorneyFor}
          options={(['debt', 'person'] as const).map((value) => ({ value, label: t(`terms.stopScope.${value}`) }))}
          onChange={(event) => setAttorneyFor(event.target.value as 'debt' | 'person')}
        />
      )}
    </ReasonDialog>
  );
}

export function LiftStopDialog(props: {
  readonly stop: CasePage['stops'][number];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { stop, onClose } = props;
  const [reference, setReference] = useState('');
  const lift = useLiftStop(stop.stopId, onClose);
  const asksClient = needsClientInstruction(stop.kind);
  return (
    <ReasonDialog
      title={`${t('cases.stop.lift')}: ${t(`terms.stop.${stop.kind}`)}`}
      hint={t(asksClient ? 'cases.stop.liftByClientHint' : 'cases.stop.liftHint')}
      action={t('cases.stop.lift')}
      busy={lift.isPending}
      error={lift.error}
      ready={!asksClient || reference.trim() !== ''}
      onClose={onClose}
      onSubmit={(reason) =>
        lift.mutate({ reason, clientInstruction: reference.trim() === '' ? null : reference.trim() })
      }
    >
      {asksClient && (
        <label className={styles.field}>
          <span>{t('cases.stop.reference')}</span>
          <Input autoFocus maxLength={200} value={reference} onChange={(event) => setReference(event.target.value)} />
        </label>
      )}
    </ReasonDialog>
  );
}
