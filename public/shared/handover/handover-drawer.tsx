import { Alert, Button, Drawer, Form, Popconfirm, Progress, Radio, Select, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverOffer, HandoverTo, HandoverView } from '../../../src/contract/handover.ts';
import { useTeams } from '../api/use-teams.ts';
import { ReasonField, type WithReason } from '../configuration/reason-field.tsx';
import { useFormat } from '../format/use-format.ts';
import { FailureView } from '../ui/failure-view.tsx';
import { Refusal } from '../ui/refusal.tsx';
import { useCancelHandover, useCollectors, useHandOver, useHandover, useRenewPeople } from './handover-queries.ts';
import styles from './handover.module.css';

interface Draft extends WithReason {
  readonly kind: HandoverTo['kind'];
  readonly personId?: string;
  readonly teamId?: string;
  readonly personIds?: string[];
}

function recipientsOf({ kind, personId = '', teamId = '', personIds = [] }: Draft): HandoverTo {
  switch (kind) {
    case 'one':
      return { kind, personId };
    case 'team':
      return { kind, teamId };
    case 'named':
      return { kind, personIds };
  }
}

const counted = [
  'openCases',
  'promises',
  'callbacks',
  'tasks',
  'visits',
  'frauds',
  'inCall',
  'otherTasks',
] as const satisfies readonly (keyof HandoverOffer)[];

/** What goes with the cases, and what does not. */
function InHand({ offer }: { readonly offer: HandoverOffer }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={styles.inHand}>
      {counted.map((name) => (
        <div key={name}>
          <dt>{t(`people.handover.count.${name}`)}</dt>
          <dd>{format.whole(offer[name])}</dd>
        </div>
      ))}
      <div className={styles.wide}>
        <dt>{t('people.handover.campaigns')}</dt>
        <dd>{offer.campaigns.map(({ name }) => name).join(', ') || t('common.none')}</dd>
      </div>
    </dl>
  );
}

/** The last handover: how far it is, or what came of it. */
function Latest({ latest }: { readonly latest: HandoverView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { cancelled } = latest;
  const runs = latest.finishedAt === null && cancelled === null;
  const done = latest.total - latest.waiting;
  return (
    <Alert
      type={runs ? 'info' : latest.left.length > 0 ? 'warning' : 'success'}
      title={
        cancelled === null
          ? t(runs ? 'people.handover.runs' : 'people.handover.done', {
              by: latest.byName,
              at: format.moment(latest.finishedAt ?? latest.startedAt),
            })
          : t('people.handover.cancelled', { by: cancelled.byName, at: format.moment(cancelled.at) })
      }
      description={
        <>
          {runs && (
            <Progress
              percent={latest.total === 0 ? 0 : Math.floor((100 * done) / latest.total)}
              aria-label={t('people.handover.progress')}
            />
          )}
          <div>{t('people.handover.given', { given: latest.given, total: latest.total })}</div>
          {runs && <div className="cd-soft">{t('people.handover.follow')}</div>}
          {latest.to
            .filter(({ given }) => given > 0)
            .map(({ personId, displayName, given }) => (
              <div key={personId}>{t('people.handover.got', { name: displayName, count: given })}</div>
            ))}
          {latest.left.map(({ because, count }) => (
            <div key={because}>{t(`people.handover.left.${because}`, { count })}</div>
          ))}
          <div className="cd-soft">{t('people.handover.why', { reason: latest.reason })}</div>
        </>
      }
    />
  );
}

/** Everything that somebody has in hand goes to others: first what it is, then to whom. */
export function HandoverDrawer(props: {
  readonly personId: string;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { personId, name } = props;
  const [form] = Form.useForm<Draft>();
  const kind = Form.useWatch('kind', form) ?? 'one';
  const handover = useHandover(personId);
  const renewPeople = useRenewPeople();
  const close = (): void => {
    renewPeople();
    props.onClose();
  };
  const handOver = useHandOver(personId);
  const cancel = useCancelHandover(personId);
  const teams = useTeams().data ?? [];
  const collectors = (useCollectors().data ?? [])
    .filter(({ userId }) => userId !== personId)
    .map(({ userId, displayName }) => ({ value: userId, label: displayName }));
  const needed = [{ required: true, message: t('people.needed') }];
  const offer = handover.data;
  const latest = offer?.latest ?? null;
  const runs = latest !== null && latest.finishedAt === null;
  const running = runs && latest.cancelled === null ? latest : null;
  const mayBegin = offer !== undefined && !runs && offer.openCases > 0;

  const content = (): ReactNode => {
    if (handover.isError) return <FailureView error={handover.error} retry={() => void handover.refetch()} />;
    if (offer === undefined) return <Skeleton active />;
    return (
      <div className={styles.handover}>
        {offer.latest !== null && <Latest latest={offer.latest} />}
        {cancel.error !== null && <Refusal title={t('people.handover.notCancelled')} error={cancel.error} />}
        <InHand offer={offer} />
        {!runs && offer.openCases === 0 && <p className="cd-soft">{t('people.handover.nothing')}</p>}
        {mayBegin && (
          <Form<Draft>
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ kind: 'one' }}
            onFinish={(draft) =>
              handOver.mutate(
                { to: recipientsOf(draft), reason: draft.reason ?? '' },
                { onSuccess: () => form.resetFields() },
              )
            }
          >
            <Form.Item name="kind" label={t('people.handover.to')}>
              <Radio.Group
                options={(['one', 'team', 'named'] as const).map((value) => ({
                  value,
                  label: t(`people.handover.kind.${value}`),
                }))}
              />
            </Form.Item>
            {kind === 'one' && (
              <Form.Item name="personId" label={t('people.handover.person')} rules={needed}>
                <Select showSearch={{ optionFilterProp: 'label' }} options={collectors} />
              </Form.Item>
            )}
            {kind === 'team' && (
              <Form.Item
                name="teamId"
                label={t('people.field.team')}
                rules={needed}
                extra={t('people.handover.evenly')}
              >
                <Select options={teams.map((team) => ({ value: team.teamId, label: team.name }))} />
              </Form.Item>
            )}
            {kind === 'named' && (
              <Form.Item
                name="personIds"
                label={t('people.handover.persons')}
                rules={needed}
                extra={t('people.handover.evenly')}
              >
                <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={collectors} />
              </Form.Item>
            )}
            <ReasonField />
            {handOver.error !== null && <Refusal title={t('people.handover.refused')} error={handOver.error} />}
          </Form>
        )}
      </div>
    );
  };

  return (
    <Drawer
      open
      size={620}
      title={t('people.handover.of', { name })}
      onClose={close}
      footer={
        mayBegin ? (
          <Button type="primary" loading={handOver.isPending} onClick={() => form.submit()}>
            {t('people.handover.begin', { count: offer.openCases })}
          </Button>
        ) : (
          running !== null && (
            <Popconfirm
              title={t('people.handover.cancelSure')}
              description={t('people.handover.cancelDetail', { given: running.given, count: running.waiting })}
              okText={t('people.handover.cancel')}
              okButtonProps={{ danger: true }}
              cancelText={t('people.handover.goOn')}
              onConfirm={() => cancel.mutate(running.handoverId)}
            >
              <Button danger loading={cancel.isPending}>
                {t('people.handover.cancel')}
              </Button>
            </Popconfirm>
          )
        )
      }
    >
      {content()}
    </Drawer>
  );
}
