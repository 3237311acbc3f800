import type { Page } from 'playwright-core';
import type { Console } from './screens.ts';

/** Clicks the first thing of this role that is called so; the key is one of the consoles' texts. */
export type Step = readonly [role: 'button' | 'menuitem' | 'tab' | 'switch', key: string];

/** How one dialog, drawer, question or menu is opened. */
export interface Opening {
  /** Element in a file below `public/`, such as `admin/people/teams-page.tsx Modal`. */
  readonly shows: string;
  readonly console: Console;
  /** Of the route, `:caseId` and the like included. */
  readonly path: string;
  readonly steps: readonly Step[] | ((page: Page, words: (key: string) => RegExp) => Promise<void>);
  /** A text by which it is known. */
  readonly says: string;
}

const opening = (console: Console, path: string, shows: string, steps: Opening['steps'], says: string): Opening => ({
  console,
  path,
  shows,
  steps,
  says,
});
const inAdmin = (path: string, shows: string, steps: Opening['steps'], says: string) =>
  opening('admin', path, shows, steps, says);
const inSupervisor = (path: string, shows: string, steps: Opening['steps'], says: string) =>
  opening('supervisor', path, shows, steps, says);
const inAgent = (path: string, shows: string, steps: Opening['steps'], says: string) =>
  opening('agent', path, shows, steps, says);

const caseFile = 'shared/case-file';
const tasks = 'shared/tasks';

