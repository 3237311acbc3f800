import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../src/contract/people.ts';
import { ReasonDialog } from '../../shared/case-file/reason-dialog.tsx';
import { usePeopleOrder } from './people-queries.ts';

/** An account is closed, or opened again, with a reason; what it still owns can be handed over first. */
export function AccountDialog(props: {
  readonly person: PersonView;
  /** Null: the viewer may not. */
  readonly onHandOver: (() => void) | null;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const order = usePeopleOrder();
  const { person, onHandOver, onClose } = props;
  const act = person.disabledAt === null ? 'deactivate' : 'reactivate';
  const offers = act === 'deactivate' && onHandOver !== null && person.openCases > 0;
  return (
    <ReasonDialog
      title={t(`people.sure.${act}`, { name: person.displayName })}
      hint={t(`people.sure.${act}Detail`, { count: person.openCases })}
      action={t(`people.act.${act}`)}
      danger={act === 'deactivate'}
      busy={order.isPending}
      error={order.error}
      onClose={onClose}
      onSubmit={(reason) =>
        order.mutate(
          { path: `/api/people/${person.personId}/${act}`, method: 'POST', body: { reason } },
          { onSuccess: onClose },
        )
      }
    >
      {offers && (
        <div>
          <Button onClick={onHandOver}>{t('people.handover.first')}</Button>
        </div>
      )}
    </ReasonDialog>
  );
}
