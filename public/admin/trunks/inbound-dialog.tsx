import { App, Checkbox, Form, Input, Modal, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inboundSettings, type InboundSettings } from '../../../src/contract/inbound.ts';
import type { CallerIdView, TrunkList } from '../../../src/contract/trunk.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ReasonField, type WithReason } from '../../shared/configuration/reason-field.tsx';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { MenuField } from './menu-field.tsx';
import { useTrunkOrder } from './trunk-queries.ts';
import styles from './trunks.module.css';

interface Draft extends Omit<InboundSettings, 'teamId'> {
  readonly taken: boolean;
  readonly teamId: string | undefined;
}

/** A Monday, to name the days in the reader's language. */
const monday = (day: number): string => `2024-01-0${day}`;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const ownWords = ['greeting', 'closed', 'unknown', 'menuGreeting'] as const;
const afterHours = ['message', 'voicemail'] as const;
const usual = inboundSettings.parse({});
const spoken = ['zh-CN', 'en-US'] as const;

const draftOf = (inbound: InboundSettings | null): Draft => ({
  ...usual,
  ...inbound,
  taken: inbound !== null,
  teamId: inbound?.teamId ?? undefined,
});

/** Words that are left empty are the usual ones. */
function settingsOf({ taken, teamId, ...rest }: Draft): object | null {
  if (!taken) return null;
  const said = Object.entries(rest).filter(([, value]) => typeof value !== 'string' || value.trim() !== '');
  return { ...Object.fromEntries(said), teamId: teamId ?? null };
}

/** How calls to a number of ours are taken. */
export function InboundDialog(props: {
  readonly row: CallerIdView;
  readonly teams: TrunkList['teams'];
  readonly onClose: () => void;
}): ReactNode {
  const { row, teams, onClose } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const [form] = Form.useForm<Draft & WithReason>();
  const taken = Form.useWatch('taken', form) ?? row.inbound !== null;
  const order = useTrunkOrder();
  const send = (draft: Draft): void =>
    order.mutate(
      {
        path: `/api/caller-ids/${row.callerIdId}/inbound`,
        method: 'PUT',
        body: {
          inbound: settingsOf({ ...draftOf(row.inbound), ...draft }),
          version: row.version,
          reason: form.getFieldValue('reason') as string,
        },
      },
      {
        onSuccess: () => {
          void message.success(t('trunks.saved'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      width={640}
      title={t('inbound.number.title', { number: row.e164 })}
      okText={t('inbound.number.save')}
      cancelText={t('common.cancel')}
      confirmLoading={order.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles.form ?? ''}
        initialValues={draftOf(row.inbound)}
        onFinish={send}
      >
        <Form.Item name="taken" valuePropName="checked" label={t('inbound.number.taken')} className={styles.wide ?? ''}>
          <Switch autoFocus />
        </Form.Item>
        {taken && (
          <>
            <Form.Item name="language" label={t('inbound.number.language')} className={styles.half ?? ''}>
              <Select options={spoken.map((value) => ({ value, label: t(`inbound.number.languages.${value}`) }))} />
            </Form.Item>
            <Form.Item
              name="teamId"
              label={t('inbound.number.team')}
              tooltip={t('inbound.number.teamHint')}
              className={styles.half ?? ''}
            >
              <Select
                allowClear
                placeholder={t('inbound.number.campaignAgents')}
                options={teams.map(({ teamId, name }) => ({ value: teamId, label: name }))}
              />
            </Form.Item>
            {(['opens', 'closes'] as const).map((end) => (
              <Form.Item
                key={end}
                name={end}
                label={t(`inbound.number.${end}`)}
                tooltip={t('inbound.number.hoursHint')}
                rules={[{ pattern: /^([01]\d|2[0-4]):[0-5]\d$/, message: t('inbound.number.clock') }]}
              >
                <Input maxLength={5} />
              </Form.Item>
            ))}
            <Form.Item name="days" label={t('inbound.number.days')} className={styles.half ?? ''}>
              <Checkbox.Group options={weekdays.map((day) => ({ value: day, label: format.weekday(monday(day)) }))} />
            </Form.Item>
            <Form.Item
              name={['offers', 'callback']}
              valuePropName="checked"
              label={t('inbound.number.offerCallback')}
              tooltip={t('inbound.number.offerCallbackHint')}
            >
              <Switch />
            </Form.Item>
            <Form.Item
              name={['offers', 'voicemail']}
              valuePropName="checked"
              label={t('inbound.number.offerVoicemail')}
              tooltip={t('inbound.number.offerVoicemailHint')}
            >
              <Switch />
            </Form.Item>
            <Form.Item name="afterHours" label={t('inbound.number.afterHours')} className={styles.half ?? ''}>
              <Select options={afterHours.map((value) => ({ value, label: t(`inbound.number.after.${value}`) }))} />
            </Form.Item>
            <Form.Item
              name="menu"
              label={t('inbound.number.menu')}
              tooltip={t('inbound.number.menuHint')}
              className={styles.wide ?? ''}
            >
              <MenuField />
            </Form.Item>
            {ownWords.map((word) => (
              <Form.Item key={word} name={word} label={t(`inbound.number.${word}`)} className={styles.wide ?? ''}>
                <Input maxLength={500} placeholder={t('inbound.number.usualWords')} />
              </Form.Item>
            ))}
          </>
        )}
        <ReasonField className={styles.wide ?? ''} />
      </Form>
      <ChangeRefusal
        title={t('trunks.refused')}
        error={order.error}
        subject={{ subjectType: 'caller_id', subjectId: row.callerIdId }}
      />
    </Modal>
  );
}
