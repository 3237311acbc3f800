import { useTranslation } from 'react-i18next';
import { useTerm } from '../../shared/i18n/use-term.ts';

/** Which gate is shut and why, in a sentence's length. */
export function useWhy(): (standing: {
  readonly gate: string | null;
  readonly reason: string | null;
  readonly detail: string | null;
}) => string {
  const { t } = useTranslation();
  const term = useTerm();
  return ({ gate, reason, detail }) => {
    if (gate === null) return t('probe.noGate');
    return [
      reason === null ? term('gate', gate) : `${term('gate', gate)}: ${term('reason', reason)}`,
      ...(detail === null ? [] : [term('gateDetail', detail)]),
    ].join(' · ');
  };
}
