import { App, Drawer, Button, Form, Input, InputNumber, Select, Skeleton, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  newCampaign,
  type CampaignChoices,
  type CampaignSetupView,
  type NewCampaign,
} from '../../../src/contract/campaign-setup.ts';
import { ReasonField, type WithReason } from '../../shared/configuration/reason-field.tsx';
import { HistoryLink } from '../../shared/configuration/history-link.tsx';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { draftOf, emptyDraft, newCampaignOf, setupOf, type CampaignDraft } from './campaign-draft.ts';
import { useCampaignOrder, useChoices, useSetup } from './campaign-queries.ts';
import { FiltersField } from './filters-field.tsx';
import { RoutingField } from './routing-field.tsx';
import { ScriptsField } from './scripts-field.tsx';
import { ScheduleField } from './schedule-field.tsx';
import styles from './campaigns.module.css';

const modes = newCampaign.shape.mode.options;
const presetNames = newCampaign.shape.preset.options;
const formId = 'campaign-form';

const options = (list: readonly { id: string; name: string }[]) =>
  list.map(({ id, name }) => ({ value: id, label: name }));

function Many(props: {
  readonly name: 'furtherTrunkIds' | 'callerIdIds' | 'agentIds' | 'teamIds';
  readonly list: readonly { id: string; name: string }[];
}): ReactNode {
  const { t } = useTranslation();
  const { name, list } = props;
  return (
    <Form.Item
      name={name}
      label={t(`campaigns.field.${name}`)}
      tooltip={t(`campaigns.hint.${name}`)}
      className={styles.half ?? ''}
    >
      <Select mode="multiple" optionFilterProp="label" maxTagCount="responsive" options={options(list)} />
    </Form.Item>
  );
}

function Basics({ isNew }: { readonly isNew: boolean }): ReactNode {
  const { t } = useTranslation();
  const needed = [{ required: true, message: t('trunks.needed') }];
  return (
    <>
      <Form.Item name="name" label={t('campaigns.field.name')} rules={needed} className={styles.half ?? ''}>
        <Input autoFocus maxLength={80} />
      </Form.Item>
      <Form.Item name="priority" label={t('campaigns.field.priority')} tooltip={t('campaigns.hint.priority')}>
        <InputNumber min={1} max={99} className={styles.full ?? ''} />
      </Form.Item>
      <Form.Item
        name="preset"
        label={t('campaigns.column.preset')}
        extra={isNew ? undefined : <Link to="/rules">{t('campaigns.changeRules')}</Link>}
      >
        <Select disabled={!isNew} options={presetNames.map((value) => ({ value, label: value }))} />
      </Form.Item>
      {isNew && (
        <>
          <Form.Item name="mode" label={t('campaigns.column.mode')} className={styles.half ?? ''}>
            <Select options={modes.map((value) => ({ value, label: t(`campaigns.mode.${value}`) }))} />
          </Form.Item>
          <Form.Item
            name="targetPercent"
            label={t('campaigns.field.target')}
            tooltip={t('campaigns.hint.target')}
            className={styles.half ?? ''}
          >
            <InputNumber min={0} max={20} step={0.1} suffix="%" className={styles.full ?? ''} />
          </Form.Item>
        </>
      )}
    </>
  );
}

function Calls(): ReactNode {
  const { t } = useTranslation();
  const choice = (
    name: 'abandonTreatment' | 'machine' | 'machineWhenConnected',
    words: readonly string[],
  ): ReactNode => (
    <Form.Item name={name} label={t(`campaigns.field.${name}`)} className={styles.half ?? ''}>
      <Select options={words.map((value) => ({ value, label: t(`campaigns.treatment.${value as 'hang_up'}`) }))} />
    </Form.Item>
  );
  return (
    <>
      {choice('abandonTreatment', ['message', 'hangup'])}
      <Form.Item name="abandonMessage" label={t('campaigns.field.abandonMessage')} className={styles.half ?? ''}>
        <Input maxLength={1000} />
      </Form.Item>
      <Form.Item name="amd" label={t('campaigns.field.amd')} valuePropName="checked" className={styles.wide ?? ''}>
        <Switch />
      </Form.Item>
      {choice('machine', ['hang_up', 'keep'])}
      {choice('machineWhenConnected', ['tell', 'hang_up'])}
      <Form.Item
        name="recordingNotice"
        label={t('campaigns.field.recordingNotice')}
        tooltip={t('campaigns.hint.recordingNotice')}
        className={styles.wide ?? ''}
      >
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 1, maxRows: 3 }} />
      </Form.Item>
    </>
  );
}

