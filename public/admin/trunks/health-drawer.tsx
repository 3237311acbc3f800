import { App, Button, Drawer, Form, Input, Skeleton, Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkHealthView, TrunkView } from '../../../src/contract/trunk.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { healthFigures, shownFigure } from './health-cell.tsx';
import { useTrunkOrder } from './trunk-queries.ts';
import styles from './trunks.module.css';

/** The rule's own reasons have words; what a person gave is shown as it is. */
function useReasonWords(): (because: string) => string {
  const { t, i18n } = useTranslation();
  return (because) =>
    i18n.exists(`trunks.out.because.${because}`) ? t(`trunks.out.because.${because as 'failures'}`) : because;
}

function InOrOut({ trunk, health }: { readonly trunk: TrunkView; readonly health: TrunkHealthView }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const words = useReasonWords();
  const order = useTrunkOrder();
  const [form] = Form.useForm<{ reason: string }>();
  const { out } = health;
  const path = `/api/trunks/${trunk.trunkId}/${out === null ? 'out' : 'back'}`;
  return (
    <section>
      {out !== null && (
        <p role="status">
          {t('trunks.out.since', {
            when: format.moment(out.since),
            who: out.by ?? t('trunks.out.rule'),
            why: words(out.because),
          })}{' '}
          {out.probeAt === null
            ? t('trunks.out.byHand')
            : t('trunks.out.probe', {
                when: format.time(out.probeAt),
                good: out.probesGood,
                needed: trunk.watch.probesToReturn,
                failed: out.probesFailed,
              })}
        </p>
      )}
      <Form
        form={form}
        layout="inline"
        onFinish={(body) =>
          order.mutate(
            { path, method: 'POST', body },
            {
              onSuccess: () => {
                void message.success(t('trunks.saved'));
                form.resetFields();
              },
            },
          )
        }
      >
        <Form.Item name="reason" rules={[{ required: true, min: 3, message: t('trunks.out.reasonNeeded') }]}>
          <Input maxLength={300} aria-label={t('trunks.out.reason')} placeholder={t('trunks.out.reason')} />
        </Form.Item>
        <Button danger={out === null} htmlType="submit" loading={order.isPending}>
          {t(out === null ? 'trunks.out.take' : 'trunks.out.put')}
        </Button>
      </Form>
      <ChangeRefusal title={t('trunks.refused')} error={order.error} />
    </section>
  );
}

function Windows({ health }: { readonly health: TrunkHealthView }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th aria-hidden="true" />
          {health.windows.map(({ minutes }) => (
            <th key={minutes} scope="col" data-column="amount">
              {t('trunks.health.minutes', { minutes })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {healthFigures.map((name) => (
          <tr key={name}>
            <th scope="row">
              <Tooltip title={t(`trunks.health.hint.${name}`)}>
                <span tabIndex={0}>{t(`trunks.health.figure.${name}`)}</span>
              </Tooltip>
            </th>
            {health.windows.map((window) => (
              <td key={window.minutes} data-column="amount">
                {shownFigure(window, name, format) ?? t('common.nothing')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reasons({ health }: { readonly health: TrunkHealthView }): ReactNode {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const longest = health.windows.at(-1);
  if (longest === undefined || longest.reasons.length === 0)
    return <p className="cd-soft">{t('trunks.health.none')}</p>;
  const words = (reason: string): string =>
    i18n.exists(`trunks.reason.${reason}`) ? t(`trunks.reason.${reason as 'busy'}`) : reason;
  return (
    <ul className={styles.reasons}>
      {longest.reasons.map(({ fault, reason, calls, ofTrunk }) => (
        <li key={`${fault} ${reason}`}>
          <span>{words(reason)}</span>
          {ofTrunk && (
            <Tooltip title={t('trunks.health.ofTrunkHint')}>
              <Tag color="error" tabIndex={0}>
                {t('trunks.health.ofTrunk')}
              </Tag>
            </Tooltip>
          )}
          <span>{format.whole(calls)}</span>
        </li>
      ))}
    </ul>
  );
}

/** How a trunk does, what became of it, and the way to take it out or put it back. */
export function HealthDrawer(props: {
  readonly trunk: TrunkView;
  readonly health: TrunkHealthView | undefined;
  readonly mayChange: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { trunk, health } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReasonWords();
  return (
    <Drawer open size={640} title={t('trunks.health.title', { name: trunk.name })} onClose={props.onClose}>
      {health === undefined ? (
        <Skeleton active />
      ) : (
        <>
          {props.mayChange && <InOrOut trunk={trunk} health={health} />}
          <Windows health={health} />
          <h2 className={styles.part}>{t('trunks.health.reasons')}</h2>
          <Reasons health={health} />
          <h2 className={styles.part}>{t('trunks.health.passages')}</h2>
          {health.passages.length === 0 && <p className="cd-soft">{t('trunks.health.noPassages')}</p>}
          <ol className={styles.reasons}>
            {health.passages.map(({ at, what, by, because }) => (
              <li key={`${at} ${what}`}>
                <span className="cd-soft">{format.moment(at)}</span>
                <span>{t(`trunks.out.what.${what}`)}</span>
                <span>{by ?? t('trunks.out.rule')}</span>
                <span>{words(because)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </Drawer>
  );
}
