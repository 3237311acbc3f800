import { DeleteOutlined, EditOutlined, GlobalOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneOverrideView } from '../../../src/contract/zone.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { SetUpPage } from '../../shared/table/set-up-page.tsx';
import { TelephonyTabs } from '../trunks/telephony-tabs.tsx';
import rows from '../trunks/trunks.module.css';
import { SetZoneDialog, TakeBackDialog } from './zone-dialogs.tsx';
import { useZones } from './zone-queries.ts';
import styles from './zones.module.css';

type Doing = { readonly what: 'set' | 'take-back'; readonly override: ZoneOverrideView } | { readonly what: 'add' };

const columns = ['prefix', 'zone', 'now', 'numbers', 'reason', 'by'] as const;

function Row(props: {
  readonly override: ZoneOverrideView;
  readonly readAt: number;
  readonly mayChange: boolean;
  readonly onDo: (doing: Doing) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { override, onDo } = props;
  const { prefix, zone, numbers, byLonger, reason, setAt, setByName } = override;
  return (
    <tr>
      <td>
        <strong className="cd-mono">{prefix}</strong>
      </td>
      <td>{zone}</td>
      <td>{format.time(props.readAt, zone)}</td>
      <td>
        <Tooltip title={byLonger === 0 ? '' : t('zones.byLonger', { numbers: format.whole(byLonger) })}>
          <span tabIndex={byLonger === 0 ? -1 : 0}>{format.whole(numbers)}</span>
        </Tooltip>
      </td>
      <td className={styles.reason} title={reason}>
        {reason === '' ? t('common.nothing') : reason}
      </td>
      <td>
        {setByName ?? t('cases.system')} <span className="cd-soft">{format.moment(setAt)}</span>
      </td>
      <td>
        {props.mayChange && (
          <div className={rows.actions}>
            <Button size="small" icon={<EditOutlined />} onClick={() => onDo({ what: 'set', override })}>
              {t('zones.change')}
            </Button>
            <Button
              size="small"
              danger
              icon={<DeleteOutlined />}
              aria-label={t('zones.takeBackOf', { prefix })}
              title={t('zones.takeBack')}
              onClick={() => onDo({ what: 'take-back', override })}
            />
          </div>
        )}
      </td>
    </tr>
  );
}

/** The clock of numbers that begin so, where it is not that of their place (5.3). */
export function ZonesPage({ mayChange }: { readonly mayChange: boolean }): ReactNode {
  const { t } = useTranslation();
  const zones = useZones();
  const [doing, setDoing] = useState<Doing | null>(null);
  const list = zones.data?.overrides;
  const close = (): void => setDoing(null);
  return (
    <SetUpPage
      tabs={<TelephonyTabs />}
      query={zones}
      rows={list}
      heads={columns.map((column) => ({
        key: column,
        title: t(`zones.column.${column}`),
        hint: column === 'numbers' ? t('zones.numbersHint') : undefined,
      }))}
      row={(override) => (
        <Row
          key={override.prefix}
          override={override}
          readAt={zones.dataUpdatedAt}
          mayChange={mayChange}
          onDo={setDoing}
        />
      )}
      empty={{ icon: <GlobalOutlined />, title: t('zones.empty'), hint: t('zones.emptyHint') }}
      add={mayChange ? { label: t('zones.add'), onAdd: () => setDoing({ what: 'add' }) } : null}
    >
      {doing !== null && doing.what !== 'take-back' && (
        <SetZoneDialog override={doing.what === 'add' ? null : doing.override} others={list ?? []} onClose={close} />
      )}
      {doing?.what === 'take-back' && <TakeBackDialog override={doing.override} onClose={close} />}
    </SetUpPage>
  );
}