function EditorForm(props: {
  readonly choices: CampaignChoices;
  readonly setup: CampaignSetupView | null;
  readonly order: ReturnType<typeof useCampaignOrder>;
  readonly onClose: () => void;
}): ReactNode {
  const { choices, setup, order } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<CampaignDraft & WithReason>();
  const chosen =
    Form.useWatch((draft: Partial<CampaignDraft>) => [draft.trunkId, ...(draft.furtherTrunkIds ?? [])], form) ?? [];
  /** Agents by name and whole teams. */
  const members =
    Form.useWatch((draft: Partial<CampaignDraft>) => [...(draft.agentIds ?? []), ...(draft.teamIds ?? [])], form) ?? [];
  const send = (): void => {
    const draft = form.getFieldsValue(true) as CampaignDraft;
    order.mutate(
      setup === null
        ? { path: '/api/campaigns', method: 'POST', body: newCampaignOf(draft) }
        : {
            path: `/api/campaigns/${setup.campaignId}/setup`,
            method: 'PUT',
            body: { ...setupOf(draft), version: setup.version, reason: form.getFieldValue('reason') as string },
          },
      {
        onSuccess: () => {
          void message.success(t('trunks.saved'));
          props.onClose();
        },
      },
    );
  };
  const isOfIt = ({ id, teamId }: CampaignChoices['agents'][number]): boolean =>
    members.includes(id) || (teamId !== null && members.includes(teamId));
  const callerIds = choices.trunks.filter(({ id }) => chosen.includes(id)).flatMap((trunk) => trunk.callerIds);
  return (
    <Form
      id={formId}
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles.form ?? ''}
      initialValues={
        setup === null ? emptyDraft(choices.preset as NewCampaign['preset'], choices.trunks[0]?.id) : draftOf(setup)
      }
      onFinish={send}
    >
      <div className={styles.wide}>
        <ChangeRefusal
          title={t('campaigns.refused')}
          error={order.error}
          {...(setup === null ? {} : { subject: { subjectType: 'campaign', subjectId: setup.campaignId } })}
        />
      </div>
      <Basics isNew={setup === null} />
      <h2>{t('campaigns.part.cases')}</h2>
      <Form.Item name="filters" noStyle>
        <FiltersField choices={choices} />
      </Form.Item>
      <h2>{t('campaigns.part.lines')}</h2>
      <Form.Item
        name="trunkId"
        label={t('campaigns.field.trunkId')}
        rules={[{ required: true, message: t('campaigns.trunkNeeded') }]}
        className={styles.half ?? ''}
      >
        <Select options={options(choices.trunks)} notFoundContent={t('trunks.emptyHint')} />
      </Form.Item>
      <Many name="furtherTrunkIds" list={choices.trunks.filter(({ id }) => id !== chosen[0])} />
      <Many name="callerIdIds" list={callerIds} />
      <h2>{t('campaigns.part.people')}</h2>
      <Many name="teamIds" list={choices.teams} />
      <Many name="agentIds" list={choices.agents} />
      <Form.Item
        name="schedule"
        label={t('campaigns.schedule.title')}
        tooltip={t('campaigns.schedule.hint')}
        className={styles.wide ?? ''}
      >
        <ScheduleField />
      </Form.Item>
      <h2>{t('campaigns.routing.title')}</h2>
      <RoutingField choices={choices} agents={choices.agents.filter(isOfIt)} />
      <h2>{t('campaigns.part.calls')}</h2>
      <Calls />
      <h2>{t('campaigns.script.title')}</h2>
      <p className={`cd-soft ${styles.wide ?? ''}`}>{t('campaigns.script.hint')}</p>
      <ScriptsField results={choices.results} />
      {setup !== null && (
        <ReasonField extra={<HistoryLink kind="campaign" name={setup.name} />} className={styles.wide ?? ''} />
      )}
    </Form>
  );
}

/** A new campaign, or the set-up of one that is there; mode and target of a running one are set where it is watched. */
export function CampaignEditor(props: { readonly campaignId: string | null; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const choices = useChoices();
  const setup = useSetup(props.campaignId);
  const order = useCampaignOrder();
  const content = (): ReactNode => {
    if (choices.isError) return <FailureView error={choices.error} retry={() => void choices.refetch()} />;
    if (setup.isError) return <FailureView error={setup.error} retry={() => void setup.refetch()} />;
    if (choices.data === undefined || (props.campaignId !== null && setup.data === undefined)) {
      return <Skeleton active paragraph={{ rows: 12 }} />;
    }
    return <EditorForm choices={choices.data} setup={setup.data ?? null} order={order} onClose={props.onClose} />;
  };
  return (
    <Drawer
      open
      size={860}
      title={props.campaignId === null ? t('campaigns.add') : (setup.data?.name ?? '')}
      onClose={props.onClose}
      footer={
        <div className={styles.actions}>
          <Button onClick={props.onClose}>{t('common.cancel')}</Button>
          <Button type="primary" htmlType="submit" form={formId} loading={order.isPending}>
            {t('common.save')}
          </Button>
        </div>
      }
    >
      {content()}
    </Drawer>
  );
}
