import {
  changePassword,
  confirmSecondFactor,
  ownAccount,
  recoveryCodes,
  secondFactorOffer,
  withPassword,
} from '../../contract/account.ts';
import { apiKeyFilters, apiKeyList, apiKeyMade, apiKeyQuery, newApiKey } from '../../contract/api-key.ts';
import {
  auditExportQuery,
  auditList,
  historyQuery,
  auditQuery,
  auditVerdict,
  auditVerifyQuery,
  auditWords,
} from '../../contract/audit.ts';
import {
  accessPolicy,
  changeAccessPolicy,
  changePerson,
  changeTeam,
  newPerson,
  peopleList,
  peopleFilters,
  peopleQuery,
  personReason,
  personView,
  removeTeam,
  sessionList,
  sessionsEnded,
  teamList,
  teamSettings,
  teamView,
  temporaryPassword,
} from '../../contract/people.ts';
import { sessionView, signInRequest } from '../../contract/session.ts';
import { tableLayout } from '../../contract/table-layout.ts';
import { apiRoute, type ApiRoute } from '../../platform/api-route.ts';
import { beginQuery } from './provider-door.ts';

const teamMade = teamView.pick({ teamId: true });

/** Who gets in, and what was done. */
export const apiOfAccess: readonly ApiRoute[] = [
  apiRoute('get /api/session', 'anybody', 'Who is signed in.', { reply: sessionView }),
  apiRoute('post /api/session', 'anybody', 'Signs in.', {
    ...{ body: signInRequest, reply: sessionView, status: 201, refusals: [401] },
  }),
  apiRoute('delete /api/session', 'anybody', 'Signs out.'),
  apiRoute('get /api/session/provider', 'anybody', 'Out to the identity provider.', { query: beginQuery, status: 303 }),
  apiRoute('get /api/session/provider/return', 'anybody', 'Back from it.', { status: 303 }),
  apiRoute('get /api/account', 'signed-in', 'One’s own account.', { reply: ownAccount }),
  apiRoute('put /api/account/password', 'signed-in', 'A new password.', { body: changePassword }),
  apiRoute('post /api/account/second-factor', 'signed-in', 'A secret for the authenticator app, shown once.', {
    ...{ reply: secondFactorOffer, status: 201 },
  }),
  apiRoute('post /api/account/second-factor/confirm', 'signed-in', 'Puts it in force.', {
    ...{ body: confirmSecondFactor, reply: recoveryCodes },
  }),
  apiRoute('post /api/account/second-factor/remove', 'signed-in', 'Gives it up.', { body: withPassword }),
  apiRoute('post /api/account/recovery-codes', 'signed-in', 'New recovery codes, shown once.', {
    ...{ body: withPassword, reply: recoveryCodes, status: 201 },
  }),
  apiRoute('post /api/account/sessions/end-others', 'signed-in', 'Ends one’s other sessions.', {
    reply: sessionsEnded,
  }),
  apiRoute('delete /api/account/sessions/:sessionId', 'signed-in', 'Ends one of them.', { reply: sessionsEnded }),
  apiRoute('get /api/me/tables/:screen', 'signed-in', 'How one’s own table looks.', { reply: tableLayout }),
  apiRoute('put /api/me/tables/:screen', 'signed-in', 'Keeps that.', { body: tableLayout }),
  apiRoute('get /api/people', 'people.manage', 'People, found, sorted and paged.', {
    ...{ query: peopleQuery, reply: peopleList },
  }),
  apiRoute('get /api/people/export.csv', 'people.manage with export', 'The list as a file.', {
    ...{ query: peopleFilters, reply: 'file' },
  }),
  apiRoute('post /api/people', 'people.manage', 'Somebody new, with a temporary password that is shown once.', {
    ...{ body: newPerson, reply: temporaryPassword, status: 201 },
  }),
  apiRoute('get /api/people/:id', 'people.manage', 'One person.', { reply: personView }),
  apiRoute('put /api/people/:id', 'people.manage', 'Changes it.', {
    ...{ body: changePerson, reply: personView, refusals: [409] },
  }),
  apiRoute('post /api/people/:id/temporary-password', 'people.manage', 'A temporary password, shown once.', {
    ...{ reply: temporaryPassword, status: 201 },
  }),
  ...(['deactivate', 'reactivate'] as const).map((act) =>
    apiRoute(`post /api/people/:id/${act}`, 'people.manage', `${act}.`, { body: personReason, reply: personView }),
  ),
  apiRoute('get /api/people/:id/history', 'people.manage', 'What was done about somebody, the latest first.', {
    ...{ query: historyQuery, reply: auditList },
  }),
  ...(['unlock', 'remove-second-factor'] as const).map((act) =>
    apiRoute(`post /api/people/:id/${act}`, 'people.manage', `${act.replaceAll('-', ' ')}.`, { reply: personView }),
  ),
  apiRoute('get /api/people/:id/sessions', 'people.manage', 'Sessions of somebody.', { reply: sessionList }),
  apiRoute('delete /api/people/:id/sessions', 'people.manage', 'Ends them all.', { reply: sessionsEnded }),
  apiRoute('delete /api/people/:id/sessions/:sessionId', 'people.manage', 'Ends one.', { reply: sessionsEnded }),
  apiRoute('get /api/teams', 'supervisor', 'Teams.', { reply: teamList }),
  apiRoute('post /api/teams', 'people.manage', 'A new team.', { body: teamSettings, reply: teamMade, status: 201 }),
  apiRoute('put /api/teams/:id', 'people.manage', 'Renames it.', {
    ...{ body: changeTeam, reply: teamMade, refusals: [409] },
  }),
  apiRoute('post /api/teams/:id/remove', 'people.manage', 'Removes one that nothing refers to.', { body: removeTeam }),
  apiRoute('get /api/access-policy', 'people.manage', 'What is asked of everybody who signs in.', {
    reply: accessPolicy,
  }),
  apiRoute('put /api/access-policy', 'people.manage', 'Changes it.', {
    ...{ body: changeAccessPolicy, reply: accessPolicy, refusals: [409] },
  }),
  apiRoute('get /api/audit', 'audit.read', 'What was done, the latest first.', { query: auditQuery, reply: auditList }),
  apiRoute('get /api/audit/words', 'audit.read', 'What there is to filter by.', { reply: auditWords }),
  apiRoute('get /api/audit/verify', 'audit.read', 'Whether the chain holds.', {
    ...{ query: auditVerifyQuery, reply: auditVerdict },
  }),
  apiRoute('get /api/audit/export', 'audit.read with export', 'The log as a file.', {
    query: auditExportQuery,
    reply: 'file',
  }),
  apiRoute('get /api/api-keys', 'keys.manage', 'Keys of programs.', { query: apiKeyQuery, reply: apiKeyList }),
  apiRoute('get /api/api-keys/export.csv', 'keys.manage with export', 'The list as a file.', {
    ...{ query: apiKeyFilters, reply: 'file' },
  }),
  apiRoute('post /api/api-keys', 'keys.manage', 'A key that acts for oneself; shown once.', {
    ...{ body: newApiKey, reply: apiKeyMade, status: 201 },
  }),
  apiRoute('delete /api/api-keys/:id', 'keys.manage', 'Revokes it.'),
];
