import { ClockCircleOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WindowRuleView } from '../../../src/contract/window-rule.ts';
import { ReasonDialog } from '../../shared/case-file/reason-dialog.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { SetUpPage } from '../../shared/table/set-up-page.tsx';
import { TelephonyTabs } from '../trunks/telephony-tabs.tsx';
import { dateOfWeekday } from './choices.ts';
import { useWindowOrder, useWindows } from './hours-queries.ts';
import styles from './hours.module.css';
import { WindowEditor } from './window-editor.tsx';

type Doing =
  | { readonly what: 'edit'; readonly window: WindowRuleView | null }
  | { readonly what: 'remove'; readonly window: WindowRuleView };

const columns = ['name', 'whose', 'numbers', 'days', 'hours'] as const;

function RemoveDialog({
  window,
  onClose,
}: {
  readonly window: WindowRuleView;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const order = useWindowOrder();
  return (
    <ReasonDialog
      title={t('windows.removeOf', { name: window.name })}
      hint={t('windows.removeHint')}
      action={t('windows.remove')}
      danger
      busy={order.isPending}
      error={order.error}
      onClose={onClose}
      onSubmit={(reason) =>
        order.mutate(
          {
            path: `/api/windows/${window.windowId}/remove`,
            method: 'POST',
            body: { reason, version: window.version },
          },
          { onSuccess: onClose },
        )
      }
    />
  );
}

/** Hours that calls keep besides those of their preset. */
export function WindowsPage(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const windows = useWindows();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = (): void => setDoing(null);
  const list = windows.data;
  const row = (window: WindowRuleView): ReactNode => (
    <tr key={window.windowId}>
      <td>
        <strong>{window.name}</strong>
      </td>
      <td>
        {[window.preset, window.campaignName, window.clientName].filter((each) => each !== null).join(' · ') ||
          t('windows.everybody')}
      </td>
      <td>
        {[...window.classes.map((each) => t(`terms.numberClass.${each}`)), ...window.zones].join(', ') ||
          t('windows.all')}
      </td>
      <td>
        {[
          ...(window.on === 'every' ? [] : [t(`windows.on.${window.on}`)]),
          ...(window.calendar === null ? [] : [window.calendar]),
          ...window.weekdays.map((day) => format.weekday(dateOfWeekday(day))),
        ].join(', ') || t('windows.on.every')}
      </td>
      <td>{window.hours.map(({ from, to }) => `${from}–${to}`).join(', ') || t('windows.closed')}</td>
      <td>
        {list?.mayChange === true && (
          <div className={styles.actions}>
            <Button size="small" icon={<EditOutlined />} onClick={() => setDoing({ what: 'edit', window })}>
              {t('zones.change')}
            </Button>
            <Button
              size="small"
              danger
              icon={<DeleteOutlined />}
              aria-label={t('windows.removeOf', { name: window.name })}
              title={t('windows.remove')}
              onClick={() => setDoing({ what: 'remove', window })}
            />
          </div>
        )}
      </td>
    </tr>
  );
  return (
    <SetUpPage
      tabs={<TelephonyTabs />}
      query={windows}
      rows={list?.windows}
      heads={columns.map((column) => ({ key: column, title: t(`windows.column.${column}`) }))}
      row={row}
      empty={{ icon: <ClockCircleOutlined />, title: t('windows.empty'), hint: t('windows.emptyHint') }}
      add={
        list?.mayChange === true
          ? { label: t('windows.add'), onAdd: () => setDoing({ what: 'edit', window: null }) }
          : null
      }
    >
      {doing?.what === 'edit' && list !== undefined && (
        <WindowEditor list={list} window={doing.window} onClose={close} />
      )}
      {doing?.what === 'remove' && <RemoveDialog window={doing.window} onClose={close} />}
    </SetUpPage>
  );
}
