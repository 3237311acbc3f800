import { windowRule, type WindowRuleSettings, type WindowRuleView } from '../../../src/contract/window-rule.ts';

export const emptyWindow: WindowRuleSettings = {
  name: '',
  preset: null,
  campaignId: null,
  clientId: null,
  zones: [],
  classes: [],
  weekdays: [],
  on: 'every',
  calendar: null,
  hours: [{ from: '09:00', to: '18:00' }],
};

export const draftOf = ({
  windowId: _id,
  version: _version,
  campaignName: _c,
  clientName: _l,
  ...rule
}: WindowRuleView) => rule;

export const isWhole = (draft: WindowRuleSettings): boolean => windowRule.safeParse(draft).success;
