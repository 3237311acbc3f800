import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { progressExceptions, type ExceptionName, type ProgressList } from '../../../src/contract/progress.ts';
import { request } from '../../shared/api/request.ts';
import styles from './exceptions.module.css';

const refreshMs = 30_000;
const colors = { breached: '#b42318', warned: '#a65a00', excused: '#5c6d7e' } as const;

/** Where the items stand: a list of cases, or the board of their own. */
const opens: Readonly<Record<ExceptionName, { readonly list: ProgressList } | { readonly page: string }>> = {
  overdue: { list: 'overdue' },
  excused: { list: 'excused' },
  newly_broken: { list: 'newly_broken' },
  recordings_missing: { list: 'recordings_missing' },
  tasks_breached: { page: '/tasks?state=breached' },
  tasks_soon: { page: '/tasks?state=due_soon' },
  fraud_breached: { page: '/fraud?due=true' },
  imports_rejected: { page: '/placements' },
};

/** What has to be looked at now, each figure with the way to its list; the places stay when the figures change. */
export function Exceptions({ onOpen }: { readonly onOpen: (list: ProgressList) => void }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const report = useQuery({
    queryKey: ['progress', 'exceptions'],
    queryFn: ({ signal }) => request(progressExceptions, '/api/progress/exceptions', { signal }),
    refetchInterval: refreshMs,
  });
  return (
    <section className={styles.panel} aria-label={t('progress.exceptions.title')} aria-busy={report.isPending}>
      <Tooltip title={t('progress.exceptions.hint')}>
        <h2>{t('progress.exceptions.title')}</h2>
      </Tooltip>
      {report.isError && <span className="cd-soft">{t('progress.exceptions.unknown')}</span>}
      {report.data?.exceptions.map(({ name, level, count }) => (
        <Tooltip key={name} title={t(`progress.exceptions.hints.${name}`)}>
          <Button
            size="small"
            type="text"
            disabled={count === 0}
            data-exception={name}
            onClick={() => {
              const to = opens[name];
              if ('list' in to) onOpen(to.list);
              else void navigate(to.page);
            }}
          >
            {t(`progress.exceptions.names.${name}`)}
            <Badge
              count={count}
              showZero
              overflowCount={9_999}
              color={count === 0 ? '#8c99a6' : colors[level]}
              size="small"
            />
          </Button>
        </Tooltip>
      ))}
    </section>
  );
}
