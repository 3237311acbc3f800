/** Of a campaign: `draining` launches nothing more and is `drained` once its last call has ended. */
export const campaignStatuses = ['draft', 'running', 'paused', 'draining', 'drained'] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

/** What a supervisor may ask of it. */
export type CampaignOrder = 'running' | 'paused' | 'draining';

/** The status that an order leads to; null: it changes nothing. */
export function orderedStatus(from: CampaignStatus, order: CampaignOrder): CampaignStatus | null {
  if (from === order) return null;
  // What is empty already needs no emptying.
  if (order === 'draining') return from === 'drained' ? null : 'draining';
  return order;
}
