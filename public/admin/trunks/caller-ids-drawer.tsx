import { CheckCircleOutlined, EditOutlined, PhoneOutlined } from '@ant-design/icons';
import { App, Button, Drawer, Form, Input, InputNumber, Select, Switch, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallerIdView, ChangeCallerId, TrunkList, TrunkView } from '../../../src/contract/trunk.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useFormat } from '../../shared/format/use-format.ts';
import { ChangeRefusal } from '../../shared/ui/change-refusal.tsx';
import { ReasonDialog } from '../../shared/case-file/reason-dialog.tsx';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { InboundDialog } from './inbound-dialog.tsx';
import { useTrunkOrder } from './trunk-queries.ts';
import styles from './trunks.module.css';

interface Added {
  readonly numbers: readonly string[];
  readonly label?: string;
  readonly dailyLimit?: number | null;
}

function Adder({ trunkId }: { readonly trunkId: string }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Added>();
  const order = useTrunkOrder();
  const send = ({ numbers, label = '', dailyLimit = null }: Added): void =>
    order.mutate(
      { path: `/api/trunks/${trunkId}/caller-ids`, method: 'POST', body: { numbers, label, dailyLimit } },
      {
        onSuccess: () => {
          void message.success(t('trunks.saved'));
          form.resetFields();
        },
      },
    );
  return (
    <>
      <Form form={form} layout="vertical" requiredMark={false} className={styles.adder ?? ''} onFinish={send}>
        <Form.Item
          name="numbers"
          label={t('trunks.callerId.numbers')}
          tooltip={t('trunks.callerId.numbersHint')}
          rules={[{ required: true, message: t('trunks.needed') }]}
        >
          <Select
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={[',', ' ', '\n']}
            placeholder="+12025550100"
          />
        </Form.Item>
        <Form.Item name="label" label={t('trunks.callerId.label')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="dailyLimit" label={t('trunks.callerId.dailyLimit')} tooltip={t('trunks.callerId.limitHint')}>
          <InputNumber min={1} max={100_000} className={styles.full ?? ''} />
        </Form.Item>
        <Form.Item>
          <Button type="primary" htmlType="submit" loading={order.isPending}>
            {t('trunks.callerId.add')}
          </Button>
        </Form.Item>
      </Form>
      <ChangeRefusal title={t('trunks.refused')} error={order.error} />
    </>
  );
}

/** Until when calls to the number are put through; changed in a window of its own. */
function Inbound(props: {
  readonly row: CallerIdView;
  readonly teams: TrunkList['teams'];
  readonly mayChange: boolean;
}): ReactNode {
  const { row, teams, mayChange } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const shown = row.inbound === null ? t('inbound.number.off') : `${row.inbound.opens}–${row.inbound.closes}`;
  return (
    <>
      <Button
        size="small"
        type="text"
        disabled={!mayChange}
        icon={<EditOutlined />}
        iconPlacement="end"
        aria-label={`${t('inbound.number.set', { number: row.e164 })}: ${shown}`}
        onClick={() => setOpen(true)}
      >
        {shown}
      </Button>
      {open && <InboundDialog row={row} teams={teams} onClose={() => setOpen(false)} />}
    </>
  );
}

function Row(props: {
  readonly row: CallerIdView;
  readonly teams: TrunkList['teams'];
  readonly mayChange: boolean;
}): ReactNode {
  const { row, mayChange } = props;
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const order = useTrunkOrder();
  const [limit, setLimit] = useState(row.dailyLimit);
  const failed = (): void => void message.error(t('trunks.callerId.notDone'));
  const [changing, setChanging] = useState<Partial<ChangeCallerId> | null>(null);
  const change = (reason: string): void => {
    const now = { label: row.label, dailyLimit: row.dailyLimit, enabled: row.enabled, version: row.version };
    const body = { ...now, ...changing, reason };
    order.mutate(
      { path: `/api/caller-ids/${row.callerIdId}`, method: 'PUT', body },
      { onSuccess: () => setChanging(null) },
    );
  };
  const leave = (): void => {
    setChanging(null);
    setLimit(row.dailyLimit);
    order.reset();
  };
  return (
    <tr>
      <td className="cd-mono">{row.e164}</td>
      <td>{row.label === '' ? t('common.nothing') : row.label}</td>
      <td>
        <Tooltip
          title={
            row.checkedAt === null
              ? t('trunks.callerId.neverChecked')
              : t('trunks.callerId.checked', { when: format.moment(row.checkedAt) })
          }
        >
          <Tag color={row.verified ? 'success' : 'warning'} tabIndex={0}>
            {t(row.verified ? 'trunks.callerId.verified' : 'trunks.callerId.unverified')}
          </Tag>
        </Tooltip>
      </td>
      <td data-column="amount">{format.whole(row.today)}</td>
      <td>
        <InputNumber
          size="small"
          min={1}
          max={100_000}
          disabled={!mayChange}
          aria-label={`${t('trunks.callerId.dailyLimit')} ${row.e164}`}
          placeholder={t('trunks.callerId.noLimit')}
          value={limit}
          onChange={setLimit}
          onBlur={() => {
            if (limit !== row.dailyLimit) setChanging({ dailyLimit: limit });
          }}
          onPressEnter={(event) => event.currentTarget.blur()}
        />
      </td>
      <td>
        <Switch
          size="small"
          disabled={!mayChange}
          aria-label={`${t('trunks.field.enabled')} ${row.e164}`}
          checked={row.enabled}
          onChange={(enabled) => setChanging({ enabled })}
        />
      </td>
      <td>
        <Inbound row={row} teams={props.teams} mayChange={mayChange} />
      </td>
      <td>
        {mayChange && (
          <Button
            size="small"
            icon={<CheckCircleOutlined />}
            loading={order.isPending}
            onClick={() =>
              order.mutate({ path: `/api/caller-ids/${row.callerIdId}/check`, method: 'POST' }, { onError: failed })
            }
          >
            {t('trunks.callerId.check')}
          </Button>
        )}
        {changing !== null && (
          <ReasonDialog
            title={t('trunks.callerId.change', { number: row.e164 })}
            hint={t('configuration.whyHint')}
            action={t('common.save')}
            busy={order.isPending}
            error={order.error}
            subject={{ subjectType: 'caller_id', subjectId: row.callerIdId }}
            onClose={leave}
            onSubmit={change}
          />
        )}
      </td>
    </tr>
  );
}

export function CallerIdsDrawer(props: {
  readonly trunk: TrunkView;
  readonly teams: TrunkList['teams'];
  readonly mayChange: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { trunk, teams, mayChange } = props;
  const { t } = useTranslation();
  const hints: Readonly<Record<string, string>> = {
    today: t('trunks.callerId.todayHint'),
    dailyLimit: t('trunks.callerId.limitHint'),
    enabled: t(mayChange ? 'trunks.callerId.enabledHint' : 'trunks.callerId.adminOnly'),
  };
  const columns = ['number', 'label', 'state', 'today', 'dailyLimit', 'enabled'] as const;
  return (
    <Drawer open size={940} title={t('trunks.callerId.title', { name: trunk.name })} onClose={props.onClose}>
      {mayChange && <Adder trunkId={trunk.trunkId} />}
      {trunk.callerIds.length === 0 ? (
        <EmptyView icon={<PhoneOutlined />} title={t('trunks.callerId.empty')} hint={t('trunks.callerId.emptyHint')} />
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-column={column === 'today' ? 'amount' : undefined}>
                  <Tooltip title={hints[column]}>{t(`trunks.callerId.column.${column}`)}</Tooltip>
                </th>
              ))}
              <th scope="col">
                <Tooltip title={t('inbound.number.columnHint')}>{t('inbound.number.column')}</Tooltip>
              </th>
              <th aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {trunk.callerIds.map((row) => (
              <Row key={`${row.callerIdId} ${row.version}`} row={row} teams={teams} mayChange={mayChange} />
            ))}
          </tbody>
        </table>
      )}
    </Drawer>
  );
}
