import { useTranslation } from 'react-i18next';
import type { PacingDecisionView } from '../../../src/contract/pacing.ts';
import { useFormat } from '../../shared/format/use-format.ts';

/** A reason that this console does not know yet is shown as it came. */
export function useReason(): (reason: string, figures?: PacingDecisionView['figures']) => string {
  const { t, i18n } = useTranslation();
  return (reason, figures = {}) => {
    const campaign = typeof figures['waitsFor'] === 'string' ? figures['waitsFor'] : t('common.nothing');
    return i18n.exists(`campaigns.because.${reason}`)
      ? t(`campaigns.because.${reason}` as 'campaigns.because.other_campaign_first', { campaign })
      : reason;
  };
}

/** What was there, what was expected, what bounded it. */
const order = [
  'ready',
  'working',
  'pending',
  'waiting',
  'sharedCalls',
  'agentsGivenUp',
  'channelsGivenUp',
  'pendingAnswers',
  'answerRate',
  'answerError',
  'risk',
  'riskBound',
  'heldRisk',
  'budgetLeft',
  'allowance',
  'foreseenShare',
  'abandonRate',
  'abandonTarget',
  'dueCases',
  'freeChannels',
  'cpsTokens',
] as const;
const shares = new Set<string>([
  'abandonRate',
  'abandonTarget',
  'answerRate',
  'answerError',
  'risk',
  'heldRisk',
  'riskBound',
  'allowance',
  'foreseenShare',
]);

/** The figures of a decision, each with its name, in the order in which they count. */
export function useFigures(): (decision: PacingDecisionView) => { name: string; value: string; hint: string }[] {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ figures }) =>
    order.flatMap((key) => {
      const value = figures[key];
      if (typeof value !== 'number') return [];
      return [
        {
          name: t(`pacing.figure.${key}`),
          value: shares.has(key) ? format.share(value) : format.whole(Math.round(value * 10) / 10),
          hint: t(`pacing.figureHint.${key}`),
        },
      ];
    });
}
