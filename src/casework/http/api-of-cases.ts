import { z } from 'zod';
import { agentCalls, agentCallsQuery } from '../../contract/agent-calls.ts';
import { callbackList, callbackQuery } from '../../contract/callback.ts';
import { caseLanguage } from '../../contract/case-language.ts';
import { caseOwnerRequest, caseOwners } from '../../contract/case-owner.ts';
import { handoverCancel, handoverOffer, handoverRequest } from '../../contract/handover.ts';
import {
  attemptDecision,
  attemptList,
  attemptQuery,
  caseDecision,
  caseFilters,
  caseList,
  casePage,
  caseQuery,
  caseSearch,
} from '../../contract/case.ts';
import { consentInput, consentRecorded } from '../../contract/consent.ts';
import { correctionForm, correctionRequest } from '../../contract/correction.ts';
import { fraudBoard, fraudDetail, fraudMoveRequest, fraudQuery, fraudsOfCase } from '../../contract/fraud.ts';
import { callerIdentified } from '../../contract/inbound.ts';
import { leaveDecision, leaveRequest, leaveView, waitingLeaves } from '../../contract/leave.ts';
import { numberActReply, numberActRequest } from '../../contract/number-release.ts';
import { recordingChoices, recordingFilters, recordingPage, recordingSearch } from '../../contract/recording-search.ts';
import { recordingPeaks } from '../../contract/recording.ts';
import { liftRequest, stopReply, stopRequest } from '../../contract/stops.ts';
import {
  checklistEntry,
  checklistView,
  newNumber,
  taskAsked,
  taskEnding,
  taskList,
  taskOwner,
  taskQuery,
  tasksWanted,
  verifyNumber,
} from '../../contract/task.ts';
import { timelinePage, timelineQuery } from '../../contract/timeline.ts';
import {
  addressReverified,
  visitAsked,
  visitDecision,
  visitDispatch,
  visitList,
  visitOptions,
  visitQuery,
  visitsWanted,
  visitReturn,
  visitSaved,
} from '../../contract/visit.ts';
import { wrapUpSaved } from '../../contract/wrap-up.ts';
import { apiRoute, type ApiRoute } from '../../platform/api-route.ts';
import { noteBody } from './cases-door.ts';
import { formQuery } from './corrections-door.ts';
import { peaksQuery } from './recordings-door.ts';

