import { z } from 'zod';
import { calendarFromLibrary, calendarImport, calendarImported, calendarList } from '../../contract/calendar.ts';
import { intakeReply, intakeRequest } from '../../contract/intake.ts';
import {
  paymentFileList,
  paymentFileQuery,
  paymentFileView,
  paymentList,
  paymentFilters,
  paymentQuery,
  paymentReply,
  paymentRequest,
  promiseBoard,
  promiseQuery,
  promisesWanted,
  reversalReply,
  reversalRequest,
} from '../../contract/payment.ts';
import {
  placementList,
  placementPreviewRow,
  placementFilters,
  placementQuery,
  placementReading,
  placementView,
} from '../../contract/placement.ts';
import { probeAnswer, probeRequest, probeWeek, probeWeekRequest } from '../../contract/probe.ts';
import {
  agentCalendar,
  listedCases,
  progressExceptions,
  progressReport,
  worklistCounts,
} from '../../contract/progress.ts';
import {
  checkedRules,
  rulePreview,
  rulesChoice,
  rulesOverview,
  ruleVersions,
  saveRulesRequest,
} from '../../contract/rules.ts';
import {
  suppressionExport,
  suppressionImport,
  suppressionPage,
  suppressionRemoval,
  suppressionReply,
  suppressionRequest,
  suppressionSearch,
} from '../../contract/suppression.ts';
import {
  changeWindowRule,
  newWindowRule,
  removeWindowRule,
  windowRuleList,
  windowRuleSaved,
} from '../../contract/window-rule.ts';
import { zoneEffect, zoneEffectRequest, zoneOverrideList, zoneOverrideRequest } from '../../contract/zone.ts';
import { apiRoute, type ApiRoute } from '../../platform/api-route.ts';
import {
  caseFileQuery,
  casesQuery,
  exportQuery,
  monthQuery,
  reportQuery,
  worklistFilters,
  worklistQuery,
} from './progress-door.ts';

