import { CheckCircleFilled, CloseCircleFilled, PhoneOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Button, Drawer, Form, Input, Select, Spin } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { checkSteps } from '../../../src/contract/test-call.ts';
import type { TrunkView } from '../../../src/contract/trunk.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import {
  useAddNumber,
  useTestCall,
  useTestNumbers,
  useTrunkCheck,
  type LiveTest,
  type TrunkCheck,
} from './test-queries.ts';
import styles from './trunks.module.css';

function OwnNumber(props: { readonly chosen: string | null; readonly onChoose: (id: string) => void }): ReactNode {
  const { t } = useTranslation();
  const numbers = useTestNumbers();
  const add = useAddNumber();
  const [form] = Form.useForm<{ e164: string }>();
  return (
    <>
      <p className="cd-soft">{t('trunks.test.numberHint')}</p>
      <div className={styles.actions} style={{ justifyContent: 'flex-start' }}>
        <Select
          aria-label={t('trunks.test.number')}
          placeholder={t('trunks.test.number')}
          notFoundContent={t('trunks.test.noNumber')}
          style={{ width: 200 }}
          value={props.chosen}
          loading={numbers.isPending}
          options={numbers.data?.numbers.map(({ testNumberId, e164 }) => ({ value: testNumberId, label: e164 })) ?? []}
          onChange={props.onChoose}
        />
        <Form
          form={form}
          layout="inline"
          onFinish={({ e164 }) =>
            add.mutate(e164, {
              onSuccess: ({ testNumberId }) => {
                form.resetFields();
                props.onChoose(testNumberId);
              },
            })
          }
        >
          <Form.Item name="e164" rules={[{ required: true, message: t('trunks.needed') }]}>
            <Input aria-label={t('trunks.test.newNumber')} placeholder="+12025550100" maxLength={16} />
          </Form.Item>
          <Button htmlType="submit" loading={add.isPending}>
            {t('trunks.test.addNumber')}
          </Button>
        </Form>
      </div>
      <ChangeRefusal title={t('trunks.refused')} error={add.error} />
    </>
  );
}

function Events({ test }: { readonly test: LiveTest }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const [first] = test.events;
  const second = 1_000;
  return (
    <>
      <ol className={styles.reasons} aria-live="polite">
        {test.events.map(({ eventId, at, what, detail }) => (
          <li key={eventId}>
            <span className="cd-soft">{format.time(at)}</span>
            <span className="cd-soft">{`+${((at - (first?.at ?? at)) / second).toFixed(1)} s`}</span>
            <span>{t(`trunks.test.event.${what}`)}</span>
            <span className="cd-mono">{detail}</span>
          </li>
        ))}
      </ol>
      {test.under && <Spin size="small" aria-label={t('trunks.test.listening')} />}
      <ChangeRefusal title={t('trunks.test.refused')} error={test.error} />
    </>
  );
}

function Steps({ check }: { readonly check: TrunkCheck }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className={styles.reasons} aria-live="polite">
      {checkSteps.map((step) => {
        const reply = check.replies.find((one) => one.step === step);
        if (reply === undefined && check.asking !== step) return null;
        return (
          <li key={step}>
            {reply === undefined ? (
              <Spin size="small" />
            ) : reply.holds ? (
              <CheckCircleFilled style={{ color: '#1a7f4b' }} aria-label={t('campaigns.check.holds')} />
            ) : (
              <CloseCircleFilled style={{ color: '#c0392b' }} aria-label={t('campaigns.check.fails')} />
            )}
            <span>
              {t(`trunks.check.step.${step}`)}
              {reply?.holds === false && (
                <div className="cd-soft">
                  {t(`trunks.check.remedy.${step}.${reply.because}` as 'trunks.check.remedy.credentials.silent', {
                    defaultValue: t(`trunks.check.remedy.any.${reply.because as 'silent'}`, {
                      defaultValue: reply.because,
                    }),
                  })}
                </div>
              )}
            </span>
            <span className="cd-soft">{reply?.detail ?? ''}</span>
          </li>
        );
      })}
      {check.error !== null && <ChangeRefusal title={t('trunks.test.refused')} error={check.error} />}
    </ul>
  );
}

/** Tries a trunk before anybody is called over it: a call to one's own phone, and what it lacks step by step. */
export function TestDrawer({ trunk, onClose }: { readonly trunk: TrunkView; readonly onClose: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const numbers = useTestNumbers();
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = picked ?? numbers.data?.numbers[0]?.testNumberId ?? null;
  const test = useTestCall();
  const check = useTrunkCheck();
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (
    <Drawer open size={640} title={t('trunks.test.title', { name: trunk.name })} onClose={onClose}>
      <OwnNumber chosen={chosen} onChoose={setPicked} />
      <h2 className={styles.part}>{t('trunks.test.call')}</h2>
      <p className="cd-soft">{t('trunks.test.callHint')}</p>
      <Button
        type="primary"
        icon={<PhoneOutlined />}
        disabled={chosen === null || check.asking !== null}
        title={chosen === null ? t('trunks.test.chooseFirst') : ''}
        loading={test.under}
        onClick={() => {
          if (chosen !== null) test.start(trunk.trunkId, chosen, language);
        }}
      >
        {t('trunks.test.ring')}
      </Button>
      <Events test={test} />
      <h2 className={styles.part}>{t('trunks.check.title')}</h2>
      <p className="cd-soft">{t('trunks.check.hint')}</p>
      <Button
        icon={<SafetyCertificateOutlined />}
        disabled={test.under}
        loading={check.asking !== null}
        onClick={() => check.run(trunk.trunkId, chosen, language)}
      >
        {t('trunks.check.run')}
      </Button>
      <Steps check={check} />
    </Drawer>
  );
}
