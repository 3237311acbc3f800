import { agentWall, forcedState, forceStateRequest } from '../../contract/agent-wall.ts';
import { agentBootstrap, agentStateRequest, agentStateView, dtmfRequest, todayFigures } from '../../contract/agent.ts';
import { assignCaller, waitingCalls } from '../../contract/inbound.ts';
import { routingPreview, routingPreviewQuery } from '../../contract/routing-preview.ts';
import { wrapUpForm, wrapUpInput, wrapUpSaved } from '../../contract/wrap-up.ts';
import { apiRoute, type ApiRoute } from '../../platform/api-route.ts';
import { wrapUpQuery } from './agent-door.ts';

/** Agents, and the calls they are on. */
export const apiOfRouting: readonly ApiRoute[] = [
  apiRoute('get /api/agent/bootstrap', 'agent', 'Enough to draw the console.', { reply: agentBootstrap }),
  apiRoute('post /api/agent/state', 'agent', 'Ready, break, off.', { body: agentStateRequest, reply: agentStateView }),
  apiRoute('get /api/agent/today', 'agent', 'Figures of the day.', { reply: todayFigures }),
  apiRoute('get /api/agent/wrap-up', 'agent', 'The form with its bounds.', { query: wrapUpQuery, reply: wrapUpForm }),
  apiRoute('post /api/agent/wrap-up', 'agent', 'Saves it.', { body: wrapUpInput, reply: wrapUpSaved }),
  apiRoute('get /api/inbound/waiting', 'supervisor', 'Callers who wait, the longest wait first.', {
    reply: waitingCalls,
  }),
  apiRoute('put /api/inbound/waiting/:attemptId/agent', 'supervisor', 'Who takes the caller.', { body: assignCaller }),
  apiRoute('post /api/calls/:attemptId/hangup', 'agent', 'Ends one’s own call.'),
  apiRoute('post /api/calls/:attemptId/hold', 'agent', 'Holds it.'),
  apiRoute('post /api/calls/:attemptId/resume', 'agent', 'Takes it up again.'),
  apiRoute('post /api/calls/:attemptId/dtmf', 'agent', 'Sends keys.', { body: dtmfRequest }),
  apiRoute('get /api/cases/:id/routing', 'supervisor', 'Who would get a call of the case now, and why.', {
    ...{ query: routingPreviewQuery, reply: routingPreview },
  }),
  apiRoute('get /api/floor/agents', 'supervisor', 'Who does what, since when.', { reply: agentWall }),
  apiRoute('post /api/floor/agents/:agentId/state', 'supervisor', 'Frees an agent who is stuck.', {
    ...{ body: forceStateRequest, reply: forcedState },
  }),
];