/** Cases and all that hangs on them. Agents see their own, supervisors those of the house. */
export const apiOfCases: readonly ApiRoute[] = [
  apiRoute('get /api/cases', 'signed-in', 'Cases, found by number or name.', { query: caseQuery, reply: caseList }),
  apiRoute('get /api/cases/export.csv', 'supervisor with export', 'The list as a file.', {
    ...{ query: caseFilters, reply: 'file' },
  }),
  apiRoute('post /api/cases/search', 'signed-in', 'Cases by words that may not stand in an address.', {
    ...{ body: caseSearch, reply: caseList },
  }),
  apiRoute('get /api/cases/:id', 'signed-in', 'A case with its numbers and counters.', { reply: casePage }),
  apiRoute('get /api/cases/:id/decision', 'signed-in', 'Why it is dialed now, or not.', { reply: caseDecision }),
  apiRoute('get /api/cases/:id/attempts', 'signed-in', 'Its calls, the latest first.', {
    ...{ query: attemptQuery, reply: attemptList },
  }),
  apiRoute('get /api/cases/:id/attempts/:attemptId/decision', 'supervisor', 'Why a call was placed.', {
    reply: attemptDecision,
  }),
  apiRoute('post /api/cases/:id/linked-seen', 'signed-in', 'The linked cases have been looked at.'),
  apiRoute('post /api/cases/:id/notes', 'signed-in', 'A note.', {
    ...{ body: noteBody, reply: z.object({ noteId: z.string() }), status: 201 },
  }),
  apiRoute('get /api/cases/:id/timeline', 'signed-in', 'What happened, the latest first.', {
    ...{ query: timelineQuery, reply: timelinePage },
  }),
  apiRoute('get /api/callbacks', 'signed-in', 'Agreed calls.', { query: callbackQuery, reply: callbackList }),
  apiRoute('get /api/case-owners', 'supervisor', 'Whom a case may be given to.', { reply: caseOwners }),
  apiRoute('put /api/cases/:id/owner', 'supervisor', 'Gives the case to somebody.', { body: caseOwnerRequest }),
  apiRoute('get /api/people/:id/handover', 'cases.hand_over', 'What somebody has in hand, and how handing over goes.', {
    reply: handoverOffer,
  }),
  apiRoute('post /api/people/:id/handover', 'cases.hand_over', 'Gives all open cases of somebody to others.', {
    ...{ body: handoverRequest, reply: handoverOffer, status: 202 },
  }),
  apiRoute(
    'post /api/people/:id/handover/cancel',
    'cases.hand_over',
    'Stops giving: what was given stays given, the rest stays where it is.',
    { body: handoverCancel, reply: handoverOffer },
  ),
  apiRoute('put /api/cases/:id/language', 'signed-in', 'Says what is spoken with the debtor.', { body: caseLanguage }),
  apiRoute('get /api/agent/calls', 'agent', 'One’s own calls of today.', {
    ...{ query: agentCallsQuery, reply: agentCalls },
  }),
  apiRoute('post /api/agent/calls/:attemptId/caller', 'agent', 'Who the caller said he is.', {
    body: callerIdentified,
  }),
  apiRoute('post /api/agent/calls/:attemptId/:duty', 'agent', 'Something due on the call was done.'),
  apiRoute('post /api/cases/:id/consents', 'signed-in', 'The debtor agreed to further calls.', {
    ...{ body: consentInput, reply: consentRecorded, status: 201 },
  }),
  apiRoute('post /api/cases/:id/consents/:consentId/withdrawal', 'signed-in', 'He no longer does.'),
  apiRoute('get /api/cases/:id/wrap-ups/:attemptId', 'signed-in', 'The form that corrects a wrap-up.', {
    ...{ query: formQuery, reply: correctionForm },
  }),
  apiRoute('post /api/cases/:id/wrap-ups/:attemptId/correction', 'signed-in', 'Corrects a wrap-up.', {
    ...{ body: correctionRequest, reply: wrapUpSaved },
  }),
  apiRoute('get /api/fraud', 'signed-in', 'Fraud applications by step.', { query: fraudQuery, reply: fraudBoard }),
  apiRoute('get /api/cases/:id/fraud', 'signed-in', 'Those of a case.', { reply: fraudsOfCase }),
  apiRoute('get /api/fraud/documents/:id', 'signed-in', 'A document.', { reply: 'file' }),
  apiRoute('get /api/fraud/:id', 'signed-in', 'One application.', { reply: fraudDetail }),
  apiRoute('post /api/fraud/:id/steps', 'supervisor', 'Its next step.', { body: fraudMoveRequest, reply: fraudDetail }),
  apiRoute('post /api/fraud/:id/documents', 'supervisor', 'Adds a document.', {
    ...{ body: 'upload', reply: fraudDetail, status: 201, refusals: [413] },
  }),
  apiRoute('post /api/agent/calls/:attemptId/leave', 'agent', 'Asks a supervisor to let a window be passed.', {
    ...{ body: leaveRequest, reply: leaveView },
  }),
  apiRoute('get /api/leaves', 'supervisor', 'What waits for a decision.', { reply: waitingLeaves }),
  apiRoute('post /api/leaves/:id/decision', 'supervisor', 'Grants or refuses it.', {
    ...{ body: leaveDecision, reply: leaveView },
  }),
  apiRoute('post /api/cases/:id/numbers/:numberId/:act', 'supervisor', 'Blocks, releases or forbids a number.', {
    ...{ body: numberActRequest, reply: numberActReply },
  }),
  apiRoute('get /api/recordings', 'supervisor with recordings.listen', 'Recordings, found, sorted and paged.', {
    ...{ query: recordingSearch, reply: recordingPage },
  }),
  apiRoute('get /api/recordings/choices', 'supervisor with recordings.listen', 'What there is to filter by.', {
    reply: recordingChoices,
  }),
  apiRoute('get /api/recordings/export.csv', 'supervisor with recordings.listen and export', 'The list as a file.', {
    ...{ query: recordingFilters, reply: 'file' },
  }),
  apiRoute('get /api/recordings/:id/media', 'recordings.listen', 'The recording, whole or in part (Range).', {
    ...{ reply: 'file', refusals: [409, 416] },
  }),
  apiRoute('get /api/recordings/:id/peaks', 'recordings.listen', 'Its shape.', {
    ...{ query: peaksQuery, reply: recordingPeaks },
  }),
  apiRoute('post /api/cases/:id/stops', 'supervisor', 'Sets a stop.', { body: stopRequest, reply: stopReply }),
  apiRoute('post /api/stops/:id/lift', 'stops.lift', 'Lifts it.', { body: liftRequest, reply: stopReply }),
  apiRoute('get /api/tasks', 'signed-in', 'Tasks by kind and state.', { query: taskQuery, reply: taskList }),
  apiRoute('get /api/tasks/export.csv', 'supervisor with export', 'The list as a file.', {
    ...{ query: tasksWanted, reply: 'file' },
  }),
  apiRoute('post /api/tasks/:id/done', 'signed-in', 'A task was done.', { body: taskEnding }),
  apiRoute('put /api/tasks/:id/owner', 'supervisor', 'Gives a task to somebody.', { body: taskOwner }),
  apiRoute('post /api/cases/:id/tasks', 'supervisor', 'Asks for a task.', { body: taskAsked, status: 201 }),
  apiRoute('get /api/cases/:id/checklist', 'signed-in', 'The verification list.', { reply: checklistView }),
  apiRoute('post /api/cases/:id/checklist', 'signed-in', 'An entry of it.', { body: checklistEntry, status: 201 }),
  apiRoute('post /api/cases/:id/numbers', 'signed-in', 'A number that was traced.', {
    ...{ body: newNumber, reply: z.object({ numberId: z.string() }), status: 201 },
  }),
  apiRoute('post /api/numbers/:id/verify', 'supervisor', 'A number was verified.', { body: verifyNumber }),
  apiRoute('get /api/visits', 'signed-in', 'Visit orders by status.', { query: visitQuery, reply: visitList }),
  apiRoute('get /api/visits/export.csv', 'export', 'Those that one sees as a file.', {
    ...{ query: visitsWanted, reply: 'file' },
  }),
  apiRoute('get /api/cases/:id/visit-options', 'signed-in', 'Where a visit may go.', { reply: visitOptions }),
  apiRoute('post /api/cases/:id/visits', 'signed-in', 'Orders a visit.', {
    ...{ body: visitAsked, reply: visitSaved, status: 201 },
  }),
  apiRoute('post /api/cases/:id/addresses/reverified', 'supervisor', 'An address is good again.', {
    body: addressReverified,
  }),
  apiRoute('post /api/visits/:id/decision', 'supervisor', 'Approves or rejects it.', {
    ...{ body: visitDecision, reply: visitSaved },
  }),
  apiRoute('post /api/visits/:id/dispatch', 'supervisor', 'Somebody is on the way.', {
    ...{ body: visitDispatch, reply: visitSaved },
  }),
  apiRoute('post /api/visits/:id/return', 'supervisor', 'What was found.', { body: visitReturn, reply: visitSaved }),
  apiRoute('post /api/visits/:id/photos', 'signed-in', 'A picture of the visit.', {
    ...{ body: 'upload', reply: z.object({ photoId: z.string() }), status: 201, refusals: [413] },
  }),
  apiRoute('get /api/visits/photos/:id', 'signed-in', 'The picture.', { reply: 'file' }),
];
