import { audio as enAudio } from './en/audio.ts';
import { cases as enCases } from './en/cases.ts';
import { adminMenu as enAdminMenu, common as enCommon } from './en/common.ts';
import { configuration as enConfiguration } from './en/configuration.ts';
import { floor as enFloor } from './en/floor.ts';
import { fraud as enFraud } from './en/fraud.ts';
import { hours as enHours, probe as enProbe, windows as enWindows } from './en/hours.ts';
import { campaigns as enCampaigns, placements as enPlacements } from './en/placements.ts';
import { inbound as enInbound } from './en/inbound.ts';
import { leaves as enLeaves } from './en/leaves.ts';
import { pacing as enPacing } from './en/pacing.ts';
import { tasks as enTasks } from './en/tasks.ts';
import { progress as enProgress, worklist as enWorklist } from './en/progress.ts';
import { rules as enRules } from './en/rules.ts';
import { calendars as enCalendars, payments as enPayments, promises as enPromises } from './en/payments.ts';
import { auditWords as enAuditWords } from './en/audit-words.ts';
import { account as enAccount, audit as enAudit, people as enPeople, webhooks as enWebhooks } from './en/people.ts';
import { terms as enTerms } from './en/terms.ts';
import { timeline as enTimeline } from './en/timeline.ts';
import { trunks as enTrunks, zones as enZones } from './en/trunks.ts';
import { suppressions as enSuppressions } from './en/suppressions.ts';
import { alerts as enAlerts, jobs as enJobs, recordings as enRecordings } from './en/upkeep.ts';
import { table as enTable } from './en/table.ts';
import { wall as enWall } from './en/wall.ts';
import { wrapUp as enWrapUp } from './en/wrap-up.ts';
import { audio as zhAudio } from './zh/audio.ts';
import { cases as zhCases } from './zh/cases.ts';
import { adminMenu as zhAdminMenu, common as zhCommon } from './zh/common.ts';
import { configuration as zhConfiguration } from './zh/configuration.ts';
import { floor as zhFloor } from './zh/floor.ts';
import { fraud as zhFraud } from './zh/fraud.ts';
import { hours as zhHours, probe as zhProbe, windows as zhWindows } from './zh/hours.ts';
import { campaigns as zhCampaigns, placements as zhPlacements } from './zh/placements.ts';
import { inbound as zhInbound } from './zh/inbound.ts';
import { leaves as zhLeaves } from './zh/leaves.ts';
import { pacing as zhPacing } from './zh/pacing.ts';
import { tasks as zhTasks } from './zh/tasks.ts';
import { progress as zhProgress, worklist as zhWorklist } from './zh/progress.ts';
import { rules as zhRules } from './zh/rules.ts';
import { calendars as zhCalendars, payments as zhPayments, promises as zhPromises } from './zh/payments.ts';
import { auditWords as zhAuditWords } from './zh/audit-words.ts';
import { account as zhAccount, audit as zhAudit, people as zhPeople, webhooks as zhWebhooks } from './zh/people.ts';
import { terms as zhTerms } from './zh/terms.ts';
import { timeline as zhTimeline } from './zh/timeline.ts';
import { trunks as zhTrunks, zones as zhZones } from './zh/trunks.ts';
import { suppressions as zhSuppressions } from './zh/suppressions.ts';
import { alerts as zhAlerts, jobs as zhJobs, recordings as zhRecordings } from './zh/upkeep.ts';
import { table as zhTable } from './zh/table.ts';
import { wall as zhWall } from './zh/wall.ts';
import { wrapUp as zhWrapUp } from './zh/wrap-up.ts';

export const english = {
  common: enCommon,
  adminMenu: enAdminMenu,
  audio: enAudio,
  terms: enTerms,
  floor: enFloor,
  wrapUp: enWrapUp,
  leaves: enLeaves,
  cases: enCases,
  placements: enPlacements,
  campaigns: enCampaigns,
  trunks: enTrunks,
  inbound: enInbound,
  zones: enZones,
  configuration: enConfiguration,
  probe: enProbe,
  hours: enHours,
  windows: enWindows,
  pacing: enPacing,
  tasks: enTasks,
  timeline: enTimeline,
  progress: enProgress,
  worklist: enWorklist,
  fraud: enFraud,
  rules: enRules,
  payments: enPayments,
  promises: enPromises,
  calendars: enCalendars,
  suppressions: enSuppressions,
  recordings: enRecordings,
  alerts: enAlerts,
  jobs: enJobs,
  table: enTable,
  wall: enWall,
  account: enAccount,
  people: enPeople,
  audit: enAudit,
  auditWords: enAuditWords,
  webhooks: enWebhooks,
};

export const chinese = {
  common: zhCommon,
  adminMenu: zhAdminMenu,
  audio: zhAudio,
  terms: zhTerms,
  floor: zhFloor,
  wrapUp: zhWrapUp,
  leaves: zhLeaves,
  cases: zhCases,
  placements: zhPlacements,
  campaigns: zhCampaigns,
  trunks: zhTrunks,
  inbound: zhInbound,
  zones: zhZones,
  configuration: zhConfiguration,
  probe: zhProbe,
  hours: zhHours,
  windows: zhWindows,
  pacing: zhPacing,
  tasks: zhTasks,
  timeline: zhTimeline,
  progress: zhProgress,
  worklist: zhWorklist,
  fraud: zhFraud,
  rules: zhRules,
  payments: zhPayments,
  promises: zhPromises,
  calendars: zhCalendars,
  suppressions: zhSuppressions,
  recordings: zhRecordings,
  alerts: zhAlerts,
  jobs: zhJobs,
  table: zhTable,
  wall: zhWall,
  account: zhAccount,
  people: zhPeople,
  audit: zhAudit,
  auditWords: zhAuditWords,
  webhooks: zhWebhooks,
};

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
