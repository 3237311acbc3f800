import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionSummary } from '../../../src/contract/people.ts';
import { useFormat } from '../format/use-format.ts';
import styles from './account.module.css';

/** What a browser calls itself, as far as it helps to tell one's own. */
const browserOf = (userAgent: string | null): string | null => {
  const found = /(Edg|Firefox|Chrome|Safari)[A-Za-z]*\/(\d+)/.exec(userAgent ?? '');
  const system = /(Windows|Macintosh|Linux|Android|iPhone|iPad)/.exec(userAgent ?? '')?.[1];
  const name = found?.[1] === 'Edg' ? 'Edge' : found?.[1];
  return name === undefined ? null : [`${name} ${found?.[2] ?? ''}`, system].filter(Boolean).join(' · ');
};

export function SessionTable(props: {
  readonly sessions: readonly SessionSummary[];
  readonly busy: boolean;
  readonly onEnd: (sessionId: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={styles.sessions}>
      <thead>
        <tr>
          <th scope="col">{t('account.sessions.browser')}</th>
          <th scope="col">{t('account.sessions.method')}</th>
          <th scope="col">{t('account.sessions.opened')}</th>
          <th scope="col">{t('account.sessions.seen')}</th>
          <th aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {props.sessions.map((session) => (
          <tr key={session.sessionId}>
            <td>
              {browserOf(session.userAgent) ?? t('common.unknown')}{' '}
              {session.current && <Tag color="processing">{t('account.sessions.current')}</Tag>}
            </td>
            <td>{t(`account.sessions.methods.${session.method}`)}</td>
            <td>{format.moment(session.createdAt)}</td>
            <td>{format.moment(session.lastSeenAt)}</td>
            <td>
              {!session.current && (
                <Button size="small" danger disabled={props.busy} onClick={() => props.onEnd(session.sessionId)}>
                  {t('account.sessions.end')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
