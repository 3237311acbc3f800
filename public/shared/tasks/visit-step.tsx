import { Button, Input, Modal, Select, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '../../../src/contract/visit.ts';
import styles from './tasks.module.css';
import { useAct } from './use-act.ts';

const results = ['met_debtor', 'met_other', 'nobody_there', 'address_invalid'] as const;
type Step = 'reject' | 'dispatch' | 'bringBack';

function StepDialog(props: {
  readonly visit: VisitView;
  readonly step: Step;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { visit, step, onClose } = props;
  const [text, setText] = useState('');
  const [result, setResult] = useState<(typeof results)[number]>('met_debtor');
  const act = useAct(onClose);
  const path = `/api/visits/${visit.visitId}`;
  const acts = {
    reject: { path: `${path}/decision`, body: { approve: false, note: text } },
    dispatch: { path: `${path}/dispatch`, body: { visitor: text } },
    bringBack: { path: `${path}/return`, body: { result, note: text } },
  };
  const label = { reject: 'tasks.visit.reason', dispatch: 'tasks.visit.visitor', bringBack: 'tasks.note' } as const;
  return (
    <Modal
      open
      title={`${t(`tasks.visit.${step}`)} · ${visit.externalRef}`}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: text.trim() === '', loading: act.isPending }}
      onOk={() => act.mutate(acts[step])}
      onCancel={onClose}
    >
      <div className={styles['form']}>
        {step === 'bringBack' && (
          <label>
            {t('tasks.visit.result')}
            <Select
              value={result}
              onChange={setResult}
              options={results.map((value) => ({ value, label: t(`tasks.visit.results.${value}`) }))}
            />
          </label>
        )}
        <label>
          {t(label[step])}
          <Input autoFocus maxLength={120} value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      </div>
    </Modal>
  );
}

function PhotoUpload({ visit }: { readonly visit: VisitView }): ReactNode {
  const { t } = useTranslation();
  const act = useAct();
  return (
    <Upload
      accept="image/jpeg,image/png,image/webp"
      showUploadList={false}
      beforeUpload={(file) => {
        const body = new FormData();
        body.set('file', file);
        act.mutate({ path: `/api/visits/${visit.visitId}/photos`, body });
        return false;
      }}
    >
      <Button size="small" loading={act.isPending}>
        {t('tasks.visit.photo')}
      </Button>
    </Upload>
  );
}

/** What may be done with an order next. */
export function VisitStep({ visit }: { readonly visit: VisitView }): ReactNode {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step | null>(null);
  const act = useAct();
  const button = (to: Step, primary: boolean): ReactNode => (
    <Button size="small" type={primary ? 'primary' : 'default'} onClick={() => setStep(to)}>
      {t(`tasks.visit.${to}`)}
    </Button>
  );
  return (
    <div className={styles['actions']}>
      {visit.status === 'ordered' && (
        <>
          <Button
            size="small"
            type="primary"
            loading={act.isPending}
            onClick={() => act.mutate({ path: `/api/visits/${visit.visitId}/decision`, body: { approve: true } })}
          >
            {t('tasks.visit.approve')}
          </Button>
          {button('reject', false)}
        </>
      )}
      {visit.status === 'approved' && button('dispatch', true)}
      {visit.status === 'dispatched' && button('bringBack', true)}
      {(visit.status === 'dispatched' || visit.status === 'returned') && <PhotoUpload visit={visit} />}
      {step !== null && <StepDialog visit={visit} step={step} onClose={() => setStep(null)} />}
    </div>
  );
}
