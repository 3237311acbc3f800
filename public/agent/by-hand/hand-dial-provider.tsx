import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HandDialContext, type HandDial } from '../../shared/case-file/hand-dial.ts';
import { useFloor } from '../floor/floor-context.ts';
import { useHandDialOrder } from './hand-queries.ts';

/** Numbers of any case page can be dialed by hand in this console. */
export function HandDialProvider(props: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const { state, alive } = useFloor().view.state;
  const { mutate, isPending } = useHandDialOrder(() => undefined);
  const blocked = state !== 'ready' || !alive ? t('floor.hand.refused.not_ready') : null;
  const hand = useMemo<HandDial>(
    () => ({
      blocked,
      busy: isPending,
      dial: (caseId, numberId) => mutate({ caseId, numberId, mode: 'manual' }),
    }),
    [blocked, isPending, mutate],
  );
  return <HandDialContext value={hand}>{props.children}</HandDialContext>;
}
