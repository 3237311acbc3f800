import { z } from 'zod';

/** `GET /api/trunks/costs`: what calls cost, by the agency's day, trunk and campaign. */

const figures = {
  calls: z.number(),
  answered: z.number(),
  /** Begun minutes of answered calls. */
  minutes: z.number(),
  /** Millionths of the currency. */
  micros: z.number(),
  /** Answered calls of a time in which no price was set; they are not in `micros`. */
  unpriced: z.number(),
};

export const trunkCostRow = z.object({
  day: z.string(),
  trunkId: z.string(),
  trunk: z.string(),
  /** Null: of no campaign. */
  campaign: z.string().nullable(),
  /** Null: no price was set. */
  currency: z.string().nullable(),
  ...figures,
});
export type TrunkCostRow = z.infer<typeof trunkCostRow>;

export const trunkCosts = z.object({
  from: z.string(),
  to: z.string(),
  rows: z.array(trunkCostRow),
  totals: z.array(z.object({ currency: z.string().nullable(), ...figures })),
});
export type TrunkCosts = z.infer<typeof trunkCosts>;
