import { ScheduleOutlined } from '@ant-design/icons';
import { Tag, Tooltip } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackView } from '../../../src/contract/callback.ts';
import table from '../case-file/case-list.module.css';
import { clockSpan } from '../format/span.ts';
import { useFormat } from '../format/use-format.ts';
import { EmptyView } from '../ui/empty-view.tsx';

const everyMs = 1_000;
/** Farther away the time of day says more than a countdown. */
const countedMs = 60 * 60_000;

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Calls that somebody was promised, the first due first, counted down. */
export function PromisedCalls(props: {
  readonly calls: readonly CallbackView[];
  readonly withOwner?: boolean;
  readonly linkTo?: (caseId: string, text: string) => ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { calls, withOwner = false, linkTo = (_caseId, text) => text } = props;
  if (calls.length === 0) {
    return (
      <EmptyView
        icon={<ScheduleOutlined />}
        title={t('inbound.promised.empty')}
        hint={t('inbound.promised.emptyHint')}
      />
    );
  }
  const standing = ({ dueAt, state }: CallbackView): string => {
    if (state === 'ringing') return t('inbound.promised.ringing');
    const left = dueAt - now;
    if (left <= 0) return t('inbound.promised.dueSince', { span: clockSpan(-left) });
    return left < countedMs ? t('inbound.promised.in', { span: clockSpan(left) }) : format.moment(dueAt);
  };
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('inbound.promised.column.due')}</th>
          <th scope="col">{t('inbound.promised.column.case')}</th>
          <th scope="col">{t('inbound.promised.column.number')}</th>
          {withOwner && <th scope="col">{t('inbound.promised.column.owner')}</th>}
          <th scope="col">
            <Tooltip title={t('inbound.promised.audienceHint')}>{t('inbound.promised.column.audience')}</Tooltip>
          </th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <tr key={call.callbackId} data-callback={call.callbackId}>
            <td>
              <Tooltip
                title={
                  call.zone === null
                    ? format.moment(call.dueAt)
                    : t('inbound.promised.there', { when: format.moment(call.dueAt, call.zone) })
                }
              >
                <span role="timer" tabIndex={0}>
                  {standing(call)}
                </span>
              </Tooltip>{' '}
              {call.late && <Tag color="error">{t('inbound.promised.late')}</Tag>}
            </td>
            <td>{linkTo(call.caseId, call.debtorName ?? call.externalRef)}</td>
            <td className="cd-mono">{call.masked}</td>
            {withOwner && <td>{call.ownerName ?? t('common.nothing')}</td>}
            <td>{t(`inbound.promised.audience.${call.audience}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
