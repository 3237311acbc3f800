import { askedCheck, checkReply, newTestCall, newTestNumber, testNumberList } from '../../contract/test-call.ts';
import { trunkCosts } from '../../contract/trunk-cost.ts';
import { costPeriod } from './trunk-costs-door.ts';
import { z } from 'zod';
import { handDialed, handDialInput, previewCampaigns, previewOffer, previewSkip } from '../../contract/by-hand.ts';
import {
  campaignChecklist,
  campaignChoices,
  campaignFit,
  campaignMade,
  campaignSetupView,
  caseFilters,
  changeCampaign,
  cloneCampaign,
  newCampaign,
} from '../../contract/campaign-setup.ts';
import { campaignFilters, campaignList, campaignQuery, campaignView } from '../../contract/campaign.ts';
import { changeInbound } from '../../contract/inbound.ts';
import {
  answersView,
  directedCampaigns,
  pacingAnswer,
  pacingDecisionPage,
  pacingHistory,
  changePacing,
  pacingView,
  replayRequest,
  replayView,
} from '../../contract/pacing.ts';
import {
  changeCallerId,
  changeTrunk,
  changeTrunkAccount,
  newCallerIds,
  newTrunk,
  trunkFilters,
  trunkHealthList,
  trunkList,
  trunkOrder,
  trunkQuery,
  trunksSealed,
} from '../../contract/trunk.ts';
import { apiRoute, type ApiRoute } from '../../platform/api-route.ts';
import { atQuery, hoursQuery, pageQuery } from './pacing-door.ts';

const made = z.object({ id: z.string() });

