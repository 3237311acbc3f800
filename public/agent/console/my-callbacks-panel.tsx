import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { callbackList } from '../../../src/contract/callback.ts';
import { request } from '../../shared/api/request.ts';
import panel from '../../shared/case-file/panel.module.css';
import { PromisedCalls } from '../../shared/promised/promised-calls.tsx';

const refreshMs = 5_000;

/** Between calls: what the agent has promised, counted down. Nothing promised takes no room. */
export function MyCallbacksPanel(): ReactNode {
  const { t } = useTranslation();
  const owed = useQuery({
    queryKey: ['callbacks', 'mine'],
    queryFn: ({ signal }) => request(callbackList, '/api/callbacks?mine=true', { signal }),
    refetchInterval: refreshMs,
  });
  const calls = owed.data?.callbacks ?? [];
  if (calls.length === 0) return null;
  return (
    <section className={panel.panel} aria-labelledby="my-callbacks">
      <header className={panel.head}>
        <h2 id="my-callbacks">
          {t('inbound.promised.mine')} <span className={panel.count}>{calls.length}</span>
        </h2>
      </header>
      <div className={panel.body}>
        <PromisedCalls calls={calls} linkTo={(caseId, text) => <Link to={`/cases/${caseId}`}>{text}</Link>} />
      </div>
    </section>
  );
}