/** What is set up, brought in and counted. */
export const apiOfOffice: readonly ApiRoute[] = [
  apiRoute('get /api/placements', 'supervisor', 'Placements, found, sorted and paged.', {
    ...{ query: placementQuery, reply: placementList },
  }),
  apiRoute('get /api/placements/clients', 'supervisor', 'Clients.', {
    reply: z.object({ clients: z.array(z.object({ id: z.string(), name: z.string() })) }),
  }),
  apiRoute('post /api/placements', 'supervisor', 'Reads a placement file; nothing is imported yet.', {
    ...{ body: 'upload', reply: placementView, status: 201, refusals: [413] },
  }),
  apiRoute('get /api/placements/:id', 'supervisor', 'A placement and how far it is.', { reply: placementView }),
  apiRoute('post /api/placements/:id/preview', 'supervisor', 'What its rows would become.', {
    ...{ body: placementReading, reply: z.object({ preview: z.array(placementPreviewRow) }) },
  }),
  apiRoute('post /api/placements/:id/start', 'supervisor', 'Imports it.', {
    ...{ body: placementReading, reply: placementView, status: 202 },
  }),
  apiRoute('post /api/placements/:id/cancel', 'supervisor', 'Stops the import.', { reply: placementView, status: 202 }),
  apiRoute('get /api/placements/export.csv', 'supervisor with export', 'The list as a file.', {
    ...{ query: placementFilters, reply: 'file' },
  }),
  apiRoute('get /api/placements/:id/rejected', 'supervisor with export', 'Rows that came back, with their reasons.', {
    reply: 'file',
  }),
  apiRoute('post /api/placements/:id/campaign', 'supervisor', 'Puts its cases into a campaign.', {
    ...{ body: intakeRequest, reply: intakeReply },
  }),
  apiRoute('post /api/payments', 'supervisor', 'A payment that reached the client.', {
    ...{ body: paymentRequest, reply: paymentReply, status: 201 },
  }),
  apiRoute('get /api/payments', 'supervisor', 'Payments, posted and reversed.', {
    ...{ query: paymentQuery, reply: paymentList },
  }),
  apiRoute('get /api/payments/export.csv', 'supervisor with export', 'The list as a file.', {
    ...{ query: paymentFilters, reply: 'file' },
  }),
  apiRoute('post /api/payments/files', 'supervisor', 'A file of payments.', {
    ...{ body: 'upload', reply: paymentFileView, status: 201, refusals: [413] },
  }),
  apiRoute('get /api/payments/files', 'supervisor', 'Files of payments.', {
    ...{ query: paymentFileQuery, reply: paymentFileList },
  }),
  apiRoute('get /api/payments/files/:id', 'supervisor', 'What became of its lines.', { reply: paymentFileView }),
  apiRoute('post /api/payments/:id/reverse', 'supervisor', 'Takes a payment back.', {
    ...{ body: reversalRequest, reply: reversalReply },
  }),
  apiRoute('get /api/promises', 'supervisor', 'Promises by state.', { query: promiseQuery, reply: promiseBoard }),
  apiRoute('get /api/promises/export.csv', 'supervisor with export', 'The list as a file.', {
    ...{ query: promisesWanted, reply: 'file' },
  }),
  apiRoute('get /api/progress', 'supervisor', 'How far a day or a range is.', {
    ...{ query: reportQuery, reply: progressReport },
  }),
  apiRoute('get /api/progress/exceptions', 'supervisor', 'What is out of order now.', { reply: progressExceptions }),
  apiRoute('get /api/progress/cases/export.csv', 'supervisor with export', 'The list behind a figure as a file.', {
    ...{ query: caseFileQuery, reply: 'file' },
  }),
  apiRoute('get /api/progress/export', 'export', 'The report as a workbook.', { query: exportQuery, reply: 'file' }),
  apiRoute('get /api/progress/cases', 'supervisor', 'The cases behind a figure.', {
    ...{ query: casesQuery, reply: listedCases },
  }),
  apiRoute('get /api/agent/worklist/counts', 'signed-in', 'One’s own work in numbers.', { reply: worklistCounts }),
  apiRoute('get /api/agent/worklist', 'signed-in', 'One’s own cases by list.', {
    ...{ query: worklistQuery, reply: listedCases },
  }),
  apiRoute('get /api/agent/worklist/export.csv', 'export', 'The list as a file.', {
    ...{ query: worklistFilters, reply: 'file' },
  }),
  apiRoute('get /api/agent/calendar', 'signed-in', 'One’s own month.', { query: monthQuery, reply: agentCalendar }),
  apiRoute('get /api/rules', 'supervisor', 'What campaigns may do.', { reply: rulesOverview }),
  apiRoute('get /api/rules/campaigns/:id/versions', 'supervisor', 'Versions of a campaign’s rules.', {
    reply: ruleVersions,
  }),
  apiRoute('post /api/rules/campaigns/:id/check', 'supervisor', 'Whether a change would pass.', {
    ...{ body: rulesChoice, reply: checkedRules },
  }),
  apiRoute('post /api/rules/campaigns/:id/versions', 'admin', 'A new version.', {
    ...{ body: saveRulesRequest, reply: ruleVersions.shape.versions.element, status: 201 },
  }),
  apiRoute('post /api/rules/campaigns/:id/previews', 'supervisor', 'What a change would do tomorrow.', {
    ...{ body: rulesChoice, reply: rulePreview, status: 202 },
  }),
  apiRoute('get /api/rules/previews/:id', 'supervisor', 'How far that is.', { reply: rulePreview }),
  apiRoute('post /api/rules/previews/:id/cancel', 'supervisor', 'Stops it.', { reply: rulePreview, status: 202 }),
  apiRoute('get /api/calendars', 'supervisor', 'Holidays and make-up workdays.', { reply: calendarList }),
  apiRoute('post /api/calendars/:name', 'admin', 'Imports a year.', {
    ...{ body: calendarImport, reply: calendarImported, status: 201 },
  }),
  apiRoute('post /api/calendars/:name/library', 'admin', 'Takes a year from the library.', {
    ...{ body: calendarFromLibrary, reply: calendarImported, status: 201 },
  }),
  apiRoute('post /api/probe', 'supervisor', 'Whether a number would ring at an instant, and why.', {
    ...{ body: probeRequest, reply: probeAnswer },
  }),
  apiRoute('post /api/probe/week', 'supervisor', 'When it would ring in a week.', {
    ...{ body: probeWeekRequest, reply: probeWeek },
  }),
  apiRoute('get /api/windows', 'supervisor', 'Windows besides the law.', { reply: windowRuleList }),
  apiRoute('post /api/windows', 'admin', 'One more.', { body: newWindowRule, reply: windowRuleSaved, status: 201 }),
  apiRoute('put /api/windows/:id', 'admin', 'Changes it.', {
    ...{ body: changeWindowRule, reply: windowRuleSaved, refusals: [409] },
  }),
  apiRoute('post /api/windows/:id/remove', 'admin', 'Takes it away.', {
    ...{ body: removeWindowRule, reply: windowRuleSaved },
  }),
  apiRoute('post /api/suppressions/search', 'supervisor', 'Numbers that are never called.', {
    ...{ body: suppressionSearch, reply: suppressionPage },
  }),
  apiRoute('post /api/suppressions', 'supervisor', 'One more.', {
    ...{ body: suppressionRequest, reply: suppressionReply, status: 201 },
  }),
  apiRoute('post /api/suppressions/:id/remove', 'admin', 'Takes it off the list.', { body: suppressionRemoval }),
  apiRoute('post /api/suppressions/imports', 'supervisor', 'A file of them, looked at first.', {
    ...{ body: 'upload', reply: suppressionImport, status: 201, refusals: [413] },
  }),
  apiRoute('post /api/suppressions/imports/:id/confirm', 'supervisor', 'Takes the file over.', {
    reply: suppressionImport,
  }),
  apiRoute('get /api/suppressions/export.csv', 'admin with export', 'The list as a file.', {
    ...{ query: suppressionExport, reply: 'file' },
  }),
  apiRoute('get /api/zone-overrides', 'supervisor', 'Zones by prefix.', { reply: zoneOverrideList }),
  apiRoute('post /api/zone-overrides/effect', 'supervisor', 'How many numbers a prefix decides about.', {
    ...{ body: zoneEffectRequest, reply: zoneEffect },
  }),
  apiRoute('post /api/zone-overrides', 'admin', 'Sets the zone of a prefix.', {
    ...{ body: zoneOverrideRequest, reply: zoneOverrideList },
  }),
];