/** Campaigns, how they are paced, and the lines to the outside. Supervisors reach the campaigns that they direct. */
export const apiOfDialer: readonly ApiRoute[] = [
  apiRoute('get /api/campaigns', 'signed-in', 'Campaigns.', { query: campaignQuery, reply: campaignList }),
  apiRoute('get /api/campaigns/export.csv', 'supervisor with export', 'The list as a file.', {
    ...{ query: campaignFilters, reply: 'file' },
  }),
  apiRoute('get /api/campaigns/choices', 'supervisor', 'What there is to choose from.', { reply: campaignChoices }),
  apiRoute('post /api/campaigns/fit', 'supervisor', 'How many cases would fit.', {
    ...{ body: caseFilters, reply: campaignFit },
  }),
  apiRoute('post /api/campaigns', 'supervisor', 'A new campaign, as a draft.', {
    ...{ body: newCampaign, reply: campaignMade, status: 201 },
  }),
  apiRoute('get /api/campaigns/:id/setup', 'supervisor', 'How it is set up.', { reply: campaignSetupView }),
  apiRoute('put /api/campaigns/:id/setup', 'supervisor', 'Changes that.', {
    body: changeCampaign,
    reply: campaignMade,
  }),
  apiRoute('post /api/campaigns/:id/clone', 'supervisor', 'Another one like it.', {
    ...{ body: cloneCampaign, reply: campaignMade, status: 201 },
  }),
  apiRoute('get /api/campaigns/:id/checklist', 'supervisor', 'What it still needs to start.', {
    reply: campaignChecklist,
  }),
  apiRoute('post /api/campaigns/:id/start', 'supervisor', 'Starts it.', { reply: campaignView }),
  apiRoute('post /api/campaigns/:id/pause', 'supervisor', 'Pauses it.', { reply: campaignView }),
  apiRoute('post /api/campaigns/:id/drain', 'supervisor', 'Lets its calls end.', { reply: campaignView }),
  apiRoute('get /api/pacing/campaigns', 'supervisor', 'Campaigns that one directs.', { reply: directedCampaigns }),
  apiRoute('get /api/campaigns/:id/pacing', 'supervisor', 'How it is dialed now, and why.', { reply: pacingView }),
  apiRoute('post /api/campaigns/:id/pacing', 'supervisor', 'Changes how it is dialed.', {
    ...{ body: changePacing, reply: pacingView },
  }),
  apiRoute('post /api/campaigns/:id/pacing/replay', 'supervisor', 'A day under other settings.', {
    ...{ body: replayRequest, reply: replayView },
  }),
  apiRoute('get /api/campaigns/:id/pacing/answers', 'supervisor', 'How good the estimates of who answers are.', {
    reply: answersView,
  }),
  apiRoute('get /api/campaigns/:id/pacing/decisions', 'supervisor', 'Decisions, the latest first.', {
    ...{ query: pageQuery, reply: pacingDecisionPage },
  }),
  apiRoute('get /api/campaigns/:id/pacing/decision', 'supervisor', 'The one in force at an instant.', {
    ...{ query: atQuery, reply: pacingAnswer },
  }),
  apiRoute('get /api/campaigns/:id/pacing/history', 'supervisor', 'Minutes of the last hours.', {
    ...{ query: hoursQuery, reply: pacingHistory },
  }),
  apiRoute('post /api/agent/dial', 'agent', 'Dials a number by hand.', {
    ...{ body: handDialInput, reply: handDialed, status: 202 },
  }),
  apiRoute('get /api/agent/preview', 'agent', 'Campaigns whose cases are looked at first.', {
    reply: previewCampaigns,
  }),
  apiRoute('post /api/agent/preview/next', 'agent', 'The next case to look at.', { reply: previewOffer }),
  apiRoute('post /api/agent/preview/skip', 'agent', 'Passes it over.', { body: previewSkip }),
  apiRoute('get /api/trunks', 'supervisor', 'Trunks with their caller ids.', { query: trunkQuery, reply: trunkList }),
  apiRoute('get /api/trunks/export.csv', 'supervisor with export', 'The list as a file.', {
    ...{ query: trunkFilters, reply: 'file' },
  }),
  apiRoute('get /api/trunks/health', 'supervisor', 'How they do.', { reply: trunkHealthList }),
  apiRoute('post /api/trunks/:id/out', 'admin', 'Takes one out.', { body: trunkOrder, reply: made }),
  apiRoute('post /api/trunks/:id/back', 'admin', 'Brings it back.', { body: trunkOrder, reply: made }),
  apiRoute('get /api/trunks/costs', 'supervisor', 'What calls cost.', { query: costPeriod, reply: trunkCosts }),
  apiRoute('get /api/trunks/costs/export', 'supervisor with export', 'The same as a file.', {
    query: costPeriod,
    reply: 'file',
  }),
  apiRoute('get /api/test-numbers', 'admin', 'One’s own test numbers.', { reply: testNumberList }),
  apiRoute('post /api/test-numbers', 'admin', 'Registers one.', {
    body: newTestNumber,
    reply: z.object({ testNumberId: z.string() }),
    status: 201,
  }),
  apiRoute('delete /api/test-numbers/:id', 'admin', 'Forgets one.'),
  apiRoute('post /api/trunks/:id/test-calls', 'admin', 'Rings one’s own phone.', {
    body: newTestCall,
    reply: z.object({ testCallId: z.string() }),
    status: 201,
  }),
  apiRoute('get /api/test-calls/:id/events', 'admin', 'Its events as they come, server-sent.', { reply: 'file' }),
  apiRoute('post /api/trunks/:id/checks/:step', 'admin', 'One step of the check.', {
    body: askedCheck,
    reply: checkReply,
  }),
  apiRoute('post /api/trunks', 'admin', 'A new trunk.', { body: newTrunk, reply: made, status: 201 }),
  apiRoute('put /api/trunks/:id', 'admin', 'Changes it.', { body: changeTrunk, reply: made }),
  apiRoute('put /api/trunks/:id/account', 'admin', 'Replaces its account.', { body: changeTrunkAccount, reply: made }),
  apiRoute('post /api/trunks/seal-anew', 'admin', 'Seals what the key before sealed.', { reply: trunksSealed }),
  apiRoute('post /api/trunks/:id/caller-ids', 'admin', 'Numbers to show.', {
    ...{ body: newCallerIds, reply: made, status: 201 },
  }),
  apiRoute('put /api/caller-ids/:id', 'admin', 'Changes one.', { body: changeCallerId, reply: made }),
  apiRoute('put /api/caller-ids/:id/inbound', 'admin', 'Whether calls to it are taken.', {
    ...{ body: changeInbound, reply: made },
  }),
  apiRoute('post /api/caller-ids/:id/check', 'admin', 'Asks the provider whether it may be shown.', { reply: made }),
];