export const openings: readonly Opening[] = [
  inAdmin('cases', 'admin/admin-nav.tsx Dropdown', [['button', 'adminMenu.cases']], 'placements.title'),
  inAdmin('cases', 'shared/account/account-drawer.tsx Drawer', [['button', 'account.title']], 'account.sessions.title'),
  inAdmin('recordings', 'shared/table/column-chooser.tsx Popover', [['button', 'table.columns']], 'table.standard'),

  // What is done to a case.
  inAdmin(
    'cases/:caseId',
    `${caseFile}/stop-dialogs.tsx ReasonDialog`,
    [['button', 'cases.stop.set']],
    'cases.stop.setHint',
  ),
  inAdmin(
    'cases/:stoppedId',
    `${caseFile}/stop-dialogs.tsx ReasonDialog`,
    [['button', 'cases.stop.lift']],
    'cases.stop.lift',
  ),
  inAdmin(
    'cases/:caseId',
    `${caseFile}/give-case.tsx ReasonDialog`,
    [['button', 'cases.give.title']],
    'cases.give.hint',
  ),
  inAdmin(
    'cases/:caseId',
    `${caseFile}/number-actions.tsx Dropdown`,
    [['button', 'cases.numberAct.menu']],
    'cases.numberAct.block',
  ),
  inAdmin(
    'cases/:caseId',
    `${caseFile}/number-actions.tsx ReasonDialog`,
    [
      ['button', 'cases.numberAct.menu'],
      ['menuitem', 'cases.numberAct.block'],
    ],
    'cases.numberAct.blockHint',
  ),
  inAdmin(
    'cases/:unverifiedId',
    `${caseFile}/verify-number.tsx ReasonDialog`,
    async (page, words) => {
      const row = page
        .getByRole('row')
        .filter({ hasText: words('terms.numberStatus.unverified') })
        .first();
      await row.getByRole('button', { name: words('cases.numberAct.menu') }).click();
      await page.getByRole('menuitem', { name: words('cases.numberAct.verify') }).click();
    },
    'cases.numberAct.verifyHint',
  ),
  inAdmin(
    'cases/:caseId',
    `${caseFile}/call-decision.tsx Modal`,
    [
      ['tab', 'cases.tabs.calls'],
      ['button', 'cases.decided'],
    ],
    'cases.decided',
  ),
  inAdmin(
    'cases/:talkedId',
    `${caseFile}/correction-dialog.tsx Modal`,
    [
      ['tab', 'cases.tabs.calls'],
      ['button', 'wrapUp.correction.title'],
    ],
    'wrapUp.correction.override',
  ),
  inAdmin(
    'cases/:consentedId',
    `${caseFile}/consents.tsx Popconfirm`,
    [
      ['tab', 'cases.tabs.consents'],
      ['button', 'cases.consents.withdraw'],
    ],
    'cases.consents.withdrawAsk',
  ),
  inAdmin('cases/:caseId', `${tasks}/number-dialog.tsx Modal`, [['button', 'tasks.addNumber']], 'tasks.addNumberHint'),

  // Tasks and visits.
  inAdmin('tasks', `${tasks}/done-dialog.tsx Modal`, [['button', 'tasks.done']], 'tasks.doneTitle'),
  inAdmin('tasks', `${tasks}/visit-dialog.tsx Modal`, [['button', 'tasks.visit.order']], 'tasks.visit.orderTitle'),
  inAdmin(
    'tasks',
    `${tasks}/visit-step.tsx Modal`,
    async (page, words) => {
      await page.getByText(words('tasks.tabs.visits')).first().click();
      await page
        .getByRole('button', { name: words('tasks.visit.reject') })
        .first()
        .click();
    },
    'tasks.visit.reason',
  ),

  // Money, fraud, figures.
  inAdmin('payments', 'admin/payments/post-payment.tsx Modal', [['button', 'payments.post']], 'payments.post'),
  inAdmin('payments', 'admin/payments/upload-payments.tsx Modal', [['button', 'payments.upload']], 'payments.upload'),
  inAdmin(
    'payments',
    'admin/payments/payments-page.tsx Modal',
    [['button', 'payments.reverse']],
    'payments.reverseTitle',
  ),
  inAdmin(
    'fraud',
    'admin/fraud/fraud-page.tsx Drawer',
    async (page) => page.locator('main section button').first().click(),
    'fraud.openCase',
  ),
  inAdmin(
    'progress',
    'admin/progress/progress-page.tsx Drawer',
    async (page) => page.locator('tbody button').first().click(),
    'cases.column.reference',
  ),

  // Campaigns and rules.
  inAdmin('campaigns', 'admin/campaigns/campaign-editor.tsx Drawer', [['button', 'campaigns.add']], 'campaigns.add'),
  inAdmin(
    'campaigns',
    'admin/campaigns/clone-dialog.tsx Modal',
    [['button', 'campaigns.action.clone']],
    'campaigns.cloneTitle',
  ),
  inAdmin(
    'campaigns',
    'admin/campaigns/checklist-dialog.tsx Modal',
    [['button', 'campaigns.action.check']],
    'campaigns.check.title',
  ),
  inAdmin(
    'campaigns',
    'admin/campaigns/who-gets-dialog.tsx Modal',
    [['button', 'campaigns.action.whoGets']],
    'campaigns.whoGets.title',
  ),
  inAdmin(
    'rules',
    'admin/rules/rule-version-list.tsx Modal',
    [
      ['tab', 'rules.tab.versions'],
      ['button', 'rules.versions.restore'],
    ],
    'rules.versions.restoreHint',
  ),

  // Telephony.
  inAdmin('trunks', 'admin/trunks/trunk-editor.tsx Modal', [['button', 'trunks.add']], 'trunks.add'),
  inAdmin(
    'trunks',
    'admin/trunks/account-dialog.tsx Modal',
    [['button', 'trunks.account.replace']],
    'trunks.account.lead',
  ),
  inAdmin(
    'trunks',
    'admin/trunks/account-dialog.tsx Popconfirm',
    [
      ['button', 'trunks.account.replace'],
      ['button', 'trunks.account.giveUp'],
    ],
    'trunks.account.giveUpSure',
  ),
  inAdmin(
    'trunks',
    'admin/trunks/health-drawer.tsx Drawer',
    [['button', 'trunks.health.title']],
    'trunks.health.title',
  ),
  inAdmin('trunks', 'admin/trunks/test-drawer.tsx Drawer', [['button', 'trunks.test.title']], 'trunks.test.callHint'),
  inAdmin(
    'trunks',
    'admin/trunks/caller-ids-drawer.tsx Drawer',
    [['button', 'trunks.callerIds']],
    'trunks.callerId.title',
  ),
  inAdmin(
    'trunks',
    'admin/trunks/caller-ids-drawer.tsx ReasonDialog',
    [
      ['button', 'trunks.callerIds'],
      ['switch', 'trunks.field.enabled'],
    ],
    'trunks.callerId.change',
  ),
  inAdmin(
    'trunks',
    'admin/trunks/inbound-dialog.tsx Modal',
    [
      ['button', 'trunks.callerIds'],
      ['button', 'inbound.number.set'],
    ],
    'inbound.number.title',
  ),
  inAdmin('trunks/zones', 'admin/zones/zone-dialogs.tsx ReasonDialog', [['button', 'zones.add']], 'zones.setHint'),
  inAdmin(
    'trunks/zones',
    'admin/zones/zone-dialogs.tsx ReasonDialog',
    [['button', 'zones.takeBackOf']],
    'zones.takeBackHint',
  ),
  inAdmin('trunks/windows', 'admin/hours/window-editor.tsx Drawer', [['button', 'windows.add']], 'windows.add'),
  inAdmin(
    'trunks/windows',
    'admin/hours/windows-page.tsx ReasonDialog',
    [['button', 'windows.removeOf']],
    'windows.removeHint',
  ),
  inAdmin(
    'calendars',
    'admin/calendars/from-library.tsx Modal',
    [['button', 'calendars.library.open']],
    'calendars.library.title',
  ),
  inAdmin(
    'calendars',
    'admin/calendars/import-calendar.tsx Modal',
    [['button', 'calendars.importOne']],
    'calendars.importOne',
  ),
  inAdmin(
    'suppressions',
    'admin/suppressions/add-number.tsx Modal',
    [['button', 'suppressions.add']],
    'suppressions.add',
  ),
  inAdmin(
    'suppressions',
    'admin/suppressions/import-list.tsx Modal',
    [['button', 'suppressions.import']],
    'suppressions.import',
  ),
  inAdmin(
    'suppressions',
    'admin/suppressions/suppressions-page.tsx ReasonDialog',
    [['button', 'suppressions.removeOf']],
    'suppressions.removeHint',
  ),
  inAdmin(
    'configuration',
    'admin/configuration/restore-dialog.tsx ReasonDialog',
    [['button', 'configuration.restore']],
    'configuration.restoreHint',
  ),

  // People and machines that get in.
  inAdmin('people', 'admin/people/person-editor.tsx Drawer', [['button', 'people.add']], 'people.add'),
  inAdmin('people', 'admin/people/people-page.tsx Dropdown', [['button', 'people.act.more']], 'people.act.temporary'),
  inAdmin(
    'people',
    'admin/people/person-dialogs.tsx Drawer',
    [
      ['button', 'people.act.more'],
      ['menuitem', 'people.act.sessions'],
    ],
    'people.sessions.of',
  ),
  inAdmin(
    'people',
    'shared/handover/handover-drawer.tsx Drawer',
    async (page, words) => {
      const owner = page.getByRole('row').filter({ hasText: 'Floor 12' });
      await owner.getByRole('button', { name: words('people.act.more') }).click();
      await page.getByRole('menuitem', { name: words('people.act.handover') }).click();
    },
    'people.handover.to',
  ),
  inSupervisor(
    'agents',
    'shared/handover/handover-drawer.tsx Popconfirm',
    async (page, words) => {
      await page
        .getByRole('button', { name: words('wall.handOverOf') })
        .first()
        .press('Enter');
      await page.getByRole('button', { name: words('people.handover.cancel') }).click();
    },
    'people.handover.cancelSure',
  ),
  inAdmin(
    'people',
    'admin/people/account-dialog.tsx ReasonDialog',
    [
      ['button', 'people.act.more'],
      ['menuitem', 'people.act.deactivate'],
    ],
    'people.sure.deactivate',
  ),
  inAdmin(
    'people',
    'admin/people/history-drawer.tsx Drawer',
    [
      ['button', 'people.act.more'],
      ['menuitem', 'people.act.history'],
    ],
    'people.history.of',
  ),
  inAdmin(
    'people',
    'admin/people/people-page.tsx modal.confirm',
    async (page, words) => {
      const seat = page.getByRole('row').filter({ hasText: 'Floor 12' });
      await seat.getByRole('button', { name: words('people.act.more') }).click();
      await page.getByRole('menuitem', { name: words('people.act.temporary') }).click();
    },
    'people.sure.temporary',
  ),
  inAdmin(
    'people',
    'admin/people/shown-once.tsx Modal',
    async (page, words) => {
      // Somebody who signs in nowhere else: the password he had is gone.
      const seat = page.getByRole('row').filter({ hasText: 'Floor 12' });
      await seat.getByRole('button', { name: words('people.act.more') }).click();
      await page.getByRole('menuitem', { name: words('people.act.temporary') }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: words('people.act.temporary') })
        .click();
      // The question, which stays until there is one, speaks of a temporary password too.
      await page.locator('[data-shown-once]').waitFor();
    },
    'people.temporary.title',
  ),
  inAdmin('teams', 'admin/people/teams-page.tsx Modal', [['button', 'people.teams.add']], 'people.teams.add'),
  inAdmin(
    'teams',
    'admin/people/teams-page.tsx ReasonDialog',
    async (page, words) =>
      page
        .locator('button:enabled')
        .filter({ hasText: words('people.teams.remove') })
        .first()
        .click(),
    'people.teams.removeSure',
  ),
  inAdmin(
    'api-keys',
    'admin/people/api-keys-page.tsx Modal',
    [['button', 'people.keys.add']],
    'people.keys.scopesHint',
  ),
  inAdmin(
    'api-keys',
    'admin/people/api-keys-page.tsx Popconfirm',
    [['button', 'people.keys.revoke']],
    'people.keys.revokeSure',
  ),
  inAdmin('webhooks', 'admin/webhooks/webhook-dialogs.tsx Modal', [['button', 'webhooks.add']], 'webhooks.urlHint'),
  inAdmin(
    'webhooks',
    'admin/webhooks/deliveries-drawer.tsx Drawer',
    [['button', 'webhooks.deliveries']],
    'webhooks.deliveriesOf',
  ),
  inAdmin(
    'webhooks',
    'admin/webhooks/webhooks-page.tsx Popconfirm',
    [['button', 'webhooks.rotate']],
    'webhooks.rotateSure',
  ),
  inAdmin(
    'webhooks',
    'admin/webhooks/webhooks-page.tsx Popconfirm',
    [['button', 'webhooks.remove']],
    'webhooks.removeSure',
  ),

  // What runs, and what somebody has to look at.
  inAdmin('jobs', 'admin/jobs/jobs-page.tsx Popconfirm', [['button', 'jobs.discard']], 'jobs.discardSure'),
  inAdmin(
    'placements/:placementId',
    'admin/placements/placement-progress.tsx Popconfirm',
    [['button', 'placements.cancel']],
    'placements.cancelSure',
  ),
  inAdmin('alerts', 'admin/alerts/alerts-page.tsx ReasonDialog', [['button', 'alerts.resolve']], 'alerts.resolveHint'),
  inAdmin('leaves', 'shared/leaves/leaves-page.tsx ReasonDialog', [['button', 'leaves.refuse']], 'leaves.refuseHint'),

  inSupervisor('', 'supervisor/pacing/controls.tsx Popconfirm', [['button', 'campaigns.pause']], 'pacing.pauseSure'),
  inSupervisor('', 'supervisor/pacing/controls.tsx Popconfirm', [['button', 'pacing.drain']], 'pacing.drainSure'),
  inSupervisor('agents', 'supervisor/wall/free-agent.tsx ReasonDialog', [['button', 'wall.freeOf']], 'wall.freeHint'),

  inAgent('', 'agent/hotkeys/hotkeys-overlay.tsx Modal', [['button', 'floor.hotkeys.open']], 'floor.hotkeys.title'),
  inAgent(
    '',
    'agent/shell/user-menu.tsx Dropdown',
    async (page) => page.locator('header button').last().click(),
    'common.signOut',
  ),
  inAgent(
    '',
    'agent/shell/audio-quality.tsx Popover',
    async (page) => page.locator('header button[data-grade]').focus(),
    'audio.quality.title',
  ),
];

/** What no entry opens by itself, and where it is looked at instead. */
export const seenElsewhere: readonly { readonly shows: string; readonly where: string }[] = [
  { shows: 'shared/case-file/reason-dialog.tsx Modal', where: 'every ReasonDialog is one' },
  { shows: 'shared/case-file/correction-dialog.tsx Modal', where: 'the same, while its form is fetched' },
  { shows: 'agent/wrap-up/ask-leave.tsx Modal', where: 'leave.e2e.spec.ts, where a call is written up' },
  { shows: 'agent/shell/state-control.tsx Dropdown', where: 'by-hand.e2e.spec.ts, where somebody is ready' },
  { shows: 'agent/by-hand/preview-strip.tsx Dropdown', where: 'by-hand.e2e.spec.ts, where a case is offered' },
];
