/**
 * Lists that are answered whole, with what bounds them. A list that can grow without bound is read page by page instead.
 * Keys are `method path`.
 */
export const boundedLists: Readonly<Record<string, string>> = {
  // What people set up by hand: tens of each.
  'get /api/teams': 'teams of the house',
  'get /api/case-owners': 'people of the house',
  'get /api/placements/clients': 'clients',
  'get /api/rules': 'presets and campaigns',
  'get /api/rules/campaigns/:id/versions': 'changes of one campaign’s rules, made by hand',
  'get /api/calendars': 'years of calendars',
  'get /api/windows': 'windows set up',
  'get /api/zone-overrides': 'prefixes set up',
  'get /api/configuration/kinds': 'kinds of configuration',
  'get /api/campaigns/choices': 'what there is to choose from',
  'get /api/campaigns/:id/setup': 'parts of one campaign',
  'get /api/campaigns/:id/checklist': 'checks of one campaign',
  'get /api/pacing/campaigns': 'campaigns that one directs',
  'get /api/agent/preview': 'campaigns of one agent',
  'get /api/recordings/choices': 'agents and campaigns',
  'get /api/trunks/health': 'trunks',
  'get /api/test-numbers': 'one’s own numbers',
  // What stands at this moment.
  'get /api/account': 'one’s sessions; they run out',
  'get /api/people/:id/sessions': 'somebody’s sessions; they run out',
  'get /api/people/:id/handover': 'campaigns and heirs of one person',
  'get /api/leaves': 'requests that wait for a supervisor on a call under way',
  'get /api/inbound/waiting': 'callers in the queue',
  'get /api/floor/agents': 'agents signed in',
  'get /api/jobs': 'queues',
  // What belongs to one thing.
  'get /api/cases/:id': 'parts of one case; its calls and its timeline are read page by page',
  'get /api/cases/:id/decision': 'numbers of one case',
  'get /api/cases/:id/attempts/:attemptId/decision': 'gates of one decision',
  'get /api/cases/:id/wrap-ups/:attemptId': 'corrections of one wrap-up',
  'get /api/cases/:id/routing': 'agents who may take a call of one case',
  'get /api/cases/:id/fraud': 'applications of one case',
  'get /api/cases/:id/checklist': 'findings of one case',
  'get /api/cases/:id/visit-options': 'addresses of one case',
  'get /api/fraud/:id': 'steps and documents of one application',
  'get /api/placements/:id': 'tables of one file',
  'get /api/payments/files/:id': 'lines of one file, whose length is limited',
  'get /api/agent/wrap-up': 'results and scripts',
  'get /api/audit/verify': 'faults found; it stops at the first ones',
  // A period that is given and limited.
  'get /api/progress': 'groups of the report',
  'get /api/progress/exceptions': 'kinds of exceptions, counted',
  'get /api/agent/calendar': 'days of a month',
  'get /api/campaigns/:id/pacing/answers': 'points of one curve',
  'get /api/campaigns/:id/pacing/history': 'minutes of at most eight days',
  'get /api/trunks/costs': 'days of a period by trunk and campaign',
};
