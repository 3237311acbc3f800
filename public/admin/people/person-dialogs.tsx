import { App, Button, Drawer, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView, TemporaryPassword } from '../../../src/contract/people.ts';
import { SessionTable } from '../../shared/account/session-table.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { FailureView } from '../../shared/ui/failure-view.tsx';
import { ShownOnce } from './shown-once.tsx';
import { usePeopleOrder, usePersonSessions } from './people-queries.ts';

/** Whoever closes it without writing it down gives another one. */
export function TemporaryPasswordDialog(props: {
  readonly given: TemporaryPassword;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ShownOnce
      title={t('people.temporary.title')}
      lead={t('people.temporary.lead', { until: format.moment(props.given.temporaryUntil) })}
      secret={props.given.temporaryPassword}
      onClose={props.onClose}
    />
  );
}

export function SessionsDrawer(props: { readonly person: PersonView; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { person } = props;
  const sessions = usePersonSessions(person.personId);
  const order = usePeopleOrder();
  const end = (path: string): void =>
    order.mutate(
      { path: `/api/people/${person.personId}/sessions${path}`, method: 'DELETE' },
      { onSuccess: () => void message.success(t('people.sessions.ended')) },
    );
  const content = (): ReactNode => {
    if (sessions.isError) return <FailureView error={sessions.error} retry={() => void sessions.refetch()} />;
    if (sessions.data === undefined) return <Skeleton active />;
    if (sessions.data.length === 0) return <EmptyView title={t('people.sessions.none')} />;
    return <SessionTable sessions={sessions.data} busy={order.isPending} onEnd={(id) => end(`/${id}`)} />;
  };
  return (
    <Drawer
      open
      size={640}
      title={t('people.sessions.of', { name: person.displayName })}
      onClose={props.onClose}
      extra={
        <Button danger disabled={(sessions.data ?? []).length === 0} loading={order.isPending} onClick={() => end('')}>
          {t('people.sessions.endAll')}
        </Button>
      }
    >
      {content()}
    </Drawer>
  );
}
