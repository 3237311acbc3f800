/* eslint-disable */
/** Written by `npm run client`. */
export interface paths {
  '/api/access-policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is asked of everybody who signs in.
     * @description For: people.manage.
     */
    get: operations['getAccessPolicy'];
    /**
     * Changes it.
     * @description For: people.manage.
     */
    put: operations['putAccessPolicy'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One’s own account.
     * @description For: signed-in.
     */
    get: operations['getAccount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * A new password.
     * @description For: signed-in.
     */
    put: operations['putAccountPassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * New recovery codes, shown once.
     * @description For: signed-in.
     */
    post: operations['postAccountRecoveryCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A secret for the authenticator app, shown once.
     * @description For: signed-in.
     */
    post: operations['postAccountSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/second-factor/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Puts it in force.
     * @description For: signed-in.
     */
    post: operations['postAccountSecondFactorConfirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/second-factor/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives it up.
     * @description For: signed-in.
     */
    post: operations['postAccountSecondFactorRemove'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Ends one of them.
     * @description For: signed-in.
     */
    delete: operations['deleteAccountSessionsBySessionId'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/sessions/end-others': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends one’s other sessions.
     * @description For: signed-in.
     */
    post: operations['postAccountSessionsEndOthers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/bootstrap': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Enough to draw the console.
     * @description For: agent.
     */
    get: operations['getAgentBootstrap'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/calendar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One’s own month.
     * @description For: signed-in.
     */
    get: operations['getAgentCalendar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One’s own calls of today.
     * @description For: agent.
     */
    get: operations['getAgentCalls'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/calls/{attemptId}/{duty}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Something due on the call was done.
     * @description For: agent.
     */
    post: operations['postAgentCallsByAttemptIdByDuty'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/calls/{attemptId}/caller': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Who the caller said he is.
     * @description For: agent.
     */
    post: operations['postAgentCallsByAttemptIdCaller'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/calls/{attemptId}/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Asks a supervisor to let a window be passed.
     * @description For: agent.
     */
    post: operations['postAgentCallsByAttemptIdLeave'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/dial': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Dials a number by hand.
     * @description For: agent.
     */
    post: operations['postAgentDial'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Campaigns whose cases are looked at first.
     * @description For: agent.
     */
    get: operations['getAgentPreview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/preview/next': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The next case to look at.
     * @description For: agent.
     */
    post: operations['postAgentPreviewNext'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/preview/skip': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Passes it over.
     * @description For: agent.
     */
    post: operations['postAgentPreviewSkip'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/state': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ready, break, off.
     * @description For: agent.
     */
    post: operations['postAgentState'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/today': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Figures of the day.
     * @description For: agent.
     */
    get: operations['getAgentToday'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/worklist': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One’s own cases by list.
     * @description For: signed-in.
     */
    get: operations['getAgentWorklist'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/worklist/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One’s own work in numbers.
     * @description For: signed-in.
     */
    get: operations['getAgentWorklistCounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/worklist/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: export.
     */
    get: operations['getAgentWorklistExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/agent/wrap-up': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The form with its bounds.
     * @description For: agent.
     */
    get: operations['getAgentWrapUp'];
    put?: never;
    /**
     * Saves it.
     * @description For: agent.
     */
    post: operations['postAgentWrapUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/alerts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Alerts by state.
     * @description For: supervisor.
     */
    get: operations['getAlerts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/alerts/{id}/acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Somebody sees to it.
     * @description For: supervisor.
     */
    post: operations['postAlertsByIdAcknowledge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/alerts/{id}/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * It is settled.
     * @description For: supervisor.
     */
    post: operations['postAlertsByIdResolve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/alerts/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: supervisor with export.
     */
    get: operations['getAlertsExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/api-keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Keys of programs.
     * @description For: keys.manage.
     */
    get: operations['getApiKeys'];
    put?: never;
    /**
     * A key that acts for oneself; shown once.
     * @description For: keys.manage.
     */
    post: operations['postApiKeys'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/api-keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revokes it.
     * @description For: keys.manage.
     */
    delete: operations['deleteApiKeysById'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/api-keys/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: keys.manage with export.
     */
    get: operations['getApiKeysExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was done, the latest first.
     * @description For: audit.read.
     */
    get: operations['getAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The log as a file.
     * @description For: audit.read with export.
     */
    get: operations['getAuditExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether the chain holds.
     * @description For: audit.read.
     */
    get: operations['getAuditVerify'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/audit/words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What there is to filter by.
     * @description For: audit.read.
     */
    get: operations['getAuditWords'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendars': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Holidays and make-up workdays.
     * @description For: supervisor.
     */
    get: operations['getCalendars'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendars/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Imports a year.
     * @description For: admin.
     */
    post: operations['postCalendarsByName'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendars/{name}/library': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a year from the library.
     * @description For: admin.
     */
    post: operations['postCalendarsByNameLibrary'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/callbacks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Agreed calls.
     * @description For: signed-in.
     */
    get: operations['getCallbacks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/caller-ids/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Changes one.
     * @description For: admin.
     */
    put: operations['putCallerIdsById'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/caller-ids/{id}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Asks the provider whether it may be shown.
     * @description For: admin.
     */
    post: operations['postCallerIdsByIdCheck'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/caller-ids/{id}/inbound': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Whether calls to it are taken.
     * @description For: admin.
     */
    put: operations['putCallerIdsByIdInbound'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calls/{attemptId}/dtmf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends keys.
     * @description For: agent.
     */
    post: operations['postCallsByAttemptIdDtmf'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calls/{attemptId}/hangup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends one’s own call.
     * @description For: agent.
     */
    post: operations['postCallsByAttemptIdHangup'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calls/{attemptId}/hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Holds it.
     * @description For: agent.
     */
    post: operations['postCallsByAttemptIdHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calls/{attemptId}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes it up again.
     * @description For: agent.
     */
    post: operations['postCallsByAttemptIdResume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Campaigns.
     * @description For: signed-in.
     */
    get: operations['getCampaigns'];
    put?: never;
    /**
     * A new campaign, as a draft.
     * @description For: supervisor.
     */
    post: operations['postCampaigns'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/{id}/checklist': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What it still needs to start.
     * @description For: supervisor.
     */
    get: operations['getCampaignsByIdChecklist'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/{id}/clone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Another one like it.
     * @description For: supervisor.
     */
    post: operations['postCampaignsByIdClone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/{id}/drain': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lets its calls end.
     * @description For: supervisor.
     */
    post: operations['postCampaignsByIdDrain'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/{id}/pacing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How it is dialed now, and why.
     * @description For: supervisor.
     */
    get: operations['getCampaignsByIdPacing'];
    put?: never;
    /**
     * Changes how it is dialed.
     * @description For: supervisor.
     */
    post: operations['postCampaignsByIdPacing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/{id}/pacing/answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How good the estimates of who answers are.
     * @description For: supervisor.
     */
    get: operations['getCampaignsByIdPacingAnswers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/{id}/pacing/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The one in force at an instant.
     * @description For: supervisor.
     */
    get: operations['getCampaignsByIdPacingDecision'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/{id}/pacing/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Decisions, the latest first.
     * @description For: supervisor.
     */
    get: operations['getCampaignsByIdPacingDecisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/{id}/pacing/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Minutes of the last hours.
     * @description For: supervisor.
     */
    get: operations['getCampaignsByIdPacingHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/{id}/pacing/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A day under other settings.
     * @description For: supervisor.
     */
    post: operations['postCampaignsByIdPacingReplay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/{id}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Pauses it.
     * @description For: supervisor.
     */
    post: operations['postCampaignsByIdPause'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/{id}/setup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How it is set up.
     * @description For: supervisor.
     */
    get: operations['getCampaignsByIdSetup'];
    /**
     * Changes that.
     * @description For: supervisor.
     */
    put: operations['putCampaignsByIdSetup'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/{id}/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Starts it.
     * @description For: supervisor.
     */
    post: operations['postCampaignsByIdStart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What there is to choose from.
     * @description For: supervisor.
     */
    get: operations['getCampaignsChoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: supervisor with export.
     */
    get: operations['getCampaignsExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/campaigns/fit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * How many cases would fit.
     * @description For: supervisor.
     */
    post: operations['postCampaignsFit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/case-owners': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whom a case may be given to.
     * @description For: supervisor.
     */
    get: operations['getCaseOwners'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Cases, found by number or name.
     * @description For: signed-in.
     */
    get: operations['getCases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A case with its numbers and counters.
     * @description For: signed-in.
     */
    get: operations['getCasesById'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/addresses/reverified': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An address is good again.
     * @description For: supervisor.
     */
    post: operations['postCasesByIdAddressesReverified'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/attempts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Its calls, the latest first.
     * @description For: signed-in.
     */
    get: operations['getCasesByIdAttempts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/attempts/{attemptId}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Why a call was placed.
     * @description For: supervisor.
     */
    get: operations['getCasesByIdAttemptsByAttemptIdDecision'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/checklist': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The verification list.
     * @description For: signed-in.
     */
    get: operations['getCasesByIdChecklist'];
    put?: never;
    /**
     * An entry of it.
     * @description For: signed-in.
     */
    post: operations['postCasesByIdChecklist'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/consents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The debtor agreed to further calls.
     * @description For: signed-in.
     */
    post: operations['postCasesByIdConsents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/consents/{consentId}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * He no longer does.
     * @description For: signed-in.
     */
    post: operations['postCasesByIdConsentsByConsentIdWithdrawal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Why it is dialed now, or not.
     * @description For: signed-in.
     */
    get: operations['getCasesByIdDecision'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/fraud': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Those of a case.
     * @description For: signed-in.
     */
    get: operations['getCasesByIdFraud'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/language': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Says what is spoken with the debtor.
     * @description For: signed-in.
     */
    put: operations['putCasesByIdLanguage'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/linked-seen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The linked cases have been looked at.
     * @description For: signed-in.
     */
    post: operations['postCasesByIdLinkedSeen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A note.
     * @description For: signed-in.
     */
    post: operations['postCasesByIdNotes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/numbers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A number that was traced.
     * @description For: signed-in.
     */
    post: operations['postCasesByIdNumbers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/numbers/{numberId}/{act}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Blocks, releases or forbids a number.
     * @description For: supervisor.
     */
    post: operations['postCasesByIdNumbersByNumberIdByAct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/owner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Gives the case to somebody.
     * @description For: supervisor.
     */
    put: operations['putCasesByIdOwner'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/routing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who would get a call of the case now, and why.
     * @description For: supervisor.
     */
    get: operations['getCasesByIdRouting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/stops': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sets a stop.
     * @description For: supervisor.
     */
    post: operations['postCasesByIdStops'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Asks for a task.
     * @description For: supervisor.
     */
    post: operations['postCasesByIdTasks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened, the latest first.
     * @description For: signed-in.
     */
    get: operations['getCasesByIdTimeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/visit-options': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Where a visit may go.
     * @description For: signed-in.
     */
    get: operations['getCasesByIdVisitOptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/visits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Orders a visit.
     * @description For: signed-in.
     */
    post: operations['postCasesByIdVisits'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/wrap-ups/{attemptId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The form that corrects a wrap-up.
     * @description For: signed-in.
     */
    get: operations['getCasesByIdWrapUpsByAttemptId'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/wrap-ups/{attemptId}/correction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Corrects a wrap-up.
     * @description For: signed-in.
     */
    post: operations['postCasesByIdWrapUpsByAttemptIdCorrection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: supervisor with export.
     */
    get: operations['getCasesExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cases by words that may not stand in an address.
     * @description For: signed-in.
     */
    post: operations['postCasesSearch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/configuration/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All of it as one document.
     * @description For: admin.
     */
    get: operations['getConfigurationExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/configuration/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a document over, or tells what it would do.
     * @description For: admin.
     */
    post: operations['postConfigurationImport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/configuration/kinds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What there is to set up.
     * @description For: supervisor.
     */
    get: operations['getConfigurationKinds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/configuration/latest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The latest one of something.
     * @description For: supervisor.
     */
    post: operations['postConfigurationLatest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/configuration/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Versions, the latest first.
     * @description For: supervisor.
     */
    post: operations['postConfigurationVersions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/configuration/versions/{id}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Goes back to it.
     * @description For: admin.
     */
    post: operations['postConfigurationVersionsByIdRestore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/floor/agents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who does what, since when.
     * @description For: supervisor.
     */
    get: operations['getFloorAgents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/floor/agents/{agentId}/state': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Frees an agent who is stuck.
     * @description For: supervisor.
     */
    post: operations['postFloorAgentsByAgentIdState'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/fraud': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Fraud applications by step.
     * @description For: signed-in.
     */
    get: operations['getFraud'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/fraud/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One application.
     * @description For: signed-in.
     */
    get: operations['getFraudById'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/fraud/{id}/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Adds a document.
     * @description For: supervisor.
     */
    post: operations['postFraudByIdDocuments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/fraud/{id}/steps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Its next step.
     * @description For: supervisor.
     */
    post: operations['postFraudByIdSteps'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/fraud/documents/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A document.
     * @description For: signed-in.
     */
    get: operations['getFraudDocumentsById'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inbound/waiting': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Callers who wait, the longest wait first.
     * @description For: supervisor.
     */
    get: operations['getInboundWaiting'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inbound/waiting/{attemptId}/agent': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Who takes the caller.
     * @description For: supervisor.
     */
    put: operations['putInboundWaitingByAttemptIdAgent'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Queues of jobs.
     * @description For: admin.
     */
    get: operations['getJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{queue}/{act}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tries one again, or discards it.
     * @description For: admin.
     */
    post: operations['postJobsByQueueByAct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{queue}/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: admin with export.
     */
    get: operations['getJobsByQueueExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jobs/{queue}/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Jobs that failed, or wait.
     * @description For: admin.
     */
    get: operations['getJobsByQueueList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leaves': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What waits for a decision.
     * @description For: supervisor.
     */
    get: operations['getLeaves'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/leaves/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Grants or refuses it.
     * @description For: supervisor.
     */
    post: operations['postLeavesByIdDecision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/tables/{screen}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How one’s own table looks.
     * @description For: signed-in.
     */
    get: operations['getMeTablesByScreen'];
    /**
     * Keeps that.
     * @description For: signed-in.
     */
    put: operations['putMeTablesByScreen'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/numbers/{id}/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A number was verified.
     * @description For: supervisor.
     */
    post: operations['postNumbersByIdVerify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/pacing/campaigns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Campaigns that one directs.
     * @description For: supervisor.
     */
    get: operations['getPacingCampaigns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/payments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Payments, posted and reversed.
     * @description For: supervisor.
     */
    get: operations['getPayments'];
    put?: never;
    /**
     * A payment that reached the client.
     * @description For: supervisor.
     */
    post: operations['postPayments'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/payments/{id}/reverse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a payment back.
     * @description For: supervisor.
     */
    post: operations['postPaymentsByIdReverse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/payments/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: supervisor with export.
     */
    get: operations['getPaymentsExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/payments/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Files of payments.
     * @description For: supervisor.
     */
    get: operations['getPaymentsFiles'];
    put?: never;
    /**
     * A file of payments.
     * @description For: supervisor.
     */
    post: operations['postPaymentsFiles'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/payments/files/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What became of its lines.
     * @description For: supervisor.
     */
    get: operations['getPaymentsFilesById'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * People, found, sorted and paged.
     * @description For: people.manage.
     */
    get: operations['getPeople'];
    put?: never;
    /**
     * Somebody new, with a temporary password that is shown once.
     * @description For: people.manage.
     */
    post: operations['postPeople'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One person.
     * @description For: people.manage.
     */
    get: operations['getPeopleById'];
    /**
     * Changes it.
     * @description For: people.manage.
     */
    put: operations['putPeopleById'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/deactivate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * deactivate.
     * @description For: people.manage.
     */
    post: operations['postPeopleByIdDeactivate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/handover': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What somebody has in hand, and how handing over goes.
     * @description For: cases.hand_over.
     */
    get: operations['getPeopleByIdHandover'];
    put?: never;
    /**
     * Gives all open cases of somebody to others.
     * @description For: cases.hand_over.
     */
    post: operations['postPeopleByIdHandover'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/handover/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stops giving: what was given stays given, the rest stays where it is.
     * @description For: cases.hand_over.
     */
    post: operations['postPeopleByIdHandoverCancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was done about somebody, the latest first.
     * @description For: people.manage.
     */
    get: operations['getPeopleByIdHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/reactivate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * reactivate.
     * @description For: people.manage.
     */
    post: operations['postPeopleByIdReactivate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/remove-second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * remove second factor.
     * @description For: people.manage.
     */
    post: operations['postPeopleByIdRemoveSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Sessions of somebody.
     * @description For: people.manage.
     */
    get: operations['getPeopleByIdSessions'];
    put?: never;
    post?: never;
    /**
     * Ends them all.
     * @description For: people.manage.
     */
    delete: operations['deletePeopleByIdSessions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/sessions/{sessionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Ends one.
     * @description For: people.manage.
     */
    delete: operations['deletePeopleByIdSessionsBySessionId'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/temporary-password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A temporary password, shown once.
     * @description For: people.manage.
     */
    post: operations['postPeopleByIdTemporaryPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/unlock': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * unlock.
     * @description For: people.manage.
     */
    post: operations['postPeopleByIdUnlock'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: people.manage with export.
     */
    get: operations['getPeopleExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/placements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Placements, found, sorted and paged.
     * @description For: supervisor.
     */
    get: operations['getPlacements'];
    put?: never;
    /**
     * Reads a placement file; nothing is imported yet.
     * @description For: supervisor.
     */
    post: operations['postPlacements'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/placements/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A placement and how far it is.
     * @description For: supervisor.
     */
    get: operations['getPlacementsById'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/placements/{id}/campaign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Puts its cases into a campaign.
     * @description For: supervisor.
     */
    post: operations['postPlacementsByIdCampaign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/placements/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stops the import.
     * @description For: supervisor.
     */
    post: operations['postPlacementsByIdCancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/placements/{id}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What its rows would become.
     * @description For: supervisor.
     */
    post: operations['postPlacementsByIdPreview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/placements/{id}/rejected': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Rows that came back, with their reasons.
     * @description For: supervisor with export.
     */
    get: operations['getPlacementsByIdRejected'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/placements/{id}/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Imports it.
     * @description For: supervisor.
     */
    post: operations['postPlacementsByIdStart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/placements/clients': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Clients.
     * @description For: supervisor.
     */
    get: operations['getPlacementsClients'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/placements/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: supervisor with export.
     */
    get: operations['getPlacementsExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/probe': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Whether a number would ring at an instant, and why.
     * @description For: supervisor.
     */
    post: operations['postProbe'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/probe/week': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * When it would ring in a week.
     * @description For: supervisor.
     */
    post: operations['postProbeWeek'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far a day or a range is.
     * @description For: supervisor.
     */
    get: operations['getProgress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/progress/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The cases behind a figure.
     * @description For: supervisor.
     */
    get: operations['getProgressCases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/progress/cases/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list behind a figure as a file.
     * @description For: supervisor with export.
     */
    get: operations['getProgressCasesExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/progress/exceptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is out of order now.
     * @description For: supervisor.
     */
    get: operations['getProgressExceptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/progress/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The report as a workbook.
     * @description For: export.
     */
    get: operations['getProgressExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/promises': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Promises by state.
     * @description For: supervisor.
     */
    get: operations['getPromises'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/promises/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: supervisor with export.
     */
    get: operations['getPromisesExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/recordings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Recordings, found, sorted and paged.
     * @description For: supervisor with recordings.listen.
     */
    get: operations['getRecordings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/recordings/{id}/media': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The recording, whole or in part (Range).
     * @description For: recordings.listen.
     */
    get: operations['getRecordingsByIdMedia'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/recordings/{id}/peaks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Its shape.
     * @description For: recordings.listen.
     */
    get: operations['getRecordingsByIdPeaks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/recordings/choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What there is to filter by.
     * @description For: supervisor with recordings.listen.
     */
    get: operations['getRecordingsChoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/recordings/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: supervisor with recordings.listen and export.
     */
    get: operations['getRecordingsExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What campaigns may do.
     * @description For: supervisor.
     */
    get: operations['getRules'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rules/campaigns/{id}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Whether a change would pass.
     * @description For: supervisor.
     */
    post: operations['postRulesCampaignsByIdCheck'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rules/campaigns/{id}/previews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What a change would do tomorrow.
     * @description For: supervisor.
     */
    post: operations['postRulesCampaignsByIdPreviews'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rules/campaigns/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Versions of a campaign’s rules.
     * @description For: supervisor.
     */
    get: operations['getRulesCampaignsByIdVersions'];
    put?: never;
    /**
     * A new version.
     * @description For: admin.
     */
    post: operations['postRulesCampaignsByIdVersions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rules/previews/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How far that is.
     * @description For: supervisor.
     */
    get: operations['getRulesPreviewsById'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/rules/previews/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stops it.
     * @description For: supervisor.
     */
    post: operations['postRulesPreviewsByIdCancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is signed in.
     * @description For: anybody.
     */
    get: operations['getSession'];
    put?: never;
    /**
     * Signs in.
     * @description For: anybody.
     */
    post: operations['postSession'];
    /**
     * Signs out.
     * @description For: anybody.
     */
    delete: operations['deleteSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/provider': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Out to the identity provider.
     * @description For: anybody.
     */
    get: operations['getSessionProvider'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/provider/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Back from it.
     * @description For: anybody.
     */
    get: operations['getSessionProviderReturn'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/stops/{id}/lift': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lifts it.
     * @description For: stops.lift.
     */
    post: operations['postStopsByIdLift'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/suppressions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * One more.
     * @description For: supervisor.
     */
    post: operations['postSuppressions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/suppressions/{id}/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes it off the list.
     * @description For: admin.
     */
    post: operations['postSuppressionsByIdRemove'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/suppressions/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: admin with export.
     */
    get: operations['getSuppressionsExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/suppressions/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A file of them, looked at first.
     * @description For: supervisor.
     */
    post: operations['postSuppressionsImports'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/suppressions/imports/{id}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes the file over.
     * @description For: supervisor.
     */
    post: operations['postSuppressionsImportsByIdConfirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/suppressions/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Numbers that are never called.
     * @description For: supervisor.
     */
    post: operations['postSuppressionsSearch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tasks by kind and state.
     * @description For: signed-in.
     */
    get: operations['getTasks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/done': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A task was done.
     * @description For: signed-in.
     */
    post: operations['postTasksByIdDone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/{id}/owner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Gives a task to somebody.
     * @description For: supervisor.
     */
    put: operations['putTasksByIdOwner'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tasks/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: supervisor with export.
     */
    get: operations['getTasksExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/teams': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Teams.
     * @description For: supervisor.
     */
    get: operations['getTeams'];
    put?: never;
    /**
     * A new team.
     * @description For: people.manage.
     */
    post: operations['postTeams'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/teams/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Renames it.
     * @description For: people.manage.
     */
    put: operations['putTeamsById'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/teams/{id}/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Removes one that nothing refers to.
     * @description For: people.manage.
     */
    post: operations['postTeamsByIdRemove'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/test-calls/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Its events as they come, server-sent.
     * @description For: admin.
     */
    get: operations['getTestCallsByIdEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/test-numbers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One’s own test numbers.
     * @description For: admin.
     */
    get: operations['getTestNumbers'];
    put?: never;
    /**
     * Registers one.
     * @description For: admin.
     */
    post: operations['postTestNumbers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/test-numbers/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Forgets one.
     * @description For: admin.
     */
    delete: operations['deleteTestNumbersById'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Trunks with their caller ids.
     * @description For: supervisor.
     */
    get: operations['getTrunks'];
    put?: never;
    /**
     * A new trunk.
     * @description For: admin.
     */
    post: operations['postTrunks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Changes it.
     * @description For: admin.
     */
    put: operations['putTrunksById'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks/{id}/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Replaces its account.
     * @description For: admin.
     */
    put: operations['putTrunksByIdAccount'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks/{id}/back': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Brings it back.
     * @description For: admin.
     */
    post: operations['postTrunksByIdBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks/{id}/caller-ids': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Numbers to show.
     * @description For: admin.
     */
    post: operations['postTrunksByIdCallerIds'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks/{id}/checks/{step}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * One step of the check.
     * @description For: admin.
     */
    post: operations['postTrunksByIdChecksByStep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks/{id}/out': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes one out.
     * @description For: admin.
     */
    post: operations['postTrunksByIdOut'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks/{id}/test-calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rings one’s own phone.
     * @description For: admin.
     */
    post: operations['postTrunksByIdTestCalls'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks/costs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What calls cost.
     * @description For: supervisor.
     */
    get: operations['getTrunksCosts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks/costs/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The same as a file.
     * @description For: supervisor with export.
     */
    get: operations['getTrunksCostsExport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The list as a file.
     * @description For: supervisor with export.
     */
    get: operations['getTrunksExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How they do.
     * @description For: supervisor.
     */
    get: operations['getTrunksHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/trunks/seal-anew': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Seals what the key before sealed.
     * @description For: admin.
     */
    post: operations['postTrunksSealAnew'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/visits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Visit orders by status.
     * @description For: signed-in.
     */
    get: operations['getVisits'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/visits/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approves or rejects it.
     * @description For: supervisor.
     */
    post: operations['postVisitsByIdDecision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/visits/{id}/dispatch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Somebody is on the way.
     * @description For: supervisor.
     */
    post: operations['postVisitsByIdDispatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/visits/{id}/photos': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A picture of the visit.
     * @description For: signed-in.
     */
    post: operations['postVisitsByIdPhotos'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/visits/{id}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What was found.
     * @description For: supervisor.
     */
    post: operations['postVisitsByIdReturn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/visits/export.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Those that one sees as a file.
     * @description For: export.
     */
    get: operations['getVisitsExportCsv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/visits/photos/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The picture.
     * @description For: signed-in.
     */
    get: operations['getVisitsPhotosById'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Who is told.
     * @description For: webhooks.manage.
     */
    get: operations['getWebhooks'];
    put?: never;
    /**
     * Somebody more; the secret is shown once.
     * @description For: webhooks.manage.
     */
    post: operations['postWebhooks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Changes that.
     * @description For: webhooks.manage.
     */
    put: operations['putWebhooksById'];
    post?: never;
    /**
     * Removes it with its deliveries.
     * @description For: webhooks.manage.
     */
    delete: operations['deleteWebhooksById'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Deliveries, the latest first.
     * @description For: webhooks.manage.
     */
    get: operations['getWebhooksByIdDeliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A new secret, shown once; the former signs for a day.
     * @description For: webhooks.manage.
     */
    post: operations['postWebhooksByIdRotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/deliveries/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends it again.
     * @description For: webhooks.manage.
     */
    post: operations['postWebhooksDeliveriesByIdReplay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/windows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Windows besides the law.
     * @description For: supervisor.
     */
    get: operations['getWindows'];
    put?: never;
    /**
     * One more.
     * @description For: admin.
     */
    post: operations['postWindows'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/windows/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Changes it.
     * @description For: admin.
     */
    put: operations['putWindowsById'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/windows/{id}/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes it away.
     * @description For: admin.
     */
    post: operations['postWindowsByIdRemove'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/zone-overrides': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Zones by prefix.
     * @description For: supervisor.
     */
    get: operations['getZoneOverrides'];
    put?: never;
    /**
     * Sets the zone of a prefix.
     * @description For: admin.
     */
    post: operations['postZoneOverrides'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/zone-overrides/effect': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * How many numbers a prefix decides about.
     * @description For: supervisor.
     */
    post: operations['postZoneOverridesEffect'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description RFC 9457 problem details. `code` is stable; `title` and `remedy` are for people. */
    Problem: {
      code: string;
      errors?: {
        field: string;
        remedy: string;
        rule: string;
      }[];
      remedy?: string;
      status: number;
      title: string;
      type: string;
    };
  };
  responses: {
    /** @description Some of what was sent cannot be accepted; `errors` names each field. */
    Refused400: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Nobody is signed in, or the key is not known. */
    Refused401: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The role, the permission or the scope of the key does not allow this. */
    Refused403: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description There is no such thing. */
    Refused404: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description It is not as it was, or not in a state for this. */
    Refused409: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description It is too large. */
    Refused413: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description There is no such part of it. */
    Refused416: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description A rule of the house refuses it; `errors` names which. */
    Refused422: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Too many requests; `Retry-After` says how long to wait. */
    Refused429: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /** @description Done once, answered alike whenever it comes again within a day. */
    IdempotencyKey: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getAccessPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            passwordMinLength: number;
            secondFactorRoles: ('agent' | 'supervisor' | 'admin')[];
            version: number;
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  putAccessPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          passwordMinLength: number;
          reason: string;
          secondFactorRoles: ('agent' | 'supervisor' | 'admin')[];
          version: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            passwordMinLength: number;
            secondFactorRoles: ('agent' | 'supervisor' | 'admin')[];
            version: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      429: components['responses']['Refused429'];
    };
  };
  getAccount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            displayName: string;
            email: string | null;
            passwordMinLength: number;
            passwordSetAt: number | null;
            secondFactor: {
              available: boolean;
              recoveryCodesLeft: number;
              required: boolean;
              since: number | null;
            };
            sessions: {
              createdAt: number;
              current: boolean;
              expiresAt: number;
              lastSeenAt: number;
              /** @enum {string} */
              method: 'password' | 'code' | 'provider';
              sessionId: string;
              userAgent: string | null;
            }[];
            username: string;
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  putAccountPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          current: string;
          next: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postAccountRecoveryCodes: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            recoveryCodes: string[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postAccountSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            secret: string;
            uri: string;
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postAccountSecondFactorConfirm: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            recoveryCodes: string[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postAccountSecondFactorRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  deleteAccountSessionsBySessionId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            ended: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postAccountSessionsEndOthers: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            ended: number;
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getAgentBootstrap: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            businessZone: string;
            call: {
              amountMinor: number | null;
              answeredAt: number;
              answeredBy: string | null;
              attemptId: string;
              campaignName: string | null;
              cardLast4: string | null;
              caseId: string;
              clientName: string | null;
              connectedAt: number;
              covered: boolean;
              currency: string;
              debtorName: string | null;
              /** @enum {string} */
              direction: 'outbound' | 'inbound';
              endedAt: number | null;
              endReason: string | null;
              externalRef: string;
              /** @enum {string} */
              identity: 'not_needed' | 'needed' | 'confirmed';
              ladder: {
                /** @enum {string} */
                class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
                counters: {
                  moved: number;
                  no_such_person: number;
                  resigned: number;
                  vacant: number;
                };
                extension: string;
                holdUntil: number | null;
                lastAttemptAt: number | null;
                lastResult: string | null;
                localTime: string | null;
                masked: string;
                note: string | null;
                numberId: string;
                person: string | null;
                position: number;
                prohibitedByEmployer: boolean;
                relation: string | null;
                /** @enum {string} */
                status: 'active' | 'suspect' | 'invalid' | 'unverified' | 'blocked' | 'malformed';
                statusReason: string | null;
                thresholds: {
                  moved: number;
                  no_such_person: number;
                  resigned: number;
                  vacant: number;
                };
                triedThisRound: boolean;
              }[];
              linkedCases: number;
              linkedHoldsDialing: boolean;
              linkedOwed: boolean;
              /** @enum {string} */
              numberClass: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
              numberId: string;
              numberMasked: string;
              onHold: boolean;
              overdueDays: number | null;
              person: string | null;
              relation: string | null;
              shared: boolean;
              thirdParty: boolean;
            } | null;
            casePage: {
              addresses: {
                home: string | null;
                hukou: string | null;
                work: string | null;
                workName: string | null;
              };
              amountMinor: number;
              attempts: {
                agentName: string | null;
                answeredAt: number | null;
                attemptId: string;
                /** @enum {string} */
                class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
                connectedAt: number | null;
                corrections: number;
                /** @enum {string} */
                direction: 'outbound' | 'inbound';
                endedAt: number | null;
                intendedAt: number;
                masked: string;
                mayCorrect: boolean;
                note: string | null;
                numberId: string;
                party: ('RPC' | 'TPC' | 'WPC' | 'none' | 'unknown') | null;
                recordings: {
                  attemptId: string;
                  durationMs: number;
                  mediaUrl: string | null;
                  recordingId: string;
                  /** @enum {string} */
                  source: 'own' | 'carrier' | 'none';
                  startedAt: number;
                  /** @enum {string} */
                  status: 'writing' | 'complete' | 'missing' | 'no_media';
                }[];
                result: string | null;
                /** @enum {string} */
                state:
                  'intended' | 'placing' | 'unconfirmed' | 'queued' | 'ringing' | 'answered' | 'connected' | 'ended';
                talkMs: number | null;
                voicemail: boolean;
              }[];
              callbackAt: number | null;
              campaignName: string | null;
              cardLast4: string | null;
              /** @enum {string} */
              caseClass:
                | 'NEW'
                | 'NEGOTIATING'
                | 'PTP'
                | 'PTP_BROKEN'
                | 'RAISING_FUNDS'
                | 'LEFT_MSG_A'
                | 'LEFT_MSG_B'
                | 'NO_ANSWER'
                | 'TRACE'
                | 'LOST'
                | 'FRAUD_PENDING'
                | 'PAID_PENDING'
                | 'PAID'
                | 'RECALLED'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              caseId: string;
              clientName: string;
              consents: {
                /** @enum {string} */
                channel: 'call' | 'letter' | 'email' | 'portal' | 'in_person';
                consentId: string;
                givenOn: string;
                lastOn: string;
                masked: string;
                recordedBy: string;
                withdrawnAt: number | null;
              }[];
              currency: string;
              debtorName: string | null;
              dueAt: number | null;
              dueReason: string | null;
              effective: boolean;
              externalRef: string;
              followUpBy: string | null;
              ladder: {
                /** @enum {string} */
                class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
                counters: {
                  moved: number;
                  no_such_person: number;
                  resigned: number;
                  vacant: number;
                };
                extension: string;
                holdUntil: number | null;
                lastAttemptAt: number | null;
                lastResult: string | null;
                localTime: string | null;
                masked: string;
                note: string | null;
                numberId: string;
                person: string | null;
                position: number;
                prohibitedByEmployer: boolean;
                relation: string | null;
                /** @enum {string} */
                status: 'active' | 'suspect' | 'invalid' | 'unverified' | 'blocked' | 'malformed';
                statusReason: string | null;
                thresholds: {
                  moved: number;
                  no_such_person: number;
                  resigned: number;
                  vacant: number;
                };
                triedThisRound: boolean;
              }[];
              language: string | null;
              linked: {
                amountMinor: number;
                /** @enum {string} */
                caseClass:
                  | 'NEW'
                  | 'NEGOTIATING'
                  | 'PTP'
                  | 'PTP_BROKEN'
                  | 'RAISING_FUNDS'
                  | 'LEFT_MSG_A'
                  | 'LEFT_MSG_B'
                  | 'NO_ANSWER'
                  | 'TRACE'
                  | 'LOST'
                  | 'FRAUD_PENDING'
                  | 'PAID_PENDING'
                  | 'PAID'
                  | 'RECALLED'
                  | 'DISPUTE'
                  | 'COMPLAINT'
                  | 'CEASE'
                  | 'ATTORNEY'
                  | 'DECEASED'
                  | 'BANKRUPT'
                  | 'HARDSHIP';
                caseId: string;
                clientName: string;
                currency: string;
                externalRef: string;
                /** @enum {string} */
                status: 'open' | 'closed' | 'recalled';
              }[];
              linkedHoldsDialing: boolean;
              nextFollowUpOn: string | null;
              notes: {
                at: number;
                authorName: string | null;
                noteId: string;
                text: string;
              }[];
              overdueDays: number | null;
              owedMinor: number;
              ownerName: string | null;
              paidMinor: number;
              payments: {
                amountMinor: number;
                currency: string;
                externalRef: string;
                paidOn: string;
                paymentId: string;
                postedAt: number;
                reversalReason: string | null;
                reversedAt: number | null;
              }[];
              placementDate: string;
              promises: {
                amountMinor: number;
                createdAt: number;
                currency: string;
                dueOn: string;
                paidMinor: number;
                promiseId: string;
                standing: ('open' | 'partial' | 'claimed' | 'kept' | 'broken') | null;
                /** @enum {string} */
                status: 'open' | 'kept' | 'broken' | 'replaced';
              }[];
              recallDate: string | null;
              remark: string | null;
              roundNumber: number;
              stage: {
                /** @enum {string} */
                now: 'first_round' | 'registry' | 'visit_order' | 'field_collection' | 'follow_up';
                since: number;
                steps: {
                  at: number;
                  skipped: ('first_round' | 'registry' | 'visit_order' | 'field_collection' | 'follow_up')[];
                  /** @enum {string} */
                  to: 'first_round' | 'registry' | 'visit_order' | 'field_collection' | 'follow_up';
                }[];
              };
              /** @enum {string} */
              standing: 'stopped' | 'waiting' | 'planned' | 'due' | 'excused' | 'overdue' | 'closed';
              /** @enum {string} */
              status: 'open' | 'closed' | 'recalled';
              stopKinds: (
                | 'complaint'
                | 'cease'
                | 'deceased'
                | 'bankruptcy'
                | 'breathing_space'
                | 'vulnerable'
                | 'dispute'
                | 'fraud_hold'
                | 'attorney'
                | 'paid'
                | 'recalled'
              )[];
              stops: {
                at: number;
                byName: string | null;
                /** @enum {string} */
                kind:
                  | 'complaint'
                  | 'cease'
                  | 'deceased'
                  | 'bankruptcy'
                  | 'breathing_space'
                  | 'vulnerable'
                  | 'dispute'
                  | 'fraud_hold'
                  | 'attorney'
                  | 'paid'
                  | 'recalled';
                reason: string | null;
                /** @enum {string} */
                scope: 'person' | 'debt';
                stopId: string;
              }[];
              waitingUntil: number | null;
            } | null;
            serverNow: number;
            state: {
              alive: boolean;
              aliveMissing: ('audio_socket' | 'audio_clock' | 'microphone' | 'probe')[];
              attemptId: string | null;
              reason: string | null;
              since: number;
              /** @enum {string} */
              state: 'signed_out' | 'ready' | 'reserved' | 'talking' | 'wrapping_up' | 'on_break';
              wish: ('ready' | 'on_break') | null;
            };
            today: {
              accounts: number;
              breakMs: number;
              calls: number;
              currency: string | null;
              goal: number;
              promisedMinor: number;
              promises: number;
              readyMs: number;
              rightParty: number;
              talkMs: number;
              wrapUpMs: number;
            };
            user: {
              displayName: string;
              id: string;
              locale: string;
              /** @enum {string} */
              role: 'agent' | 'supervisor' | 'admin';
            };
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getAgentCalendar: {
    parameters: {
      query: {
        month: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            days: {
              callbacks: number;
              day: string;
              followUps: number;
              open: boolean;
              promises: number;
            }[];
            month: string;
            today: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getAgentCalls: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            calls: {
              agentName: string | null;
              answeredAt: number | null;
              attemptId: string;
              caseId: string;
              /** @enum {string} */
              class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
              clientName: string;
              connectedAt: number | null;
              corrections: number;
              debtorName: string | null;
              /** @enum {string} */
              direction: 'outbound' | 'inbound';
              endedAt: number | null;
              externalRef: string;
              intendedAt: number;
              masked: string;
              mayCorrect: boolean;
              note: string | null;
              numberId: string;
              party: ('RPC' | 'TPC' | 'WPC' | 'none' | 'unknown') | null;
              recordings: {
                attemptId: string;
                durationMs: number;
                mediaUrl: string | null;
                recordingId: string;
                /** @enum {string} */
                source: 'own' | 'carrier' | 'none';
                startedAt: number;
                /** @enum {string} */
                status: 'writing' | 'complete' | 'missing' | 'no_media';
              }[];
              result: string | null;
              /** @enum {string} */
              state: 'intended' | 'placing' | 'unconfirmed' | 'queued' | 'ringing' | 'answered' | 'connected' | 'ended';
              talkMs: number | null;
              voicemail: boolean;
            }[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postAgentCallsByAttemptIdByDuty: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        attemptId: string;
        duty: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postAgentCallsByAttemptIdCaller: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        attemptId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          said: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postAgentCallsByAttemptIdLeave: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        attemptId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          code: 'PTP' | 'FUND' | 'LM_A';
          day: string;
          why: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            askedAt: number;
            /** @enum {string} */
            code: 'PTP' | 'FUND' | 'LM_A';
            day: string;
            decidedByName: string | null;
            leaveId: string;
            reason: string | null;
            /** @enum {string} */
            state: 'waiting' | 'granted' | 'refused' | 'expired';
            why: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postAgentDial: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          caseId: string;
          /** @enum {string} */
          mode: 'manual' | 'preview';
          /** Format: uuid */
          numberId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            attemptId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getAgentPreview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaigns: {
              campaignId: string;
              name: string;
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postAgentPreviewNext: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            because: ('no_campaign' | 'not_ready' | 'no_case_due') | null;
            offer: {
              campaignId: string;
              caseId: string;
              keptUntil: number;
              masked: string;
              numberId: string;
              ref: string;
            } | null;
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postAgentPreviewSkip: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          caseId: string;
          /** @enum {string} */
          reason: 'bad_moment' | 'needs_preparation' | 'not_mine' | 'other';
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postAgentState: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @constant */
              to: 'ready';
            }
          | {
              /** @enum {string} */
              reason: 'rest' | 'meal' | 'training' | 'meeting' | 'technical' | 'case_work';
              /** @constant */
              to: 'on_break';
            }
          | {
              /** @constant */
              to: 'signed_out';
            };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            alive: boolean;
            aliveMissing: ('audio_socket' | 'audio_clock' | 'microphone' | 'probe')[];
            attemptId: string | null;
            reason: string | null;
            since: number;
            /** @enum {string} */
            state: 'signed_out' | 'ready' | 'reserved' | 'talking' | 'wrapping_up' | 'on_break';
            wish: ('ready' | 'on_break') | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getAgentToday: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accounts: number;
            breakMs: number;
            calls: number;
            currency: string | null;
            goal: number;
            promisedMinor: number;
            promises: number;
            readyMs: number;
            rightParty: number;
            talkMs: number;
            wrapUpMs: number;
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getAgentWorklist: {
    parameters: {
      query?: {
        cursor?: string;
        day?: string;
        down?: boolean | ('true' | 'false');
        limit?: number;
        list?: 'due' | 'overdue' | 'waiting' | 'promises_due' | 'day';
        sort?: 'urgency' | 'reference' | 'owed' | 'last';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cases: {
              amountMinor: number;
              /** @enum {string} */
              caseClass:
                | 'NEW'
                | 'NEGOTIATING'
                | 'PTP'
                | 'PTP_BROKEN'
                | 'RAISING_FUNDS'
                | 'LEFT_MSG_A'
                | 'LEFT_MSG_B'
                | 'NO_ANSWER'
                | 'TRACE'
                | 'LOST'
                | 'FRAUD_PENDING'
                | 'PAID_PENDING'
                | 'PAID'
                | 'RECALLED'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              caseId: string;
              clientName: string;
              currency: string;
              debtorName: string | null;
              externalRef: string;
              followUpBy: string | null;
              lastAttemptAt: number | null;
              ownerName: string | null;
              promise: {
                amountMinor: number;
                dueOn: string;
              } | null;
              /** @enum {string} */
              standing: 'stopped' | 'waiting' | 'planned' | 'due' | 'excused' | 'overdue' | 'closed';
              waitingUntil: number | null;
            }[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getAgentWorklistCounts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            due: number;
            overdue: number;
            promises_due: number;
            today: string;
            waiting: number;
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getAgentWorklistExportCsv: {
    parameters: {
      query?: {
        day?: string;
        list?: 'due' | 'overdue' | 'waiting' | 'promises_due' | 'day';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getAgentWrapUp: {
    parameters: {
      query: {
        attemptId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            amountMinor: number | null;
            attemptId: string;
            businessZone: string;
            calleeZone: string | null;
            caseId: string;
            currency: string;
            currentClass:
              | (
                  | 'NEW'
                  | 'NEGOTIATING'
                  | 'PTP'
                  | 'PTP_BROKEN'
                  | 'RAISING_FUNDS'
                  | 'LEFT_MSG_A'
                  | 'LEFT_MSG_B'
                  | 'NO_ANSWER'
                  | 'TRACE'
                  | 'LOST'
                  | 'FRAUD_PENDING'
                  | 'PAID_PENDING'
                  | 'PAID'
                  | 'RECALLED'
                  | 'DISPUTE'
                  | 'COMPLAINT'
                  | 'CEASE'
                  | 'ATTORNEY'
                  | 'DECEASED'
                  | 'BANKRUPT'
                  | 'HARDSHIP'
                )
              | null;
            leave: {
              askedAt: number;
              /** @enum {string} */
              code: 'PTP' | 'FUND' | 'LM_A';
              day: string;
              decidedByName: string | null;
              leaveId: string;
              reason: string | null;
              /** @enum {string} */
              state: 'waiting' | 'granted' | 'refused' | 'expired';
              why: string;
            } | null;
            options: {
              classAfter:
                | (
                    | 'NEW'
                    | 'NEGOTIATING'
                    | 'PTP'
                    | 'PTP_BROKEN'
                    | 'RAISING_FUNDS'
                    | 'LEFT_MSG_A'
                    | 'LEFT_MSG_B'
                    | 'NO_ANSWER'
                    | 'TRACE'
                    | 'LOST'
                    | 'FRAUD_PENDING'
                    | 'PAID_PENDING'
                    | 'PAID'
                    | 'RECALLED'
                    | 'DISPUTE'
                    | 'COMPLAINT'
                    | 'CEASE'
                    | 'ATTORNEY'
                    | 'DECEASED'
                    | 'BANKRUPT'
                    | 'HARDSHIP'
                  )
                | null;
              /** @enum {string} */
              code:
                | 'PTP'
                | 'PTP_CONFIRM'
                | 'PAID_CLAIM'
                | 'NEG'
                | 'FUND'
                | 'REFUSE'
                | 'CALLBACK'
                | 'HANGUP'
                | 'LM_A'
                | 'LM_B'
                | 'TP_NOINFO'
                | 'TP_STOP'
                | 'NSP'
                | 'RESIGNED'
                | 'MOVED'
                | 'VACANT_AG'
                | 'VM'
                | 'FRAUD_CLAIM'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              en: string;
              fundDate: {
                max: string;
                min: string;
                prefill: string;
              } | null;
              hotkey: string | null;
              nextFollowUp: {
                max: string;
                min: string;
                prefill: string;
              } | null;
              parties: ('RPC' | 'TPC' | 'WPC' | 'none' | 'unknown')[];
              promiseDue: {
                max: string;
                min: string;
                prefill: string;
              } | null;
              requires: ('promise' | 'fundDate' | 'callbackAt' | 'suspect' | 'clues')[];
              stopsCase: boolean;
              suggested: boolean;
              zh: string;
            }[];
            scripts: {
              /** @enum {string} */
              code:
                | 'PTP'
                | 'PTP_CONFIRM'
                | 'PAID_CLAIM'
                | 'NEG'
                | 'FUND'
                | 'REFUSE'
                | 'CALLBACK'
                | 'HANGUP'
                | 'LM_A'
                | 'LM_B'
                | 'TP_NOINFO'
                | 'TP_STOP'
                | 'NSP'
                | 'RESIGNED'
                | 'MOVED'
                | 'VACANT_AG'
                | 'VM'
                | 'FRAUD_CLAIM'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              text: string;
            }[];
            today: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postAgentWrapUp: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          attemptId: string;
          /** @default null */
          callbackAt?:
            | (
                | number
                | {
                    date: string;
                    /** @default false */
                    second?: boolean;
                    time: string;
                  }
              )
            | null;
          /** @enum {string} */
          callbackFor?: 'owner' | 'team';
          /** @default null */
          clues?: string | null;
          code: unknown;
          /** @default null */
          fundDate?: string | null;
          /** @default null */
          newNumber?: {
            number: string;
            /** @default null */
            person?: string | null;
            /** @default null */
            relation?: string | null;
            /** @enum {string} */
            whose: 'debtor' | 'family' | 'company' | 'other';
          } | null;
          /** @default null */
          nextFollowUpOn?: string | null;
          /** @default  */
          note?: string;
          /** @enum {string} */
          party: 'RPC' | 'TPC' | 'WPC' | 'none' | 'unknown';
          /** @default null */
          promise?: {
            amountMinor: number;
            dueOn: string;
          } | null;
          /** @default null */
          suspect?: string | null;
          /**
           * @default ready
           * @enum {string}
           */
          then?: 'ready' | 'on_break';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            acwMs: number;
            attemptId: string;
            callbackAt: number | null;
            /** @enum {string} */
            classAfter:
              | 'NEW'
              | 'NEGOTIATING'
              | 'PTP'
              | 'PTP_BROKEN'
              | 'RAISING_FUNDS'
              | 'LEFT_MSG_A'
              | 'LEFT_MSG_B'
              | 'NO_ANSWER'
              | 'TRACE'
              | 'LOST'
              | 'FRAUD_PENDING'
              | 'PAID_PENDING'
              | 'PAID'
              | 'RECALLED'
              | 'DISPUTE'
              | 'COMPLAINT'
              | 'CEASE'
              | 'ATTORNEY'
              | 'DECEASED'
              | 'BANKRUPT'
              | 'HARDSHIP';
            nextFollowUpOn: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getAlerts: {
    parameters: {
      query?: {
        cursor?: string;
        down?: boolean | ('true' | 'false');
        kind?: string;
        limit?: number;
        sort?: 'raised';
        state?: 'open' | 'acknowledged' | 'resolved' | 'all';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            kinds: {
              count: number;
              kind: string;
            }[];
            nextCursor: string | null;
            rows: {
              about: {
                id: string;
                name: string;
                /** @enum {string} */
                what: 'case' | 'trunk' | 'fraud' | 'calendar';
              } | null;
              acknowledgedAt: number | null;
              acknowledgedByName: string | null;
              id: string;
              kind: string;
              note: string | null;
              raisedAt: number;
              resolvedAt: number | null;
              resolvedByName: string | null;
            }[];
            unseen: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postAlertsByIdAcknowledge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postAlertsByIdResolve: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getAlertsExportCsv: {
    parameters: {
      query?: {
        kind?: string;
        state?: 'open' | 'acknowledged' | 'resolved' | 'all';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getApiKeys: {
    parameters: {
      query?: {
        cursor?: string;
        down?: boolean | ('true' | 'false');
        limit?: number;
        q?: string;
        sort?: 'created' | 'name' | 'owner' | 'lastUsed' | 'expires';
        state?: 'live' | 'expired' | 'revoked';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            keys: {
              createdAt: number;
              expiresAt: number | null;
              keyId: string;
              lastUsedAt: number | null;
              name: string;
              owner: {
                id: string;
                name: string;
              };
              revokedAt: number | null;
              scopes: string[];
              /** @enum {string} */
              state: 'live' | 'expired' | 'revoked';
              tail: string;
            }[];
            nextCursor: string | null;
            scopes: string[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postApiKeys: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          days: number | null;
          name: string;
          scopes: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            key: string;
            keyId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  deleteApiKeysById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getApiKeysExportCsv: {
    parameters: {
      query?: {
        q?: string;
        state?: 'live' | 'expired' | 'revoked';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getAudit: {
    parameters: {
      query?: {
        action?: string;
        actorId?: string;
        cursor?: number;
        from?: number;
        limit?: number;
        subjectId?: string;
        subjectType?: string;
        to?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            entries: {
              action: string;
              actor: {
                id: string;
                name: string;
              } | null;
              at: number;
              detail: {
                [key: string]: unknown;
              } | null;
              hash: string;
              seq: number;
              subjectId: string | null;
              subjectType: string;
            }[];
            nextCursor: number | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getAuditExport: {
    parameters: {
      query: {
        action?: string;
        actorId?: string;
        format: 'csv' | 'ndjson';
        from?: number;
        subjectId?: string;
        subjectType?: string;
        to?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getAuditVerify: {
    parameters: {
      query?: {
        hash?: string;
        seq?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            entries: number;
            faults: {
              /** @enum {string} */
              fault: 'altered' | 'missing_before' | 'not_as_noted';
              seq: number;
            }[];
            head: {
              hash: string;
              seq: number;
            } | null;
            intact: boolean;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getAuditWords: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            actions: string[];
            subjectTypes: string[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getCalendars: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            calendars: {
              inUse: boolean;
              missing: number[];
              name: string;
              years: {
                importedAt: number | null;
                makeupWorkdays: string[];
                offDays: string[];
                provisional: boolean;
                source: string | null;
                version: number;
                year: number;
              }[];
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postCalendarsByName: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          source: string;
          text: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            years: {
              version: number;
              year: number;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postCalendarsByNameLibrary: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          year: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            years: {
              version: number;
              year: number;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCallbacks: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        mine?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            callbacks: {
              /** @enum {string} */
              audience: 'owner' | 'team' | 'all';
              callbackId: string;
              caseId: string;
              debtorName: string | null;
              dueAt: number;
              externalRef: string;
              /** @enum {string} */
              forWhom: 'owner' | 'team';
              /** @enum {string} */
              kind: 'agreed' | 'kept_place';
              late: boolean;
              masked: string;
              ownerName: string | null;
              /** @enum {string} */
              state: 'pending' | 'ringing';
              zone: string | null;
            }[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  putCallerIdsById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          dailyLimit: number | null;
          enabled: boolean;
          label: string;
          reason: string;
          version: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postCallerIdsByIdCheck: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  putCallerIdsByIdInbound: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          inbound: {
            /**
             * @default voicemail
             * @enum {string}
             */
            afterHours?: 'message' | 'voicemail';
            closed?: string;
            /** @default 20:00 */
            closes?: string;
            /**
             * @default [
             *       1,
             *       2,
             *       3,
             *       4,
             *       5,
             *       6,
             *       7
             *     ]
             */
            days?: number[];
            greeting?: string;
            /**
             * @default zh-CN
             * @enum {string}
             */
            language?: 'zh-CN' | 'en-US';
            /** @default {} */
            menu?: {
              [key: string]: 'queue' | 'reference' | 'voicemail' | 'hang_up';
            };
            menuGreeting?: string;
            /**
             * @default {
             *       "callback": true,
             *       "voicemail": true
             *     }
             */
            offers?: {
              callback: boolean;
              voicemail: boolean;
            };
            /** @default 08:00 */
            opens?: string;
            /** @default null */
            teamId?: string | null;
            unknown?: string;
          } | null;
          reason: string;
          version: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postCallsByAttemptIdDtmf: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        attemptId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          digits: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postCallsByAttemptIdHangup: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        attemptId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postCallsByAttemptIdHold: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        attemptId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postCallsByAttemptIdResume: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        attemptId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCampaigns: {
    parameters: {
      query?: {
        cursor?: string;
        down?: boolean | ('true' | 'false');
        limit?: number;
        mode?: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
        q?: string;
        sort?: 'name' | 'status' | 'mode' | 'live';
        status?: 'draft' | 'running' | 'paused' | 'draining' | 'drained';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaigns: {
              campaignId: string;
              lastDecision: {
                at: number;
                because: string;
                launch: number;
                waitsFor: string | null;
              } | null;
              live: number;
              /** @enum {string} */
              mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
              name: string;
              preset: string;
              /** @enum {string} */
              status: 'draft' | 'running' | 'paused' | 'draining' | 'drained';
            }[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postCampaigns: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          abandonMessage: string | null;
          /** @enum {string} */
          abandonTreatment: 'message' | 'hangup';
          agentIds: string[];
          amd: boolean;
          callerIdIds: string[];
          filters: {
            classes: (
              | 'NEW'
              | 'NEGOTIATING'
              | 'PTP'
              | 'PTP_BROKEN'
              | 'RAISING_FUNDS'
              | 'LEFT_MSG_A'
              | 'LEFT_MSG_B'
              | 'NO_ANSWER'
              | 'TRACE'
              | 'LOST'
              | 'FRAUD_PENDING'
              | 'PAID_PENDING'
              | 'PAID'
              | 'RECALLED'
              | 'DISPUTE'
              | 'COMPLAINT'
              | 'CEASE'
              | 'ATTORNEY'
              | 'DECEASED'
              | 'BANKRUPT'
              | 'HARDSHIP'
            )[];
            clientIds: string[];
            overdueFrom: number | null;
            overdueTo: number | null;
            owedFrom: number | null;
            owedTo: number | null;
            placementIds: string[];
          };
          furtherTrunkIds: string[];
          /** @enum {string} */
          machine: 'hang_up' | 'keep';
          /** @enum {string} */
          machineWhenConnected: 'tell' | 'hang_up';
          /** @enum {string} */
          mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
          name: string;
          /** @enum {string} */
          preset: 'cn' | 'us-regf' | 'uk' | 'demo';
          priority: number;
          recordingNotice: string | null;
          /**
           * @default {
           *       "requiredSkills": [],
           *       "languageRule": "preferred",
           *       "affinityMs": 40,
           *       "balanceOccupancy": false,
           *       "stickyDays": 14,
           *       "levels": []
           *     }
           */
          routing?: {
            /** @default 40 */
            affinityMs?: number;
            /** @default false */
            balanceOccupancy?: boolean;
            /**
             * @default preferred
             * @enum {string}
             */
            languageRule?: 'preferred' | 'required';
            /** @default [] */
            levels?: {
              /** Format: uuid */
              agentId: string;
              level: number;
            }[];
            /** @default [] */
            requiredSkills?: string[];
            /** @default 14 */
            stickyDays?: number;
          };
          schedule: {
            days: number[];
            from: string;
            to: string;
          }[];
          /** @default [] */
          scripts?: {
            /** @enum {string} */
            code:
              | 'PTP'
              | 'PTP_CONFIRM'
              | 'PAID_CLAIM'
              | 'NEG'
              | 'FUND'
              | 'REFUSE'
              | 'CALLBACK'
              | 'HANGUP'
              | 'LM_A'
              | 'LM_B'
              | 'TP_NOINFO'
              | 'TP_STOP'
              | 'NSP'
              | 'RESIGNED'
              | 'MOVED'
              | 'VACANT_AG'
              | 'VM'
              | 'FRAUD_CLAIM'
              | 'DISPUTE'
              | 'COMPLAINT'
              | 'CEASE'
              | 'ATTORNEY'
              | 'DECEASED'
              | 'BANKRUPT'
              | 'HARDSHIP';
            text: string;
          }[];
          target: number;
          teamIds: string[];
          /** Format: uuid */
          trunkId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaignId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCampaignsByIdChecklist: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cases: {
              dialable: number;
              free: number;
              within: number;
            };
            checks: {
              /** @enum {string} */
              check:
                | 'trunk'
                | 'channels'
                | 'caller_id'
                | 'rules'
                | 'fiction'
                | 'agents'
                | 'dialable_number'
                | 'abandon_message';
              holds: boolean;
            }[];
            ready: boolean;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postCampaignsByIdClone: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaignId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postCampaignsByIdDrain: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaignId: string;
            lastDecision: {
              at: number;
              because: string;
              launch: number;
              waitsFor: string | null;
            } | null;
            live: number;
            /** @enum {string} */
            mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
            name: string;
            preset: string;
            /** @enum {string} */
            status: 'draft' | 'running' | 'paused' | 'draining' | 'drained';
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCampaignsByIdPacing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            abandoned: {
              today: {
                abandoned: number;
                bound: number;
                live: number;
                share: number;
              };
              window: {
                abandoned: number;
                bound: number;
                live: number;
                share: number;
              };
            };
            agents: {
              lifeless: number;
              onBreak: number;
              ready: number;
              reserved: number;
              talking: number;
              wrappingUp: number;
            };
            answers: {
              error: number;
              rate: number;
            } | null;
            at: number;
            calls: {
              connected: number;
              placing: number;
              ringing: number;
              waiting: number;
            };
            campaignId: string;
            decision: {
              at: number;
              because: string;
              decisionId: string;
              figures: {
                [key: string]: unknown;
              };
              launch: number;
              mode: string;
            } | null;
            inForce: {
              because: string;
              /** @enum {string} */
              mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
            };
            launchesLastMinute: number;
            name: string;
            rules: {
              days: number;
              targetMost: number;
            };
            settings: {
              callsPerAgent: number;
              /** @enum {string} */
              mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
              ratio: number;
              smallestGroup: number;
              target: number;
            };
            /** @enum {string} */
            status: 'draft' | 'running' | 'paused' | 'draining' | 'drained';
            target: number;
            utilisation: number | null;
            waitSec: number | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postCampaignsByIdPacing: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          callsPerAgent: number;
          /** @enum {string} */
          mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
          ratio: number;
          reason: string;
          smallestGroup: number;
          target: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            abandoned: {
              today: {
                abandoned: number;
                bound: number;
                live: number;
                share: number;
              };
              window: {
                abandoned: number;
                bound: number;
                live: number;
                share: number;
              };
            };
            agents: {
              lifeless: number;
              onBreak: number;
              ready: number;
              reserved: number;
              talking: number;
              wrappingUp: number;
            };
            answers: {
              error: number;
              rate: number;
            } | null;
            at: number;
            calls: {
              connected: number;
              placing: number;
              ringing: number;
              waiting: number;
            };
            campaignId: string;
            decision: {
              at: number;
              because: string;
              decisionId: string;
              figures: {
                [key: string]: unknown;
              };
              launch: number;
              mode: string;
            } | null;
            inForce: {
              because: string;
              /** @enum {string} */
              mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
            };
            launchesLastMinute: number;
            name: string;
            rules: {
              days: number;
              targetMost: number;
            };
            settings: {
              callsPerAgent: number;
              /** @enum {string} */
              mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
              ratio: number;
              smallestGroup: number;
              target: number;
            };
            /** @enum {string} */
            status: 'draft' | 'running' | 'paused' | 'draining' | 'drained';
            target: number;
            utilisation: number | null;
            waitSec: number | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCampaignsByIdPacingAnswers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            brier: number | null;
            brierOfBaseRate: number | null;
            calibrationError: number | null;
            calls: number;
            points: {
              answered: number;
              calls: number;
              from: number;
              said: number;
              to: number;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getCampaignsByIdPacingDecision: {
    parameters: {
      query: {
        at: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            at: number;
            decision: {
              at: number;
              because: string;
              decisionId: string;
              figures: {
                [key: string]: unknown;
              };
              launch: number;
              mode: string;
            } | null;
            silent: boolean;
            until: number | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getCampaignsByIdPacingDecisions: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            decisions: {
              at: number;
              because: string;
              decisionId: string;
              figures: {
                [key: string]: unknown;
              };
              launch: number;
              mode: string;
            }[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getCampaignsByIdPacingHistory: {
    parameters: {
      query?: {
        hours?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            minutes: {
              abandoned: number;
              answers: number;
              at: number;
              launches: number;
              onBreakSec: number;
              pendingSec: number;
              readySec: number;
              reservedSec: number;
              talkingSec: number;
              wrappingUpSec: number;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postCampaignsByIdPacingReplay: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          day: string | null;
          settings: {
            callsPerAgent: number;
            /** @enum {string} */
            mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
            ratio: number;
            smallestGroup: number;
            target: number;
          };
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            agents: number;
            asAsked: {
              abandoned: number;
              abandonedShare: number;
              launched: number;
              persons: number;
              talkMs: number;
              utilisation: number;
            };
            asSet: {
              abandoned: number;
              abandonedShare: number;
              launched: number;
              persons: number;
              talkMs: number;
              utilisation: number;
            };
            calls: number;
            day: string;
            measured: {
              abandoned: number;
              abandonedShare: number;
              launched: number;
              persons: number;
              talkMs: number;
              utilisation: number;
            };
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postCampaignsByIdPause: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaignId: string;
            lastDecision: {
              at: number;
              because: string;
              launch: number;
              waitsFor: string | null;
            } | null;
            live: number;
            /** @enum {string} */
            mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
            name: string;
            preset: string;
            /** @enum {string} */
            status: 'draft' | 'running' | 'paused' | 'draining' | 'drained';
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCampaignsByIdSetup: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            abandonMessage: string | null;
            /** @enum {string} */
            abandonTreatment: 'message' | 'hangup';
            agentIds: string[];
            amd: boolean;
            callerIdIds: string[];
            campaignId: string;
            filters: {
              classes: (
                | 'NEW'
                | 'NEGOTIATING'
                | 'PTP'
                | 'PTP_BROKEN'
                | 'RAISING_FUNDS'
                | 'LEFT_MSG_A'
                | 'LEFT_MSG_B'
                | 'NO_ANSWER'
                | 'TRACE'
                | 'LOST'
                | 'FRAUD_PENDING'
                | 'PAID_PENDING'
                | 'PAID'
                | 'RECALLED'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP'
              )[];
              clientIds: string[];
              overdueFrom: number | null;
              overdueTo: number | null;
              owedFrom: number | null;
              owedTo: number | null;
              placementIds: string[];
            };
            furtherTrunkIds: string[];
            /** @enum {string} */
            machine: 'hang_up' | 'keep';
            /** @enum {string} */
            machineWhenConnected: 'tell' | 'hang_up';
            name: string;
            preset: string;
            priority: number;
            recordingNotice: string | null;
            /**
             * @default {
             *       "requiredSkills": [],
             *       "languageRule": "preferred",
             *       "affinityMs": 40,
             *       "balanceOccupancy": false,
             *       "stickyDays": 14,
             *       "levels": []
             *     }
             */
            routing: {
              /** @default 40 */
              affinityMs: number;
              /** @default false */
              balanceOccupancy: boolean;
              /**
               * @default preferred
               * @enum {string}
               */
              languageRule: 'preferred' | 'required';
              /** @default [] */
              levels: {
                /** Format: uuid */
                agentId: string;
                level: number;
              }[];
              /** @default [] */
              requiredSkills: string[];
              /** @default 14 */
              stickyDays: number;
            };
            schedule: {
              days: number[];
              from: string;
              to: string;
            }[];
            /** @default [] */
            scripts: {
              /** @enum {string} */
              code:
                | 'PTP'
                | 'PTP_CONFIRM'
                | 'PAID_CLAIM'
                | 'NEG'
                | 'FUND'
                | 'REFUSE'
                | 'CALLBACK'
                | 'HANGUP'
                | 'LM_A'
                | 'LM_B'
                | 'TP_NOINFO'
                | 'TP_STOP'
                | 'NSP'
                | 'RESIGNED'
                | 'MOVED'
                | 'VACANT_AG'
                | 'VM'
                | 'FRAUD_CLAIM'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              text: string;
            }[];
            teamIds: string[];
            /** Format: uuid */
            trunkId: string;
            version: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  putCampaignsByIdSetup: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          abandonMessage: string | null;
          /** @enum {string} */
          abandonTreatment: 'message' | 'hangup';
          agentIds: string[];
          amd: boolean;
          callerIdIds: string[];
          filters: {
            classes: (
              | 'NEW'
              | 'NEGOTIATING'
              | 'PTP'
              | 'PTP_BROKEN'
              | 'RAISING_FUNDS'
              | 'LEFT_MSG_A'
              | 'LEFT_MSG_B'
              | 'NO_ANSWER'
              | 'TRACE'
              | 'LOST'
              | 'FRAUD_PENDING'
              | 'PAID_PENDING'
              | 'PAID'
              | 'RECALLED'
              | 'DISPUTE'
              | 'COMPLAINT'
              | 'CEASE'
              | 'ATTORNEY'
              | 'DECEASED'
              | 'BANKRUPT'
              | 'HARDSHIP'
            )[];
            clientIds: string[];
            overdueFrom: number | null;
            overdueTo: number | null;
            owedFrom: number | null;
            owedTo: number | null;
            placementIds: string[];
          };
          furtherTrunkIds: string[];
          /** @enum {string} */
          machine: 'hang_up' | 'keep';
          /** @enum {string} */
          machineWhenConnected: 'tell' | 'hang_up';
          name: string;
          priority: number;
          reason: string;
          recordingNotice: string | null;
          /**
           * @default {
           *       "requiredSkills": [],
           *       "languageRule": "preferred",
           *       "affinityMs": 40,
           *       "balanceOccupancy": false,
           *       "stickyDays": 14,
           *       "levels": []
           *     }
           */
          routing?: {
            /** @default 40 */
            affinityMs?: number;
            /** @default false */
            balanceOccupancy?: boolean;
            /**
             * @default preferred
             * @enum {string}
             */
            languageRule?: 'preferred' | 'required';
            /** @default [] */
            levels?: {
              /** Format: uuid */
              agentId: string;
              level: number;
            }[];
            /** @default [] */
            requiredSkills?: string[];
            /** @default 14 */
            stickyDays?: number;
          };
          schedule: {
            days: number[];
            from: string;
            to: string;
          }[];
          /** @default [] */
          scripts?: {
            /** @enum {string} */
            code:
              | 'PTP'
              | 'PTP_CONFIRM'
              | 'PAID_CLAIM'
              | 'NEG'
              | 'FUND'
              | 'REFUSE'
              | 'CALLBACK'
              | 'HANGUP'
              | 'LM_A'
              | 'LM_B'
              | 'TP_NOINFO'
              | 'TP_STOP'
              | 'NSP'
              | 'RESIGNED'
              | 'MOVED'
              | 'VACANT_AG'
              | 'VM'
              | 'FRAUD_CLAIM'
              | 'DISPUTE'
              | 'COMPLAINT'
              | 'CEASE'
              | 'ATTORNEY'
              | 'DECEASED'
              | 'BANKRUPT'
              | 'HARDSHIP';
            text: string;
          }[];
          teamIds: string[];
          /** Format: uuid */
          trunkId: string;
          version: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaignId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postCampaignsByIdStart: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaignId: string;
            lastDecision: {
              at: number;
              because: string;
              launch: number;
              waitsFor: string | null;
            } | null;
            live: number;
            /** @enum {string} */
            mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
            name: string;
            preset: string;
            /** @enum {string} */
            status: 'draft' | 'running' | 'paused' | 'draining' | 'drained';
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCampaignsChoices: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            agents: {
              id: string;
              name: string;
              teamId: string | null;
            }[];
            clients: {
              id: string;
              name: string;
            }[];
            placements: {
              clientId: string;
              id: string;
              name: string;
            }[];
            preset: string;
            results: {
              /** @enum {string} */
              code:
                | 'PTP'
                | 'PTP_CONFIRM'
                | 'PAID_CLAIM'
                | 'NEG'
                | 'FUND'
                | 'REFUSE'
                | 'CALLBACK'
                | 'HANGUP'
                | 'LM_A'
                | 'LM_B'
                | 'TP_NOINFO'
                | 'TP_STOP'
                | 'NSP'
                | 'RESIGNED'
                | 'MOVED'
                | 'VACANT_AG'
                | 'VM'
                | 'FRAUD_CLAIM'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              en: string;
              zh: string;
            }[];
            skills: string[];
            teams: {
              id: string;
              name: string;
            }[];
            trunks: {
              callerIds: {
                id: string;
                name: string;
              }[];
              id: string;
              kind: string;
              name: string;
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getCampaignsExportCsv: {
    parameters: {
      query?: {
        mode?: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
        q?: string;
        status?: 'draft' | 'running' | 'paused' | 'draining' | 'drained';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postCampaignsFit: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          classes: (
            | 'NEW'
            | 'NEGOTIATING'
            | 'PTP'
            | 'PTP_BROKEN'
            | 'RAISING_FUNDS'
            | 'LEFT_MSG_A'
            | 'LEFT_MSG_B'
            | 'NO_ANSWER'
            | 'TRACE'
            | 'LOST'
            | 'FRAUD_PENDING'
            | 'PAID_PENDING'
            | 'PAID'
            | 'RECALLED'
            | 'DISPUTE'
            | 'COMPLAINT'
            | 'CEASE'
            | 'ATTORNEY'
            | 'DECEASED'
            | 'BANKRUPT'
            | 'HARDSHIP'
          )[];
          clientIds: string[];
          overdueFrom: number | null;
          overdueTo: number | null;
          owedFrom: number | null;
          owedTo: number | null;
          placementIds: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            free: number;
            open: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCaseOwners: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            owners: {
              displayName: string;
              userId: string;
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getCases: {
    parameters: {
      query?: {
        campaignId?: string;
        class?:
          | 'NEW'
          | 'NEGOTIATING'
          | 'PTP'
          | 'PTP_BROKEN'
          | 'RAISING_FUNDS'
          | 'LEFT_MSG_A'
          | 'LEFT_MSG_B'
          | 'NO_ANSWER'
          | 'TRACE'
          | 'LOST'
          | 'FRAUD_PENDING'
          | 'PAID_PENDING'
          | 'PAID'
          | 'RECALLED'
          | 'DISPUTE'
          | 'COMPLAINT'
          | 'CEASE'
          | 'ATTORNEY'
          | 'DECEASED'
          | 'BANKRUPT'
          | 'HARDSHIP';
        clientId?: string;
        cursor?: string;
        down?: boolean | ('true' | 'false');
        limit?: number;
        mine?: 'true' | 'false';
        owner?: string | 'none';
        q?: string;
        sort?: 'added' | 'reference' | 'owed' | 'next' | 'last';
        status?: 'open' | 'closed' | 'recalled';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cases: {
              amountMinor: number;
              attempts: number;
              /** @enum {string} */
              caseClass:
                | 'NEW'
                | 'NEGOTIATING'
                | 'PTP'
                | 'PTP_BROKEN'
                | 'RAISING_FUNDS'
                | 'LEFT_MSG_A'
                | 'LEFT_MSG_B'
                | 'NO_ANSWER'
                | 'TRACE'
                | 'LOST'
                | 'FRAUD_PENDING'
                | 'PAID_PENDING'
                | 'PAID'
                | 'RECALLED'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              caseId: string;
              clientName: string;
              currency: string;
              debtorName: string | null;
              dueAt: number | null;
              externalRef: string;
              lastAttemptAt: number | null;
              nextFollowUpOn: string | null;
              ownerName: string | null;
              /** @enum {string} */
              status: 'open' | 'closed' | 'recalled';
            }[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getCasesById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            addresses: {
              home: string | null;
              hukou: string | null;
              work: string | null;
              workName: string | null;
            };
            amountMinor: number;
            attempts: {
              agentName: string | null;
              answeredAt: number | null;
              attemptId: string;
              /** @enum {string} */
              class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
              connectedAt: number | null;
              corrections: number;
              /** @enum {string} */
              direction: 'outbound' | 'inbound';
              endedAt: number | null;
              intendedAt: number;
              masked: string;
              mayCorrect: boolean;
              note: string | null;
              numberId: string;
              party: ('RPC' | 'TPC' | 'WPC' | 'none' | 'unknown') | null;
              recordings: {
                attemptId: string;
                durationMs: number;
                mediaUrl: string | null;
                recordingId: string;
                /** @enum {string} */
                source: 'own' | 'carrier' | 'none';
                startedAt: number;
                /** @enum {string} */
                status: 'writing' | 'complete' | 'missing' | 'no_media';
              }[];
              result: string | null;
              /** @enum {string} */
              state: 'intended' | 'placing' | 'unconfirmed' | 'queued' | 'ringing' | 'answered' | 'connected' | 'ended';
              talkMs: number | null;
              voicemail: boolean;
            }[];
            callbackAt: number | null;
            campaignName: string | null;
            cardLast4: string | null;
            /** @enum {string} */
            caseClass:
              | 'NEW'
              | 'NEGOTIATING'
              | 'PTP'
              | 'PTP_BROKEN'
              | 'RAISING_FUNDS'
              | 'LEFT_MSG_A'
              | 'LEFT_MSG_B'
              | 'NO_ANSWER'
              | 'TRACE'
              | 'LOST'
              | 'FRAUD_PENDING'
              | 'PAID_PENDING'
              | 'PAID'
              | 'RECALLED'
              | 'DISPUTE'
              | 'COMPLAINT'
              | 'CEASE'
              | 'ATTORNEY'
              | 'DECEASED'
              | 'BANKRUPT'
              | 'HARDSHIP';
            caseId: string;
            clientName: string;
            consents: {
              /** @enum {string} */
              channel: 'call' | 'letter' | 'email' | 'portal' | 'in_person';
              consentId: string;
              givenOn: string;
              lastOn: string;
              masked: string;
              recordedBy: string;
              withdrawnAt: number | null;
            }[];
            currency: string;
            debtorName: string | null;
            dueAt: number | null;
            dueReason: string | null;
            effective: boolean;
            externalRef: string;
            followUpBy: string | null;
            ladder: {
              /** @enum {string} */
              class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
              counters: {
                moved: number;
                no_such_person: number;
                resigned: number;
                vacant: number;
              };
              extension: string;
              holdUntil: number | null;
              lastAttemptAt: number | null;
              lastResult: string | null;
              localTime: string | null;
              masked: string;
              note: string | null;
              numberId: string;
              person: string | null;
              position: number;
              prohibitedByEmployer: boolean;
              relation: string | null;
              /** @enum {string} */
              status: 'active' | 'suspect' | 'invalid' | 'unverified' | 'blocked' | 'malformed';
              statusReason: string | null;
              thresholds: {
                moved: number;
                no_such_person: number;
                resigned: number;
                vacant: number;
              };
              triedThisRound: boolean;
            }[];
            language: string | null;
            linked: {
              amountMinor: number;
              /** @enum {string} */
              caseClass:
                | 'NEW'
                | 'NEGOTIATING'
                | 'PTP'
                | 'PTP_BROKEN'
                | 'RAISING_FUNDS'
                | 'LEFT_MSG_A'
                | 'LEFT_MSG_B'
                | 'NO_ANSWER'
                | 'TRACE'
                | 'LOST'
                | 'FRAUD_PENDING'
                | 'PAID_PENDING'
                | 'PAID'
                | 'RECALLED'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              caseId: string;
              clientName: string;
              currency: string;
              externalRef: string;
              /** @enum {string} */
              status: 'open' | 'closed' | 'recalled';
            }[];
            linkedHoldsDialing: boolean;
            nextFollowUpOn: string | null;
            notes: {
              at: number;
              authorName: string | null;
              noteId: string;
              text: string;
            }[];
            overdueDays: number | null;
            owedMinor: number;
            ownerName: string | null;
            paidMinor: number;
            payments: {
              amountMinor: number;
              currency: string;
              externalRef: string;
              paidOn: string;
              paymentId: string;
              postedAt: number;
              reversalReason: string | null;
              reversedAt: number | null;
            }[];
            placementDate: string;
            promises: {
              amountMinor: number;
              createdAt: number;
              currency: string;
              dueOn: string;
              paidMinor: number;
              promiseId: string;
              standing: ('open' | 'partial' | 'claimed' | 'kept' | 'broken') | null;
              /** @enum {string} */
              status: 'open' | 'kept' | 'broken' | 'replaced';
            }[];
            recallDate: string | null;
            remark: string | null;
            roundNumber: number;
            stage: {
              /** @enum {string} */
              now: 'first_round' | 'registry' | 'visit_order' | 'field_collection' | 'follow_up';
              since: number;
              steps: {
                at: number;
                skipped: ('first_round' | 'registry' | 'visit_order' | 'field_collection' | 'follow_up')[];
                /** @enum {string} */
                to: 'first_round' | 'registry' | 'visit_order' | 'field_collection' | 'follow_up';
              }[];
            };
            /** @enum {string} */
            standing: 'stopped' | 'waiting' | 'planned' | 'due' | 'excused' | 'overdue' | 'closed';
            /** @enum {string} */
            status: 'open' | 'closed' | 'recalled';
            stopKinds: (
              | 'complaint'
              | 'cease'
              | 'deceased'
              | 'bankruptcy'
              | 'breathing_space'
              | 'vulnerable'
              | 'dispute'
              | 'fraud_hold'
              | 'attorney'
              | 'paid'
              | 'recalled'
            )[];
            stops: {
              at: number;
              byName: string | null;
              /** @enum {string} */
              kind:
                | 'complaint'
                | 'cease'
                | 'deceased'
                | 'bankruptcy'
                | 'breathing_space'
                | 'vulnerable'
                | 'dispute'
                | 'fraud_hold'
                | 'attorney'
                | 'paid'
                | 'recalled';
              reason: string | null;
              /** @enum {string} */
              scope: 'person' | 'debt';
              stopId: string;
            }[];
            waitingUntil: number | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesByIdAddressesReverified: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          address: string;
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCasesByIdAttempts: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            attempts: {
              agentName: string | null;
              answeredAt: number | null;
              attemptId: string;
              /** @enum {string} */
              class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
              connectedAt: number | null;
              corrections: number;
              /** @enum {string} */
              direction: 'outbound' | 'inbound';
              endedAt: number | null;
              intendedAt: number;
              masked: string;
              mayCorrect: boolean;
              note: string | null;
              numberId: string;
              party: ('RPC' | 'TPC' | 'WPC' | 'none' | 'unknown') | null;
              recordings: {
                attemptId: string;
                durationMs: number;
                mediaUrl: string | null;
                recordingId: string;
                /** @enum {string} */
                source: 'own' | 'carrier' | 'none';
                startedAt: number;
                /** @enum {string} */
                status: 'writing' | 'complete' | 'missing' | 'no_media';
              }[];
              result: string | null;
              /** @enum {string} */
              state: 'intended' | 'placing' | 'unconfirmed' | 'queued' | 'ringing' | 'answered' | 'connected' | 'ended';
              talkMs: number | null;
              voicemail: boolean;
            }[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getCasesByIdAttemptsByAttemptIdDecision: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        attemptId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            at: number;
            attemptId: string;
            firstFailing: {
              detail?: string;
              gate: string;
              passed: boolean;
              /** @enum {string} */
              reason?:
                | 'tenant_off'
                | 'case_stop'
                | 'recalled'
                | 'not_owned'
                | 'number_blocked'
                | 'number_malformed'
                | 'number_invalid'
                | 'number_unverified'
                | 'ptp_hold'
                | 'before_next_date'
                | 'third_party_gate'
                | 'number_hold'
                | 'outside_window'
                | 'zone_unknown'
                | 'holiday'
                | 'cap_number_day'
                | 'cap_person_day'
                | 'cap_debt_window'
                | 'cap_talks_day'
                | 'quiet_after_talk'
                | 'redial_gap'
                | 'order_wait'
                | 'live_call'
                | 'pacing';
              until?: number | null;
            } | null;
            inputs: {
              [key: string]: unknown;
            };
            /** @enum {string} */
            kind: 'ALLOW' | 'DEFER' | 'BLOCK';
            presetName: string;
            presetVersion: number;
            rulesVersion: number;
            trace: {
              detail?: string;
              gate: string;
              passed: boolean;
              /** @enum {string} */
              reason?:
                | 'tenant_off'
                | 'case_stop'
                | 'recalled'
                | 'not_owned'
                | 'number_blocked'
                | 'number_malformed'
                | 'number_invalid'
                | 'number_unverified'
                | 'ptp_hold'
                | 'before_next_date'
                | 'third_party_gate'
                | 'number_hold'
                | 'outside_window'
                | 'zone_unknown'
                | 'holiday'
                | 'cap_number_day'
                | 'cap_person_day'
                | 'cap_debt_window'
                | 'cap_talks_day'
                | 'quiet_after_talk'
                | 'redial_gap'
                | 'order_wait'
                | 'live_call'
                | 'pacing';
              until?: number | null;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getCasesByIdChecklist: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            entries: {
              at: number;
              byName: string | null;
              /** Format: uuid */
              entryId: string;
              finding: string;
              /** @enum {string} */
              item: 'in_house_data' | 'registry' | 'phones_fixed' | 'phones_mobile' | 'free';
              /** @default null */
              sourceBasis: string | null;
            }[];
            open: ('in_house_data' | 'registry' | 'phones_fixed' | 'phones_mobile' | 'free')[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesByIdChecklist: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          finding: string;
          /** @enum {string} */
          item: 'in_house_data' | 'registry' | 'phones_fixed' | 'phones_mobile' | 'free';
          /** @default null */
          sourceBasis?: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesByIdConsents: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          channel: 'call' | 'letter' | 'email' | 'portal' | 'in_person';
          /** @default null */
          givenOn?: string | null;
          /** Format: uuid */
          numberId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            consentId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesByIdConsentsByConsentIdWithdrawal: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        consentId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCasesByIdDecision: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            at: number;
            caseId: string;
            dueAt: number | null;
            dueReason: string | null;
            next: string | null;
            numbers: {
              /** @enum {string} */
              class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
              /** @enum {string} */
              kind: 'ALLOW' | 'DEFER' | 'BLOCK';
              masked: string;
              nextEligibleAt: number | null;
              numberId: string;
              reason:
                | (
                    | 'tenant_off'
                    | 'case_stop'
                    | 'recalled'
                    | 'not_owned'
                    | 'number_blocked'
                    | 'number_malformed'
                    | 'number_invalid'
                    | 'number_unverified'
                    | 'ptp_hold'
                    | 'before_next_date'
                    | 'third_party_gate'
                    | 'number_hold'
                    | 'outside_window'
                    | 'zone_unknown'
                    | 'holiday'
                    | 'cap_number_day'
                    | 'cap_person_day'
                    | 'cap_debt_window'
                    | 'cap_talks_day'
                    | 'quiet_after_talk'
                    | 'redial_gap'
                    | 'order_wait'
                    | 'live_call'
                    | 'pacing'
                  )
                | null;
              trace: {
                detail?: string;
                gate: string;
                passed: boolean;
                /** @enum {string} */
                reason?:
                  | 'tenant_off'
                  | 'case_stop'
                  | 'recalled'
                  | 'not_owned'
                  | 'number_blocked'
                  | 'number_malformed'
                  | 'number_invalid'
                  | 'number_unverified'
                  | 'ptp_hold'
                  | 'before_next_date'
                  | 'third_party_gate'
                  | 'number_hold'
                  | 'outside_window'
                  | 'zone_unknown'
                  | 'holiday'
                  | 'cap_number_day'
                  | 'cap_person_day'
                  | 'cap_debt_window'
                  | 'cap_talks_day'
                  | 'quiet_after_talk'
                  | 'redial_gap'
                  | 'order_wait'
                  | 'live_call'
                  | 'pacing';
                until?: number | null;
              }[];
            }[];
            presetName: string;
            presetVersion: number;
            rulesVersion: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getCasesByIdFraud: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            applications: {
              amountMinor: number;
              applicationId: string;
              caseId: string;
              /** Format: date */
              claimedOn: string;
              /** @enum {string} */
              classBefore:
                | 'NEW'
                | 'NEGOTIATING'
                | 'PTP'
                | 'PTP_BROKEN'
                | 'RAISING_FUNDS'
                | 'LEFT_MSG_A'
                | 'LEFT_MSG_B'
                | 'NO_ANSWER'
                | 'TRACE'
                | 'LOST'
                | 'FRAUD_PENDING'
                | 'PAID_PENDING'
                | 'PAID'
                | 'RECALLED'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              clientName: string;
              clues: string;
              currency: string;
              deadline: {
                /** Format: date */
                lastDayOn: string;
                /** @enum {string} */
                rule: 'R24' | 'R26';
                /** @enum {string} */
                state: 'open' | 'warned' | 'breached';
                /** Format: date */
                warnOn: string;
              } | null;
              debtorName: string | null;
              documents: number;
              externalRef: string;
              files: {
                byteSize: number;
                documentId: string;
                fileName: string;
                /** @enum {string} */
                mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
                sha256: string;
                uploadedAt: number;
                uploadedByName: string;
              }[];
              log: {
                actorName: string | null;
                at: number;
                /** @enum {string} */
                kind: 'claim' | 'appoint' | 'sign' | 'deliver' | 'confirm' | 'deny' | 'recall';
                note: string | null;
                /** Format: date */
                on: string;
                place: ('bank' | 'agency') | null;
                signOn: string | null;
                stepId: string;
              }[];
              moves: ('appoint' | 'sign' | 'deliver' | 'confirm' | 'deny' | 'recall')[];
              signOn: string | null;
              signPlace: ('bank' | 'agency') | null;
              /** Format: date */
              sinceOn: string;
              /** @enum {string} */
              step: 'claimed' | 'appointed' | 'signed' | 'awaiting_bank' | 'confirmed' | 'recalled' | 'denied';
              suspect: string;
              /** Format: date */
              today: string;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  putCasesByIdLanguage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          language: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesByIdLinkedSeen: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesByIdNotes: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            noteId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesByIdNumbers: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default null */
          note?: string | null;
          number: string;
          /** @default null */
          person?: string | null;
          /** @default null */
          relation?: string | null;
          /** @enum {string} */
          source: 'tracing' | 'company' | 'third_party' | 'visit' | 'registry';
          /** @default null */
          sourceBasis?: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            numberId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesByIdNumbersByNumberIdByAct: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        act: string;
        id: string;
        numberId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          reason?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'active' | 'suspect' | 'invalid' | 'unverified' | 'blocked' | 'malformed';
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  putCasesByIdOwner: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ownerId: string | null;
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getCasesByIdRouting: {
    parameters: {
      query?: {
        as?: 'called' | 'calling';
        campaignId?: string;
        numberId?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            agentId: string | null;
            agents: {
              agentId: string;
              /** @enum {string} */
              because:
                | 'known_third_party'
                | 'owner'
                | 'language'
                | 'team'
                | 'level'
                | 'occupancy'
                | 'longest_ready'
                | 'id'
                | 'only_one'
                | 'not_of_campaign'
                | 'other_named'
                | 'not_owner'
                | 'not_of_team'
                | 'skill_missing'
                | 'language_missing'
                | 'not_ready'
                | 'no_proof_of_life';
              languages: string[];
              level: number;
              missingSkills: string[];
              name: string;
              occupancy: number | null;
              rank: number | null;
              readySince: number | null;
              /** @enum {string} */
              state: 'signed_out' | 'ready' | 'reserved' | 'talking' | 'wrapping_up' | 'on_break';
            }[];
            at: number;
            /** @enum {string} */
            because:
              | 'known_third_party'
              | 'owner'
              | 'language'
              | 'team'
              | 'level'
              | 'occupancy'
              | 'longest_ready'
              | 'id'
              | 'only_one'
              | 'owner_is_coming'
              | 'nobody';
            campaign: {
              campaignId: string;
              name: string;
            } | null;
            knownTo: string | null;
            language: string | null;
            ownerId: string | null;
            rules: {
              affinityMs: number;
              /** @default false */
              balanceOccupancy: boolean;
              /**
               * @default preferred
               * @enum {string}
               */
              languageRule: 'preferred' | 'required';
              /** @default [] */
              requiredSkills: string[];
              /** @default 14 */
              stickyDays: number;
            };
            waitMs: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesByIdStops: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @default debt
           * @enum {string}
           */
          attorneyFor?: 'debt' | 'person';
          /** @enum {string} */
          kind:
            | 'complaint'
            | 'cease'
            | 'deceased'
            | 'bankruptcy'
            | 'breathing_space'
            | 'vulnerable'
            | 'dispute'
            | 'fraud_hold'
            | 'attorney'
            | 'paid'
            | 'recalled';
          /** @default  */
          reason?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            caseClass:
              | 'NEW'
              | 'NEGOTIATING'
              | 'PTP'
              | 'PTP_BROKEN'
              | 'RAISING_FUNDS'
              | 'LEFT_MSG_A'
              | 'LEFT_MSG_B'
              | 'NO_ANSWER'
              | 'TRACE'
              | 'LOST'
              | 'FRAUD_PENDING'
              | 'PAID_PENDING'
              | 'PAID'
              | 'RECALLED'
              | 'DISPUTE'
              | 'COMPLAINT'
              | 'CEASE'
              | 'ATTORNEY'
              | 'DECEASED'
              | 'BANKRUPT'
              | 'HARDSHIP';
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesByIdTasks: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          kind: 'registry_check' | 'verification_checklist' | 'trace_phone' | 'lookup_114';
          /** @default null */
          sourceBasis?: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCasesByIdTimeline: {
    parameters: {
      query?: {
        cursor?: string;
        kind?:
          | 'placement'
          | 'call'
          | 'inbound'
          | 'wrap_up'
          | 'note'
          | 'number'
          | 'stop'
          | 'promise'
          | 'payment'
          | 'task'
          | 'visit'
          | 'fraud'
          | 'consent'
          | 'owner'
          | 'class';
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            entries: (
              | {
                  amountMinor: number;
                  at: number;
                  byName: string | null;
                  currency: string;
                  entryId: string;
                  fileName: string | null;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  placedOn: string;
                  /** @constant */
                  what: 'placed';
                }
              | {
                  at: number;
                  byName: string | null;
                  call: {
                    agentName: string | null;
                    answeredAt: number | null;
                    attemptId: string;
                    /** @enum {string} */
                    class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
                    connectedAt: number | null;
                    corrections: number;
                    /** @enum {string} */
                    direction: 'outbound' | 'inbound';
                    endedAt: number | null;
                    intendedAt: number;
                    masked: string;
                    mayCorrect: boolean;
                    note: string | null;
                    numberId: string;
                    party: ('RPC' | 'TPC' | 'WPC' | 'none' | 'unknown') | null;
                    recordings: {
                      attemptId: string;
                      durationMs: number;
                      mediaUrl: string | null;
                      recordingId: string;
                      /** @enum {string} */
                      source: 'own' | 'carrier' | 'none';
                      startedAt: number;
                      /** @enum {string} */
                      status: 'writing' | 'complete' | 'missing' | 'no_media';
                    }[];
                    result: string | null;
                    /** @enum {string} */
                    state:
                      | 'intended'
                      | 'placing'
                      | 'unconfirmed'
                      | 'queued'
                      | 'ringing'
                      | 'answered'
                      | 'connected'
                      | 'ended';
                    talkMs: number | null;
                    voicemail: boolean;
                  };
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  /** @constant */
                  what: 'call';
                }
              | {
                  at: number;
                  byName: string | null;
                  callbackAt: number | null;
                  /** @enum {string} */
                  classAfter:
                    | 'NEW'
                    | 'NEGOTIATING'
                    | 'PTP'
                    | 'PTP_BROKEN'
                    | 'RAISING_FUNDS'
                    | 'LEFT_MSG_A'
                    | 'LEFT_MSG_B'
                    | 'NO_ANSWER'
                    | 'TRACE'
                    | 'LOST'
                    | 'FRAUD_PENDING'
                    | 'PAID_PENDING'
                    | 'PAID'
                    | 'RECALLED'
                    | 'DISPUTE'
                    | 'COMPLAINT'
                    | 'CEASE'
                    | 'ATTORNEY'
                    | 'DECEASED'
                    | 'BANKRUPT'
                    | 'HARDSHIP';
                  /** @enum {string} */
                  code:
                    | 'PTP'
                    | 'PTP_CONFIRM'
                    | 'PAID_CLAIM'
                    | 'NEG'
                    | 'FUND'
                    | 'REFUSE'
                    | 'CALLBACK'
                    | 'HANGUP'
                    | 'LM_A'
                    | 'LM_B'
                    | 'TP_NOINFO'
                    | 'TP_STOP'
                    | 'NSP'
                    | 'RESIGNED'
                    | 'MOVED'
                    | 'VACANT_AG'
                    | 'VM'
                    | 'FRAUD_CLAIM'
                    | 'DISPUTE'
                    | 'COMPLAINT'
                    | 'CEASE'
                    | 'ATTORNEY'
                    | 'DECEASED'
                    | 'BANKRUPT'
                    | 'HARDSHIP';
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  leave: {
                    name: string;
                    reason: string;
                  } | null;
                  nextFollowUpOn: string | null;
                  overridden: boolean;
                  /** @enum {string} */
                  party: 'RPC' | 'TPC' | 'WPC' | 'none' | 'unknown';
                  /** @constant */
                  what: 'wrapped_up';
                }
              | {
                  /** @enum {string} */
                  after:
                    | 'PTP'
                    | 'PTP_CONFIRM'
                    | 'PAID_CLAIM'
                    | 'NEG'
                    | 'FUND'
                    | 'REFUSE'
                    | 'CALLBACK'
                    | 'HANGUP'
                    | 'LM_A'
                    | 'LM_B'
                    | 'TP_NOINFO'
                    | 'TP_STOP'
                    | 'NSP'
                    | 'RESIGNED'
                    | 'MOVED'
                    | 'VACANT_AG'
                    | 'VM'
                    | 'FRAUD_CLAIM'
                    | 'DISPUTE'
                    | 'COMPLAINT'
                    | 'CEASE'
                    | 'ATTORNEY'
                    | 'DECEASED'
                    | 'BANKRUPT'
                    | 'HARDSHIP';
                  at: number;
                  /** @enum {string} */
                  before:
                    | 'PTP'
                    | 'PTP_CONFIRM'
                    | 'PAID_CLAIM'
                    | 'NEG'
                    | 'FUND'
                    | 'REFUSE'
                    | 'CALLBACK'
                    | 'HANGUP'
                    | 'LM_A'
                    | 'LM_B'
                    | 'TP_NOINFO'
                    | 'TP_STOP'
                    | 'NSP'
                    | 'RESIGNED'
                    | 'MOVED'
                    | 'VACANT_AG'
                    | 'VM'
                    | 'FRAUD_CLAIM'
                    | 'DISPUTE'
                    | 'COMPLAINT'
                    | 'CEASE'
                    | 'ATTORNEY'
                    | 'DECEASED'
                    | 'BANKRUPT'
                    | 'HARDSHIP';
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  overridden: boolean;
                  reason: string | null;
                  /** @constant */
                  what: 'corrected';
                }
              | {
                  at: number;
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  text: string;
                  /** @constant */
                  what: 'noted';
                }
              | {
                  at: number;
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  masked: string;
                  /** @enum {string} */
                  numberClass: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
                  source: string;
                  /** @constant */
                  what: 'number_added';
                }
              | {
                  at: number;
                  byName: string | null;
                  code: string;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  masked: string;
                  /** @enum {string} */
                  numberClass: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
                  voided: boolean;
                  /** @constant */
                  what: 'number_counted';
                }
              | {
                  /** @enum {string} */
                  after: 'active' | 'suspect' | 'invalid' | 'unverified' | 'blocked' | 'malformed';
                  at: number;
                  before: ('active' | 'suspect' | 'invalid' | 'unverified' | 'blocked' | 'malformed') | null;
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  masked: string;
                  /** @enum {string} */
                  numberClass: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
                  reason: string | null;
                  /** @constant */
                  what: 'number_status';
                }
              | {
                  at: number;
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  reason: string | null;
                  /** @enum {string} */
                  scope: 'person' | 'debt';
                  /** @enum {string} */
                  stopKind:
                    | 'complaint'
                    | 'cease'
                    | 'deceased'
                    | 'bankruptcy'
                    | 'breathing_space'
                    | 'vulnerable'
                    | 'dispute'
                    | 'fraud_hold'
                    | 'attorney'
                    | 'paid'
                    | 'recalled';
                  /** @constant */
                  what: 'stop_set';
                }
              | {
                  at: number;
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  reason: string | null;
                  reference: string | null;
                  /** @enum {string} */
                  scope: 'person' | 'debt';
                  /** @enum {string} */
                  stopKind:
                    | 'complaint'
                    | 'cease'
                    | 'deceased'
                    | 'bankruptcy'
                    | 'breathing_space'
                    | 'vulnerable'
                    | 'dispute'
                    | 'fraud_hold'
                    | 'attorney'
                    | 'paid'
                    | 'recalled';
                  /** @constant */
                  what: 'stop_lifted';
                }
              | {
                  amountMinor: number;
                  at: number;
                  byName: string | null;
                  currency: string;
                  dueOn: string;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  /** @constant */
                  what: 'promise_made';
                }
              | {
                  amountMinor: number;
                  at: number;
                  byName: string | null;
                  currency: string;
                  dueOn: string;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  /** @constant */
                  what: 'promise_kept';
                }
              | {
                  amountMinor: number;
                  at: number;
                  byName: string | null;
                  currency: string;
                  dueOn: string;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  /** @constant */
                  what: 'promise_broken';
                }
              | {
                  amountMinor: number;
                  at: number;
                  byName: string | null;
                  currency: string;
                  dueOn: string;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  /** @constant */
                  what: 'promise_replaced';
                }
              | {
                  amountMinor: number;
                  at: number;
                  byName: string | null;
                  currency: string;
                  entryId: string;
                  externalRef: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  paidOn: string;
                  /** @constant */
                  what: 'payment_posted';
                }
              | {
                  amountMinor: number;
                  at: number;
                  byName: string | null;
                  currency: string;
                  entryId: string;
                  externalRef: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  paidOn: string;
                  reason: string | null;
                  /** @constant */
                  what: 'payment_reversed';
                }
              | {
                  at: number;
                  /** @enum {string} */
                  because:
                    | 'all_invalid'
                    | 'first_attempt'
                    | 'tracing_ended'
                    | 'refused'
                    | 'agreed_day_unpaid'
                    | 'unanswered'
                    | 'data_obtained'
                    | 'visit_returned'
                    | 'asked'
                    | 'missed_call'
                    | 'number_changed'
                    | 'number_malformed'
                    | 'voicemail';
                  byName: string | null;
                  dueAt: number;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  /** @enum {string} */
                  taskKind:
                    | 'trace_phone'
                    | 'lookup_114'
                    | 'registry_check'
                    | 'verification_checklist'
                    | 'data_entry'
                    | 'visit_entry'
                    | 'visit_proposal'
                    | 'return_call';
                  /** @constant */
                  what: 'task_opened';
                }
              | {
                  at: number;
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  late: boolean;
                  notNeeded: boolean;
                  result: string | null;
                  /** @enum {string} */
                  taskKind:
                    | 'trace_phone'
                    | 'lookup_114'
                    | 'registry_check'
                    | 'verification_checklist'
                    | 'data_entry'
                    | 'visit_entry'
                    | 'visit_proposal'
                    | 'return_call';
                  /** @constant */
                  what: 'task_ended';
                }
              | {
                  at: number;
                  byName: string | null;
                  entryId: string;
                  finding: string;
                  /** @enum {string} */
                  item: 'in_house_data' | 'registry' | 'phones_fixed' | 'phones_mobile' | 'free';
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  sourceBasis: string | null;
                  /** @constant */
                  what: 'checklist_entered';
                }
              | {
                  address: string;
                  at: number;
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  reason: string;
                  /** @enum {string} */
                  visitKind: 'contactable' | 'lost';
                  /** @constant */
                  what: 'visit_ordered';
                }
              | {
                  address: string;
                  at: number;
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  note: string | null;
                  /** @enum {string} */
                  status: 'approved' | 'rejected';
                  /** @enum {string} */
                  visitKind: 'contactable' | 'lost';
                  /** @constant */
                  what: 'visit_decided';
                }
              | {
                  address: string;
                  at: number;
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  /** @enum {string} */
                  visitKind: 'contactable' | 'lost';
                  visitor: string | null;
                  /** @constant */
                  what: 'visit_dispatched';
                }
              | {
                  address: string;
                  at: number;
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  note: string | null;
                  photos: number;
                  /** @enum {string} */
                  result: 'met_debtor' | 'met_other' | 'nobody_there' | 'address_invalid';
                  /** @enum {string} */
                  visitKind: 'contactable' | 'lost';
                  /** @constant */
                  what: 'visit_returned';
                }
              | {
                  at: number;
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  note: string | null;
                  on: string;
                  /** @enum {string} */
                  step: 'claim' | 'appoint' | 'sign' | 'deliver' | 'confirm' | 'deny' | 'recall';
                  /** @constant */
                  what: 'fraud_step';
                }
              | {
                  at: number;
                  byName: string | null;
                  entryId: string;
                  fileName: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  /** @constant */
                  what: 'fraud_document';
                }
              | {
                  at: number;
                  byName: string | null;
                  /** @enum {string} */
                  channel: 'call' | 'letter' | 'email' | 'portal' | 'in_person';
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  masked: string;
                  /** @constant */
                  what: 'consent_given';
                }
              | {
                  at: number;
                  byName: string | null;
                  /** @enum {string} */
                  channel: 'call' | 'letter' | 'email' | 'portal' | 'in_person';
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  masked: string;
                  /** @constant */
                  what: 'consent_withdrawn';
                }
              | {
                  after: string | null;
                  at: number;
                  before: string | null;
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  reason: string | null;
                  /** @constant */
                  what: 'owner';
                }
              | {
                  /** @enum {string} */
                  after:
                    | 'NEW'
                    | 'NEGOTIATING'
                    | 'PTP'
                    | 'PTP_BROKEN'
                    | 'RAISING_FUNDS'
                    | 'LEFT_MSG_A'
                    | 'LEFT_MSG_B'
                    | 'NO_ANSWER'
                    | 'TRACE'
                    | 'LOST'
                    | 'FRAUD_PENDING'
                    | 'PAID_PENDING'
                    | 'PAID'
                    | 'RECALLED'
                    | 'DISPUTE'
                    | 'COMPLAINT'
                    | 'CEASE'
                    | 'ATTORNEY'
                    | 'DECEASED'
                    | 'BANKRUPT'
                    | 'HARDSHIP';
                  at: number;
                  /** @enum {string} */
                  before:
                    | 'NEW'
                    | 'NEGOTIATING'
                    | 'PTP'
                    | 'PTP_BROKEN'
                    | 'RAISING_FUNDS'
                    | 'LEFT_MSG_A'
                    | 'LEFT_MSG_B'
                    | 'NO_ANSWER'
                    | 'TRACE'
                    | 'LOST'
                    | 'FRAUD_PENDING'
                    | 'PAID_PENDING'
                    | 'PAID'
                    | 'RECALLED'
                    | 'DISPUTE'
                    | 'COMPLAINT'
                    | 'CEASE'
                    | 'ATTORNEY'
                    | 'DECEASED'
                    | 'BANKRUPT'
                    | 'HARDSHIP';
                  byName: string | null;
                  entryId: string;
                  /** @enum {string} */
                  kind:
                    | 'placement'
                    | 'call'
                    | 'inbound'
                    | 'wrap_up'
                    | 'note'
                    | 'number'
                    | 'stop'
                    | 'promise'
                    | 'payment'
                    | 'task'
                    | 'visit'
                    | 'fraud'
                    | 'consent'
                    | 'owner'
                    | 'class';
                  /** @constant */
                  what: 'class';
                }
            )[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getCasesByIdVisitOptions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            addresses: {
              address: string;
              invalid: boolean;
              of: string;
            }[];
            /** @enum {string} */
            kind: 'contactable' | 'lost';
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesByIdVisits: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          address: string;
          /** @default null */
          expects?: ('contactable' | 'lost') | null;
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            visitId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCasesByIdWrapUpsByAttemptId: {
    parameters: {
      query?: {
        override?: 'true' | 'false';
      };
      header?: never;
      path: {
        attemptId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            agentName: string;
            agentUntil: number;
            form: {
              amountMinor: number | null;
              attemptId: string;
              businessZone: string;
              calleeZone: string | null;
              caseId: string;
              currency: string;
              currentClass:
                | (
                    | 'NEW'
                    | 'NEGOTIATING'
                    | 'PTP'
                    | 'PTP_BROKEN'
                    | 'RAISING_FUNDS'
                    | 'LEFT_MSG_A'
                    | 'LEFT_MSG_B'
                    | 'NO_ANSWER'
                    | 'TRACE'
                    | 'LOST'
                    | 'FRAUD_PENDING'
                    | 'PAID_PENDING'
                    | 'PAID'
                    | 'RECALLED'
                    | 'DISPUTE'
                    | 'COMPLAINT'
                    | 'CEASE'
                    | 'ATTORNEY'
                    | 'DECEASED'
                    | 'BANKRUPT'
                    | 'HARDSHIP'
                  )
                | null;
              leave: {
                askedAt: number;
                /** @enum {string} */
                code: 'PTP' | 'FUND' | 'LM_A';
                day: string;
                decidedByName: string | null;
                leaveId: string;
                reason: string | null;
                /** @enum {string} */
                state: 'waiting' | 'granted' | 'refused' | 'expired';
                why: string;
              } | null;
              options: {
                classAfter:
                  | (
                      | 'NEW'
                      | 'NEGOTIATING'
                      | 'PTP'
                      | 'PTP_BROKEN'
                      | 'RAISING_FUNDS'
                      | 'LEFT_MSG_A'
                      | 'LEFT_MSG_B'
                      | 'NO_ANSWER'
                      | 'TRACE'
                      | 'LOST'
                      | 'FRAUD_PENDING'
                      | 'PAID_PENDING'
                      | 'PAID'
                      | 'RECALLED'
                      | 'DISPUTE'
                      | 'COMPLAINT'
                      | 'CEASE'
                      | 'ATTORNEY'
                      | 'DECEASED'
                      | 'BANKRUPT'
                      | 'HARDSHIP'
                    )
                  | null;
                /** @enum {string} */
                code:
                  | 'PTP'
                  | 'PTP_CONFIRM'
                  | 'PAID_CLAIM'
                  | 'NEG'
                  | 'FUND'
                  | 'REFUSE'
                  | 'CALLBACK'
                  | 'HANGUP'
                  | 'LM_A'
                  | 'LM_B'
                  | 'TP_NOINFO'
                  | 'TP_STOP'
                  | 'NSP'
                  | 'RESIGNED'
                  | 'MOVED'
                  | 'VACANT_AG'
                  | 'VM'
                  | 'FRAUD_CLAIM'
                  | 'DISPUTE'
                  | 'COMPLAINT'
                  | 'CEASE'
                  | 'ATTORNEY'
                  | 'DECEASED'
                  | 'BANKRUPT'
                  | 'HARDSHIP';
                en: string;
                fundDate: {
                  max: string;
                  min: string;
                  prefill: string;
                } | null;
                hotkey: string | null;
                nextFollowUp: {
                  max: string;
                  min: string;
                  prefill: string;
                } | null;
                parties: ('RPC' | 'TPC' | 'WPC' | 'none' | 'unknown')[];
                promiseDue: {
                  max: string;
                  min: string;
                  prefill: string;
                } | null;
                requires: ('promise' | 'fundDate' | 'callbackAt' | 'suspect' | 'clues')[];
                stopsCase: boolean;
                suggested: boolean;
                zh: string;
              }[];
              scripts: {
                /** @enum {string} */
                code:
                  | 'PTP'
                  | 'PTP_CONFIRM'
                  | 'PAID_CLAIM'
                  | 'NEG'
                  | 'FUND'
                  | 'REFUSE'
                  | 'CALLBACK'
                  | 'HANGUP'
                  | 'LM_A'
                  | 'LM_B'
                  | 'TP_NOINFO'
                  | 'TP_STOP'
                  | 'NSP'
                  | 'RESIGNED'
                  | 'MOVED'
                  | 'VACANT_AG'
                  | 'VM'
                  | 'FRAUD_CLAIM'
                  | 'DISPUTE'
                  | 'COMPLAINT'
                  | 'CEASE'
                  | 'ATTORNEY'
                  | 'DECEASED'
                  | 'BANKRUPT'
                  | 'HARDSHIP';
                text: string;
              }[];
              today: string;
            };
            given: {
              callbackAt: number | null;
              /** @enum {string} */
              callbackFor?: 'owner' | 'team';
              /** @default null */
              clues: string | null;
              code: unknown;
              /** @default null */
              fundDate: string | null;
              /** @default null */
              nextFollowUpOn: string | null;
              /** @default  */
              note: string;
              /** @enum {string} */
              party: 'RPC' | 'TPC' | 'WPC' | 'none' | 'unknown';
              /** @default null */
              promise: {
                amountMinor: number;
                dueOn: string;
              } | null;
              /** @default null */
              suspect: string | null;
            };
            revisions: {
              at: number;
              byName: string;
              /** @enum {string} */
              code:
                | 'PTP'
                | 'PTP_CONFIRM'
                | 'PAID_CLAIM'
                | 'NEG'
                | 'FUND'
                | 'REFUSE'
                | 'CALLBACK'
                | 'HANGUP'
                | 'LM_A'
                | 'LM_B'
                | 'TP_NOINFO'
                | 'TP_STOP'
                | 'NSP'
                | 'RESIGNED'
                | 'MOVED'
                | 'VACANT_AG'
                | 'VM'
                | 'FRAUD_CLAIM'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              note: string | null;
              overridden: boolean;
              /** @enum {string} */
              party: 'RPC' | 'TPC' | 'WPC' | 'none' | 'unknown';
              reason: string | null;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesByIdWrapUpsByAttemptIdCorrection: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        attemptId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default null */
          callbackAt?:
            | (
                | number
                | {
                    date: string;
                    /** @default false */
                    second?: boolean;
                    time: string;
                  }
              )
            | null;
          /** @enum {string} */
          callbackFor?: 'owner' | 'team';
          /** @default null */
          clues?: string | null;
          code: unknown;
          /** @default null */
          fundDate?: string | null;
          /** @default null */
          nextFollowUpOn?: string | null;
          /** @default  */
          note?: string;
          /** @default false */
          override?: boolean;
          /** @enum {string} */
          party: 'RPC' | 'TPC' | 'WPC' | 'none' | 'unknown';
          /** @default null */
          promise?: {
            amountMinor: number;
            dueOn: string;
          } | null;
          /** @default  */
          reason?: string;
          /** @default null */
          suspect?: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            acwMs: number;
            attemptId: string;
            callbackAt: number | null;
            /** @enum {string} */
            classAfter:
              | 'NEW'
              | 'NEGOTIATING'
              | 'PTP'
              | 'PTP_BROKEN'
              | 'RAISING_FUNDS'
              | 'LEFT_MSG_A'
              | 'LEFT_MSG_B'
              | 'NO_ANSWER'
              | 'TRACE'
              | 'LOST'
              | 'FRAUD_PENDING'
              | 'PAID_PENDING'
              | 'PAID'
              | 'RECALLED'
              | 'DISPUTE'
              | 'COMPLAINT'
              | 'CEASE'
              | 'ATTORNEY'
              | 'DECEASED'
              | 'BANKRUPT'
              | 'HARDSHIP';
            nextFollowUpOn: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getCasesExportCsv: {
    parameters: {
      query?: {
        campaignId?: string;
        class?:
          | 'NEW'
          | 'NEGOTIATING'
          | 'PTP'
          | 'PTP_BROKEN'
          | 'RAISING_FUNDS'
          | 'LEFT_MSG_A'
          | 'LEFT_MSG_B'
          | 'NO_ANSWER'
          | 'TRACE'
          | 'LOST'
          | 'FRAUD_PENDING'
          | 'PAID_PENDING'
          | 'PAID'
          | 'RECALLED'
          | 'DISPUTE'
          | 'COMPLAINT'
          | 'CEASE'
          | 'ATTORNEY'
          | 'DECEASED'
          | 'BANKRUPT'
          | 'HARDSHIP';
        clientId?: string;
        mine?: 'true' | 'false';
        owner?: string | 'none';
        q?: string;
        status?: 'open' | 'closed' | 'recalled';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postCasesSearch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          campaignId?: string;
          /** @enum {string} */
          class?:
            | 'NEW'
            | 'NEGOTIATING'
            | 'PTP'
            | 'PTP_BROKEN'
            | 'RAISING_FUNDS'
            | 'LEFT_MSG_A'
            | 'LEFT_MSG_B'
            | 'NO_ANSWER'
            | 'TRACE'
            | 'LOST'
            | 'FRAUD_PENDING'
            | 'PAID_PENDING'
            | 'PAID'
            | 'RECALLED'
            | 'DISPUTE'
            | 'COMPLAINT'
            | 'CEASE'
            | 'ATTORNEY'
            | 'DECEASED'
            | 'BANKRUPT'
            | 'HARDSHIP';
          /** Format: uuid */
          clientId?: string;
          cursor?: string;
          down?: boolean | ('true' | 'false');
          /** @default 50 */
          limit?: number;
          /** @default false */
          mine?: boolean;
          name?: string;
          owner?: string | 'none';
          ref?: string;
          /**
           * @default added
           * @enum {string}
           */
          sort?: 'added' | 'reference' | 'owed' | 'next' | 'last';
          /** @enum {string} */
          status?: 'open' | 'closed' | 'recalled';
          text?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cases: {
              amountMinor: number;
              attempts: number;
              /** @enum {string} */
              caseClass:
                | 'NEW'
                | 'NEGOTIATING'
                | 'PTP'
                | 'PTP_BROKEN'
                | 'RAISING_FUNDS'
                | 'LEFT_MSG_A'
                | 'LEFT_MSG_B'
                | 'NO_ANSWER'
                | 'TRACE'
                | 'LOST'
                | 'FRAUD_PENDING'
                | 'PAID_PENDING'
                | 'PAID'
                | 'RECALLED'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              caseId: string;
              clientName: string;
              currency: string;
              debtorName: string | null;
              dueAt: number | null;
              externalRef: string;
              lastAttemptAt: number | null;
              nextFollowUpOn: string | null;
              ownerName: string | null;
              /** @enum {string} */
              status: 'open' | 'closed' | 'recalled';
            }[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getConfigurationExport: {
    parameters: {
      query?: {
        as?: 'yaml' | 'json';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postConfigurationImport: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          dryRun: boolean;
          /** @default  */
          reason?: string;
          text: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            dryRun: boolean;
            notes: {
              key: string;
              kind: string;
              /** @enum {string} */
              says: 'secret_missing' | 'not_verified';
            }[];
            objects: {
              changes: {
                after?: unknown;
                before?: unknown;
                path: string;
              }[];
              key: string;
              kind: string;
              /** @enum {string} */
              what: 'added' | 'changed' | 'removed' | 'kept';
            }[];
            unchanged: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getConfigurationKinds: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            kinds: {
              keys: string[];
              kind: string;
              section: string;
              words: {
                [key: string]: [string, string];
              };
            }[];
            mayChange: boolean;
            people: {
              id: string;
              name: string;
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postConfigurationLatest: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default null */
          kind?: string | null;
          subjectId: string;
          subjectType: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            version: {
              at: number;
              byName: string | null;
              changes: {
                after?: unknown;
                before?: unknown;
                path: string;
              }[];
              key: string;
              kind: string;
              newest: boolean;
              number: number;
              /** @enum {string} */
              origin: 'change' | 'import' | 'rollback' | 'found';
              reason: string;
              removed: boolean;
              restoredFrom: number | null;
              seq: number;
              versionId: string;
            } | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postConfigurationVersions: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default null */
          by?: string | null;
          cursor?: string;
          /** @default null */
          from?: number | null;
          /** @default null */
          key?: string | null;
          /** @default null */
          kind?: string | null;
          /** @default 50 */
          limit?: number;
          /** @default null */
          to?: number | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            nextCursor: string | null;
            versions: {
              at: number;
              byName: string | null;
              changes: {
                after?: unknown;
                before?: unknown;
                path: string;
              }[];
              key: string;
              kind: string;
              newest: boolean;
              number: number;
              /** @enum {string} */
              origin: 'change' | 'import' | 'rollback' | 'found';
              reason: string;
              removed: boolean;
              restoredFrom: number | null;
              seq: number;
              versionId: string;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postConfigurationVersionsByIdRestore: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          dryRun?: boolean;
          newestSeen: number;
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            dryRun: boolean;
            notes: {
              key: string;
              kind: string;
              /** @enum {string} */
              says: 'secret_missing' | 'not_verified';
            }[];
            objects: {
              changes: {
                after?: unknown;
                before?: unknown;
                path: string;
              }[];
              key: string;
              kind: string;
              /** @enum {string} */
              what: 'added' | 'changed' | 'removed' | 'kept';
            }[];
            unchanged: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getFloorAgents: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            agents: {
              agentId: string;
              alive: boolean;
              call: {
                attemptId: string;
                caseId: string;
                caseRef: string;
                connectedAt: number | null;
                debtor: string | null;
                /** @enum {string} */
                direction: 'outbound' | 'inbound';
                number: string;
              } | null;
              line: {
                /** @enum {string} */
                grade: 'good' | 'fair' | 'poor';
                jitterMs: number | null;
                lossShare: number | null;
                rttMs: number | null;
              } | null;
              mayListen: boolean;
              name: string;
              reason: string | null;
              since: number;
              /** @enum {string} */
              state: 'signed_out' | 'ready' | 'reserved' | 'talking' | 'wrapping_up' | 'on_break';
              teamId: string | null;
              teamName: string | null;
              today: {
                breakMs: number;
                calls: number;
                occupancy: number | null;
                promises: number;
                readyMs: number;
                talkMs: number;
                wrapUpMs: number;
              };
              wish: ('ready' | 'on_break') | null;
            }[];
            at: number;
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postFloorAgentsByAgentIdState: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        agentId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          /** @enum {string} */
          to: 'on_break' | 'signed_out';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            state: 'signed_out' | 'ready' | 'reserved' | 'talking' | 'wrapping_up' | 'on_break';
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getFraud: {
    parameters: {
      query?: {
        cursor?: string;
        due?: 'true' | 'false';
        limit?: number;
        step?: 'claimed' | 'appointed' | 'signed' | 'awaiting_bank' | 'confirmed' | 'recalled' | 'denied';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            applications: {
              amountMinor: number;
              applicationId: string;
              caseId: string;
              /** Format: date */
              claimedOn: string;
              /** @enum {string} */
              classBefore:
                | 'NEW'
                | 'NEGOTIATING'
                | 'PTP'
                | 'PTP_BROKEN'
                | 'RAISING_FUNDS'
                | 'LEFT_MSG_A'
                | 'LEFT_MSG_B'
                | 'NO_ANSWER'
                | 'TRACE'
                | 'LOST'
                | 'FRAUD_PENDING'
                | 'PAID_PENDING'
                | 'PAID'
                | 'RECALLED'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              clientName: string;
              clues: string;
              currency: string;
              deadline: {
                /** Format: date */
                lastDayOn: string;
                /** @enum {string} */
                rule: 'R24' | 'R26';
                /** @enum {string} */
                state: 'open' | 'warned' | 'breached';
                /** Format: date */
                warnOn: string;
              } | null;
              debtorName: string | null;
              documents: number;
              externalRef: string;
              moves: ('appoint' | 'sign' | 'deliver' | 'confirm' | 'deny' | 'recall')[];
              signOn: string | null;
              signPlace: ('bank' | 'agency') | null;
              /** Format: date */
              sinceOn: string;
              /** @enum {string} */
              step: 'claimed' | 'appointed' | 'signed' | 'awaiting_bank' | 'confirmed' | 'recalled' | 'denied';
              suspect: string;
            }[];
            nextCursor: string | null;
            /** Format: date */
            today: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getFraudById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            amountMinor: number;
            applicationId: string;
            caseId: string;
            /** Format: date */
            claimedOn: string;
            /** @enum {string} */
            classBefore:
              | 'NEW'
              | 'NEGOTIATING'
              | 'PTP'
              | 'PTP_BROKEN'
              | 'RAISING_FUNDS'
              | 'LEFT_MSG_A'
              | 'LEFT_MSG_B'
              | 'NO_ANSWER'
              | 'TRACE'
              | 'LOST'
              | 'FRAUD_PENDING'
              | 'PAID_PENDING'
              | 'PAID'
              | 'RECALLED'
              | 'DISPUTE'
              | 'COMPLAINT'
              | 'CEASE'
              | 'ATTORNEY'
              | 'DECEASED'
              | 'BANKRUPT'
              | 'HARDSHIP';
            clientName: string;
            clues: string;
            currency: string;
            deadline: {
              /** Format: date */
              lastDayOn: string;
              /** @enum {string} */
              rule: 'R24' | 'R26';
              /** @enum {string} */
              state: 'open' | 'warned' | 'breached';
              /** Format: date */
              warnOn: string;
            } | null;
            debtorName: string | null;
            documents: number;
            externalRef: string;
            files: {
              byteSize: number;
              documentId: string;
              fileName: string;
              /** @enum {string} */
              mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
              sha256: string;
              uploadedAt: number;
              uploadedByName: string;
            }[];
            log: {
              actorName: string | null;
              at: number;
              /** @enum {string} */
              kind: 'claim' | 'appoint' | 'sign' | 'deliver' | 'confirm' | 'deny' | 'recall';
              note: string | null;
              /** Format: date */
              on: string;
              place: ('bank' | 'agency') | null;
              signOn: string | null;
              stepId: string;
            }[];
            moves: ('appoint' | 'sign' | 'deliver' | 'confirm' | 'deny' | 'recall')[];
            signOn: string | null;
            signPlace: ('bank' | 'agency') | null;
            /** Format: date */
            sinceOn: string;
            /** @enum {string} */
            step: 'claimed' | 'appointed' | 'signed' | 'awaiting_bank' | 'confirmed' | 'recalled' | 'denied';
            suspect: string;
            /** Format: date */
            today: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postFraudByIdDocuments: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            amountMinor: number;
            applicationId: string;
            caseId: string;
            /** Format: date */
            claimedOn: string;
            /** @enum {string} */
            classBefore:
              | 'NEW'
              | 'NEGOTIATING'
              | 'PTP'
              | 'PTP_BROKEN'
              | 'RAISING_FUNDS'
              | 'LEFT_MSG_A'
              | 'LEFT_MSG_B'
              | 'NO_ANSWER'
              | 'TRACE'
              | 'LOST'
              | 'FRAUD_PENDING'
              | 'PAID_PENDING'
              | 'PAID'
              | 'RECALLED'
              | 'DISPUTE'
              | 'COMPLAINT'
              | 'CEASE'
              | 'ATTORNEY'
              | 'DECEASED'
              | 'BANKRUPT'
              | 'HARDSHIP';
            clientName: string;
            clues: string;
            currency: string;
            deadline: {
              /** Format: date */
              lastDayOn: string;
              /** @enum {string} */
              rule: 'R24' | 'R26';
              /** @enum {string} */
              state: 'open' | 'warned' | 'breached';
              /** Format: date */
              warnOn: string;
            } | null;
            debtorName: string | null;
            documents: number;
            externalRef: string;
            files: {
              byteSize: number;
              documentId: string;
              fileName: string;
              /** @enum {string} */
              mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
              sha256: string;
              uploadedAt: number;
              uploadedByName: string;
            }[];
            log: {
              actorName: string | null;
              at: number;
              /** @enum {string} */
              kind: 'claim' | 'appoint' | 'sign' | 'deliver' | 'confirm' | 'deny' | 'recall';
              note: string | null;
              /** Format: date */
              on: string;
              place: ('bank' | 'agency') | null;
              signOn: string | null;
              stepId: string;
            }[];
            moves: ('appoint' | 'sign' | 'deliver' | 'confirm' | 'deny' | 'recall')[];
            signOn: string | null;
            signPlace: ('bank' | 'agency') | null;
            /** Format: date */
            sinceOn: string;
            /** @enum {string} */
            step: 'claimed' | 'appointed' | 'signed' | 'awaiting_bank' | 'confirmed' | 'recalled' | 'denied';
            suspect: string;
            /** Format: date */
            today: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      413: components['responses']['Refused413'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postFraudByIdSteps: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @constant */
              kind: 'appoint';
              /** @default  */
              note?: string;
              /** Format: date */
              on: string;
              /** @enum {string} */
              place: 'bank' | 'agency';
              /** Format: date */
              signOn: string;
            }
          | {
              /** @enum {string} */
              kind: 'sign' | 'deliver' | 'confirm' | 'deny' | 'recall';
              /** @default  */
              note?: string;
              /** Format: date */
              on: string;
            };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            amountMinor: number;
            applicationId: string;
            caseId: string;
            /** Format: date */
            claimedOn: string;
            /** @enum {string} */
            classBefore:
              | 'NEW'
              | 'NEGOTIATING'
              | 'PTP'
              | 'PTP_BROKEN'
              | 'RAISING_FUNDS'
              | 'LEFT_MSG_A'
              | 'LEFT_MSG_B'
              | 'NO_ANSWER'
              | 'TRACE'
              | 'LOST'
              | 'FRAUD_PENDING'
              | 'PAID_PENDING'
              | 'PAID'
              | 'RECALLED'
              | 'DISPUTE'
              | 'COMPLAINT'
              | 'CEASE'
              | 'ATTORNEY'
              | 'DECEASED'
              | 'BANKRUPT'
              | 'HARDSHIP';
            clientName: string;
            clues: string;
            currency: string;
            deadline: {
              /** Format: date */
              lastDayOn: string;
              /** @enum {string} */
              rule: 'R24' | 'R26';
              /** @enum {string} */
              state: 'open' | 'warned' | 'breached';
              /** Format: date */
              warnOn: string;
            } | null;
            debtorName: string | null;
            documents: number;
            externalRef: string;
            files: {
              byteSize: number;
              documentId: string;
              fileName: string;
              /** @enum {string} */
              mediaType: 'application/pdf' | 'image/jpeg' | 'image/png';
              sha256: string;
              uploadedAt: number;
              uploadedByName: string;
            }[];
            log: {
              actorName: string | null;
              at: number;
              /** @enum {string} */
              kind: 'claim' | 'appoint' | 'sign' | 'deliver' | 'confirm' | 'deny' | 'recall';
              note: string | null;
              /** Format: date */
              on: string;
              place: ('bank' | 'agency') | null;
              signOn: string | null;
              stepId: string;
            }[];
            moves: ('appoint' | 'sign' | 'deliver' | 'confirm' | 'deny' | 'recall')[];
            signOn: string | null;
            signPlace: ('bank' | 'agency') | null;
            /** Format: date */
            sinceOn: string;
            /** @enum {string} */
            step: 'claimed' | 'appointed' | 'signed' | 'awaiting_bank' | 'confirmed' | 'recalled' | 'denied';
            suspect: string;
            /** Format: date */
            today: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getFraudDocumentsById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getInboundWaiting: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            agents: {
              agentId: string;
              displayName: string;
              ready: boolean;
            }[];
            calls: {
              absent: boolean;
              arrivedAt: number;
              assignedTo: string | null;
              attemptId: string;
              campaignName: string | null;
              caseId: string;
              debtorName: string | null;
              expectedWaitMs: number | null;
              numberMasked: string;
              ownerName: string | null;
              position: number;
              shared: boolean;
              teamName: string | null;
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  putInboundWaitingByAttemptIdAgent: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        attemptId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          agentId: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getJobs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            queues: {
              counts: {
                [key: string]: number;
              };
              name: string;
              paused: boolean;
              trunk: {
                name: string | null;
                trunkId: string;
              } | null;
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postJobsByQueueByAct: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        act: string;
        queue: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          jobId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getJobsByQueueExportCsv: {
    parameters: {
      query?: {
        q?: string;
        state?: 'failed' | 'waiting' | 'delayed';
      };
      header?: never;
      path: {
        queue: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getJobsByQueueList: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        q?: string;
        state?: 'failed' | 'waiting' | 'delayed';
      };
      header?: never;
      path: {
        queue: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            jobs: {
              about: {
                [key: string]: string | number;
              };
              at: number | null;
              id: string;
              name: string;
              reason: string | null;
              tries: number;
            }[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getLeaves: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            leaves: {
              agentName: string;
              amountMinor: number;
              askedAt: number;
              attemptId: string;
              caseId: string;
              /** @enum {string} */
              code: 'PTP' | 'FUND' | 'LM_A';
              currency: string;
              day: string;
              decidedByName: string | null;
              externalRef: string;
              leaveId: string;
              reason: string | null;
              /** @enum {string} */
              state: 'waiting' | 'granted' | 'refused' | 'expired';
              why: string;
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postLeavesByIdDecision: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          granted: boolean;
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            askedAt: number;
            /** @enum {string} */
            code: 'PTP' | 'FUND' | 'LM_A';
            day: string;
            decidedByName: string | null;
            leaveId: string;
            reason: string | null;
            /** @enum {string} */
            state: 'waiting' | 'granted' | 'refused' | 'expired';
            why: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getMeTablesByScreen: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        screen: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            columns: string[] | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  putMeTablesByScreen: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        screen: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          columns: string[] | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postNumbersByIdVerify: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @default contact
           * @enum {string}
           */
          by?: 'contact' | 'proof';
          note: string;
          /** @default null */
          sourceBasis?: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getPacingCampaigns: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaigns: {
              campaignId: string;
              live: number;
              /** @enum {string} */
              mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
              name: string;
              /** @enum {string} */
              status: 'draft' | 'running' | 'paused' | 'draining' | 'drained';
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getPayments: {
    parameters: {
      query?: {
        clientId?: string;
        cursor?: string;
        down?: boolean | ('true' | 'false');
        limit?: number;
        q?: string;
        sort?: 'postedAt';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            nextCursor: string | null;
            payments: {
              amountMinor: number;
              caseId: string;
              caseRef: string;
              clientName: string;
              currency: string;
              externalRef: string;
              /** Format: date */
              paidOn: string;
              paymentId: string;
              postedAt: number;
              reversalReason: string | null;
              reversedAt: number | null;
              /** @enum {string} */
              source: 'api' | 'file';
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postPayments: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          amountMinor: number;
          caseRef: string;
          client?: string;
          /** Format: uuid */
          clientId?: string;
          currency?: string;
          externalRef: string;
          /** Format: date */
          paidOn: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            caseId: string;
            closed: boolean;
            /** @enum {string} */
            kind: 'posted' | 'unchanged';
            owedMinor: number;
            paymentId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postPaymentsByIdReverse: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            kind: 'reversed' | 'unchanged';
            owedMinor: number;
            reopened: boolean;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getPaymentsExportCsv: {
    parameters: {
      query?: {
        clientId?: string;
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getPaymentsFiles: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            files: {
              clientName: string;
              createdAt: number;
              fileId: string;
              fileName: string;
              posted: number;
              rejected: number;
              unchanged: number;
            }[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postPaymentsFiles: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            clientName: string;
            createdAt: number;
            fileId: string;
            fileName: string;
            posted: number;
            rejected: number;
            returned: {
              caseRef: string;
              externalRef: string;
              reasons: string[];
              row: number;
            }[];
            unchanged: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      413: components['responses']['Refused413'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getPaymentsFilesById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            clientName: string;
            createdAt: number;
            fileId: string;
            fileName: string;
            posted: number;
            rejected: number;
            returned: {
              caseRef: string;
              externalRef: string;
              reasons: string[];
              row: number;
            }[];
            unchanged: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getPeople: {
    parameters: {
      query?: {
        cursor?: string;
        dir?: 'asc' | 'desc';
        language?: string;
        limit?: number;
        q?: string;
        role?: 'agent' | 'supervisor' | 'admin';
        skill?: string;
        sort?: 'displayName' | 'username' | 'role' | 'team' | 'createdAt';
        state?: 'active' | 'disabled' | 'all';
        teamId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            nextCursor: string | null;
            people: {
              createdAt: number;
              dailyGoal: number;
              disabledAt: number | null;
              displayName: string;
              email: string | null;
              granted: string[];
              languages: string[];
              lastSeenAt: number | null;
              liveSessions: number;
              /** @enum {string} */
              locale: 'zh-CN' | 'en';
              lockedUntil: number | null;
              openCases: number;
              permissions: (
                | 'recordings.listen'
                | 'export'
                | 'stops.lift'
                | 'cases.hand_over'
                | 'people.manage'
                | 'audit.read'
                | 'keys.manage'
                | 'webhooks.manage'
              )[];
              personId: string;
              /** @enum {string} */
              role: 'agent' | 'supervisor' | 'admin';
              secondFactorSince: number | null;
              signsInByProvider: boolean;
              simulated: boolean;
              skills: string[];
              team: {
                name: string;
                teamId: string;
              } | null;
              temporaryUntil: number | null;
              username: string;
              version: number;
              withheld: string[];
            }[];
            total: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postPeople: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          dailyGoal: number;
          displayName: string;
          email: string | null;
          languages: string[];
          /** @enum {string} */
          locale: 'zh-CN' | 'en';
          permissions: (
            | 'recordings.listen'
            | 'export'
            | 'stops.lift'
            | 'cases.hand_over'
            | 'people.manage'
            | 'audit.read'
            | 'keys.manage'
            | 'webhooks.manage'
          )[];
          /** @enum {string} */
          role: 'agent' | 'supervisor' | 'admin';
          skills: string[];
          teamId: string | null;
          username: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            personId: string;
            temporaryPassword: string;
            temporaryUntil: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getPeopleById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            createdAt: number;
            dailyGoal: number;
            disabledAt: number | null;
            displayName: string;
            email: string | null;
            granted: string[];
            languages: string[];
            lastSeenAt: number | null;
            liveSessions: number;
            /** @enum {string} */
            locale: 'zh-CN' | 'en';
            lockedUntil: number | null;
            openCases: number;
            permissions: (
              | 'recordings.listen'
              | 'export'
              | 'stops.lift'
              | 'cases.hand_over'
              | 'people.manage'
              | 'audit.read'
              | 'keys.manage'
              | 'webhooks.manage'
            )[];
            personId: string;
            /** @enum {string} */
            role: 'agent' | 'supervisor' | 'admin';
            secondFactorSince: number | null;
            signsInByProvider: boolean;
            simulated: boolean;
            skills: string[];
            team: {
              name: string;
              teamId: string;
            } | null;
            temporaryUntil: number | null;
            username: string;
            version: number;
            withheld: string[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  putPeopleById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          dailyGoal: number;
          displayName: string;
          email: string | null;
          languages: string[];
          /** @enum {string} */
          locale: 'zh-CN' | 'en';
          permissions: (
            | 'recordings.listen'
            | 'export'
            | 'stops.lift'
            | 'cases.hand_over'
            | 'people.manage'
            | 'audit.read'
            | 'keys.manage'
            | 'webhooks.manage'
          )[];
          reason: string;
          /** @enum {string} */
          role: 'agent' | 'supervisor' | 'admin';
          skills: string[];
          teamId: string | null;
          version: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            createdAt: number;
            dailyGoal: number;
            disabledAt: number | null;
            displayName: string;
            email: string | null;
            granted: string[];
            languages: string[];
            lastSeenAt: number | null;
            liveSessions: number;
            /** @enum {string} */
            locale: 'zh-CN' | 'en';
            lockedUntil: number | null;
            openCases: number;
            permissions: (
              | 'recordings.listen'
              | 'export'
              | 'stops.lift'
              | 'cases.hand_over'
              | 'people.manage'
              | 'audit.read'
              | 'keys.manage'
              | 'webhooks.manage'
            )[];
            personId: string;
            /** @enum {string} */
            role: 'agent' | 'supervisor' | 'admin';
            secondFactorSince: number | null;
            signsInByProvider: boolean;
            simulated: boolean;
            skills: string[];
            team: {
              name: string;
              teamId: string;
            } | null;
            temporaryUntil: number | null;
            username: string;
            version: number;
            withheld: string[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      429: components['responses']['Refused429'];
    };
  };
  postPeopleByIdDeactivate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            createdAt: number;
            dailyGoal: number;
            disabledAt: number | null;
            displayName: string;
            email: string | null;
            granted: string[];
            languages: string[];
            lastSeenAt: number | null;
            liveSessions: number;
            /** @enum {string} */
            locale: 'zh-CN' | 'en';
            lockedUntil: number | null;
            openCases: number;
            permissions: (
              | 'recordings.listen'
              | 'export'
              | 'stops.lift'
              | 'cases.hand_over'
              | 'people.manage'
              | 'audit.read'
              | 'keys.manage'
              | 'webhooks.manage'
            )[];
            personId: string;
            /** @enum {string} */
            role: 'agent' | 'supervisor' | 'admin';
            secondFactorSince: number | null;
            signsInByProvider: boolean;
            simulated: boolean;
            skills: string[];
            team: {
              name: string;
              teamId: string;
            } | null;
            temporaryUntil: number | null;
            username: string;
            version: number;
            withheld: string[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getPeopleByIdHandover: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            callbacks: number;
            campaigns: {
              campaignId: string;
              name: string;
            }[];
            frauds: number;
            inCall: number;
            latest: {
              byName: string;
              cancelled: {
                at: number;
                byName: string;
              } | null;
              finishedAt: number | null;
              given: number;
              handoverId: string;
              left: {
                /** @enum {string} */
                because: 'owner_changed' | 'closed' | 'recipient_gone' | 'cancelled';
                count: number;
              }[];
              reason: string;
              startedAt: number;
              to: {
                displayName: string;
                given: number;
                personId: string;
              }[];
              total: number;
              waiting: number;
            } | null;
            openCases: number;
            otherTasks: number;
            promises: number;
            tasks: number;
            visits: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postPeopleByIdHandover: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          to:
            | {
                /** @constant */
                kind: 'one';
                /** Format: uuid */
                personId: string;
              }
            | {
                /** @constant */
                kind: 'team';
                /** Format: uuid */
                teamId: string;
              }
            | {
                /** @constant */
                kind: 'named';
                personIds: string[];
              };
        };
      };
    };
    responses: {
      /** @description Done. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            callbacks: number;
            campaigns: {
              campaignId: string;
              name: string;
            }[];
            frauds: number;
            inCall: number;
            latest: {
              byName: string;
              cancelled: {
                at: number;
                byName: string;
              } | null;
              finishedAt: number | null;
              given: number;
              handoverId: string;
              left: {
                /** @enum {string} */
                because: 'owner_changed' | 'closed' | 'recipient_gone' | 'cancelled';
                count: number;
              }[];
              reason: string;
              startedAt: number;
              to: {
                displayName: string;
                given: number;
                personId: string;
              }[];
              total: number;
              waiting: number;
            } | null;
            openCases: number;
            otherTasks: number;
            promises: number;
            tasks: number;
            visits: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postPeopleByIdHandoverCancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          handoverId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            callbacks: number;
            campaigns: {
              campaignId: string;
              name: string;
            }[];
            frauds: number;
            inCall: number;
            latest: {
              byName: string;
              cancelled: {
                at: number;
                byName: string;
              } | null;
              finishedAt: number | null;
              given: number;
              handoverId: string;
              left: {
                /** @enum {string} */
                because: 'owner_changed' | 'closed' | 'recipient_gone' | 'cancelled';
                count: number;
              }[];
              reason: string;
              startedAt: number;
              to: {
                displayName: string;
                given: number;
                personId: string;
              }[];
              total: number;
              waiting: number;
            } | null;
            openCases: number;
            otherTasks: number;
            promises: number;
            tasks: number;
            visits: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getPeopleByIdHistory: {
    parameters: {
      query?: {
        cursor?: number;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            entries: {
              action: string;
              actor: {
                id: string;
                name: string;
              } | null;
              at: number;
              detail: {
                [key: string]: unknown;
              } | null;
              hash: string;
              seq: number;
              subjectId: string | null;
              subjectType: string;
            }[];
            nextCursor: number | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postPeopleByIdReactivate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            createdAt: number;
            dailyGoal: number;
            disabledAt: number | null;
            displayName: string;
            email: string | null;
            granted: string[];
            languages: string[];
            lastSeenAt: number | null;
            liveSessions: number;
            /** @enum {string} */
            locale: 'zh-CN' | 'en';
            lockedUntil: number | null;
            openCases: number;
            permissions: (
              | 'recordings.listen'
              | 'export'
              | 'stops.lift'
              | 'cases.hand_over'
              | 'people.manage'
              | 'audit.read'
              | 'keys.manage'
              | 'webhooks.manage'
            )[];
            personId: string;
            /** @enum {string} */
            role: 'agent' | 'supervisor' | 'admin';
            secondFactorSince: number | null;
            signsInByProvider: boolean;
            simulated: boolean;
            skills: string[];
            team: {
              name: string;
              teamId: string;
            } | null;
            temporaryUntil: number | null;
            username: string;
            version: number;
            withheld: string[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postPeopleByIdRemoveSecondFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            createdAt: number;
            dailyGoal: number;
            disabledAt: number | null;
            displayName: string;
            email: string | null;
            granted: string[];
            languages: string[];
            lastSeenAt: number | null;
            liveSessions: number;
            /** @enum {string} */
            locale: 'zh-CN' | 'en';
            lockedUntil: number | null;
            openCases: number;
            permissions: (
              | 'recordings.listen'
              | 'export'
              | 'stops.lift'
              | 'cases.hand_over'
              | 'people.manage'
              | 'audit.read'
              | 'keys.manage'
              | 'webhooks.manage'
            )[];
            personId: string;
            /** @enum {string} */
            role: 'agent' | 'supervisor' | 'admin';
            secondFactorSince: number | null;
            signsInByProvider: boolean;
            simulated: boolean;
            skills: string[];
            team: {
              name: string;
              teamId: string;
            } | null;
            temporaryUntil: number | null;
            username: string;
            version: number;
            withheld: string[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getPeopleByIdSessions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            sessions: {
              createdAt: number;
              current: boolean;
              expiresAt: number;
              lastSeenAt: number;
              /** @enum {string} */
              method: 'password' | 'code' | 'provider';
              sessionId: string;
              userAgent: string | null;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  deletePeopleByIdSessions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            ended: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  deletePeopleByIdSessionsBySessionId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        sessionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            ended: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postPeopleByIdTemporaryPassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            personId: string;
            temporaryPassword: string;
            temporaryUntil: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postPeopleByIdUnlock: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            createdAt: number;
            dailyGoal: number;
            disabledAt: number | null;
            displayName: string;
            email: string | null;
            granted: string[];
            languages: string[];
            lastSeenAt: number | null;
            liveSessions: number;
            /** @enum {string} */
            locale: 'zh-CN' | 'en';
            lockedUntil: number | null;
            openCases: number;
            permissions: (
              | 'recordings.listen'
              | 'export'
              | 'stops.lift'
              | 'cases.hand_over'
              | 'people.manage'
              | 'audit.read'
              | 'keys.manage'
              | 'webhooks.manage'
            )[];
            personId: string;
            /** @enum {string} */
            role: 'agent' | 'supervisor' | 'admin';
            secondFactorSince: number | null;
            signsInByProvider: boolean;
            simulated: boolean;
            skills: string[];
            team: {
              name: string;
              teamId: string;
            } | null;
            temporaryUntil: number | null;
            username: string;
            version: number;
            withheld: string[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getPeopleExportCsv: {
    parameters: {
      query?: {
        language?: string;
        q?: string;
        role?: 'agent' | 'supervisor' | 'admin';
        skill?: string;
        state?: 'active' | 'disabled' | 'all';
        teamId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getPlacements: {
    parameters: {
      query?: {
        clientId?: string;
        cursor?: string;
        down?: boolean | ('true' | 'false');
        limit?: number;
        q?: string;
        sort?: 'at' | 'accepted' | 'rejected' | 'rows';
        status?: 'inspected' | 'queued' | 'running' | 'cancelled' | 'failed' | 'done';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            nextCursor: string | null;
            placements: {
              byteSize: number;
              client: {
                /** Format: uuid */
                id: string;
                name: string;
              };
              createdAt: number;
              fileName: string;
              finishedAt: number | null;
              format: {
                [key: string]: unknown;
              };
              /** Format: uuid */
              id: string;
              problem: {
                code: string;
                detail: string;
                remedy: string;
                row?: number;
                title: string;
              } | null;
              profile: {
                /**
                 * @default [
                 *       "self_mobile",
                 *       "work",
                 *       "home",
                 *       "contact",
                 *       "relative",
                 *       "emergency"
                 *     ]
                 */
                classOrder: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency')[];
                /** @enum {string} */
                dateOrder: 'YMD' | 'MDY' | 'DMY';
                /** @enum {string} */
                decimal: '.' | ',';
                defaultCountry: string;
                /** @enum {string} */
                defaultCurrency: 'CNY' | 'USD' | 'HKD' | 'GBP' | 'EUR' | 'JPY';
              };
              progress: {
                accepted: number;
                amountMinor: {
                  [key: string]: number;
                };
                numbers: number;
                reasons: {
                  [key: string]: number;
                };
                rejected: number;
                rejectedNumbers: number;
                rowsPerSecond: number | null;
                rowsRead: number;
                secondsLeft: number | null;
                skipped: number;
                skips: {
                  [key: string]: number;
                };
                totalRows: number;
                unchanged: number;
                warnings: {
                  [key: string]: number;
                };
                withWarnings: number;
              };
              startedAt: number | null;
              /** @enum {string} */
              status: 'inspected' | 'queued' | 'running' | 'cancelled' | 'failed' | 'done';
              tables: {
                columns: {
                  field: string | null;
                  header: string;
                  hidden: boolean;
                  index: number;
                  letters: string;
                }[];
                headerRow: number;
                hiddenRows: number[];
                sheet: string | null;
              }[];
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postPlacements: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            byteSize: number;
            client: {
              /** Format: uuid */
              id: string;
              name: string;
            };
            createdAt: number;
            fileName: string;
            finishedAt: number | null;
            format: {
              [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            problem: {
              code: string;
              detail: string;
              remedy: string;
              row?: number;
              title: string;
            } | null;
            profile: {
              /**
               * @default [
               *       "self_mobile",
               *       "work",
               *       "home",
               *       "contact",
               *       "relative",
               *       "emergency"
               *     ]
               */
              classOrder: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency')[];
              /** @enum {string} */
              dateOrder: 'YMD' | 'MDY' | 'DMY';
              /** @enum {string} */
              decimal: '.' | ',';
              defaultCountry: string;
              /** @enum {string} */
              defaultCurrency: 'CNY' | 'USD' | 'HKD' | 'GBP' | 'EUR' | 'JPY';
            };
            progress: {
              accepted: number;
              amountMinor: {
                [key: string]: number;
              };
              numbers: number;
              reasons: {
                [key: string]: number;
              };
              rejected: number;
              rejectedNumbers: number;
              rowsPerSecond: number | null;
              rowsRead: number;
              secondsLeft: number | null;
              skipped: number;
              skips: {
                [key: string]: number;
              };
              totalRows: number;
              unchanged: number;
              warnings: {
                [key: string]: number;
              };
              withWarnings: number;
            };
            startedAt: number | null;
            /** @enum {string} */
            status: 'inspected' | 'queued' | 'running' | 'cancelled' | 'failed' | 'done';
            tables: {
              columns: {
                field: string | null;
                header: string;
                hidden: boolean;
                index: number;
                letters: string;
              }[];
              headerRow: number;
              hiddenRows: number[];
              sheet: string | null;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      413: components['responses']['Refused413'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getPlacementsById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            byteSize: number;
            client: {
              /** Format: uuid */
              id: string;
              name: string;
            };
            createdAt: number;
            fileName: string;
            finishedAt: number | null;
            format: {
              [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            problem: {
              code: string;
              detail: string;
              remedy: string;
              row?: number;
              title: string;
            } | null;
            profile: {
              /**
               * @default [
               *       "self_mobile",
               *       "work",
               *       "home",
               *       "contact",
               *       "relative",
               *       "emergency"
               *     ]
               */
              classOrder: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency')[];
              /** @enum {string} */
              dateOrder: 'YMD' | 'MDY' | 'DMY';
              /** @enum {string} */
              decimal: '.' | ',';
              defaultCountry: string;
              /** @enum {string} */
              defaultCurrency: 'CNY' | 'USD' | 'HKD' | 'GBP' | 'EUR' | 'JPY';
            };
            progress: {
              accepted: number;
              amountMinor: {
                [key: string]: number;
              };
              numbers: number;
              reasons: {
                [key: string]: number;
              };
              rejected: number;
              rejectedNumbers: number;
              rowsPerSecond: number | null;
              rowsRead: number;
              secondsLeft: number | null;
              skipped: number;
              skips: {
                [key: string]: number;
              };
              totalRows: number;
              unchanged: number;
              warnings: {
                [key: string]: number;
              };
              withWarnings: number;
            };
            startedAt: number | null;
            /** @enum {string} */
            status: 'inspected' | 'queued' | 'running' | 'cancelled' | 'failed' | 'done';
            tables: {
              columns: {
                field: string | null;
                header: string;
                hidden: boolean;
                index: number;
                letters: string;
              }[];
              headerRow: number;
              hiddenRows: number[];
              sheet: string | null;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postPlacementsByIdCampaign: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          campaignId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            assigned: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postPlacementsByIdCancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            byteSize: number;
            client: {
              /** Format: uuid */
              id: string;
              name: string;
            };
            createdAt: number;
            fileName: string;
            finishedAt: number | null;
            format: {
              [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            problem: {
              code: string;
              detail: string;
              remedy: string;
              row?: number;
              title: string;
            } | null;
            profile: {
              /**
               * @default [
               *       "self_mobile",
               *       "work",
               *       "home",
               *       "contact",
               *       "relative",
               *       "emergency"
               *     ]
               */
              classOrder: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency')[];
              /** @enum {string} */
              dateOrder: 'YMD' | 'MDY' | 'DMY';
              /** @enum {string} */
              decimal: '.' | ',';
              defaultCountry: string;
              /** @enum {string} */
              defaultCurrency: 'CNY' | 'USD' | 'HKD' | 'GBP' | 'EUR' | 'JPY';
            };
            progress: {
              accepted: number;
              amountMinor: {
                [key: string]: number;
              };
              numbers: number;
              reasons: {
                [key: string]: number;
              };
              rejected: number;
              rejectedNumbers: number;
              rowsPerSecond: number | null;
              rowsRead: number;
              secondsLeft: number | null;
              skipped: number;
              skips: {
                [key: string]: number;
              };
              totalRows: number;
              unchanged: number;
              warnings: {
                [key: string]: number;
              };
              withWarnings: number;
            };
            startedAt: number | null;
            /** @enum {string} */
            status: 'inspected' | 'queued' | 'running' | 'cancelled' | 'failed' | 'done';
            tables: {
              columns: {
                field: string | null;
                header: string;
                hidden: boolean;
                index: number;
                letters: string;
              }[];
              headerRow: number;
              hiddenRows: number[];
              sheet: string | null;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postPlacementsByIdPreview: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          mappings?: (unknown | null)[][];
          profile?: {
            /**
             * @default [
             *       "self_mobile",
             *       "work",
             *       "home",
             *       "contact",
             *       "relative",
             *       "emergency"
             *     ]
             */
            classOrder?: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency')[];
            /** @enum {string} */
            dateOrder: 'YMD' | 'MDY' | 'DMY';
            /** @enum {string} */
            decimal: '.' | ',';
            defaultCountry: string;
            /** @enum {string} */
            defaultCurrency: 'CNY' | 'USD' | 'HKD' | 'GBP' | 'EUR' | 'JPY';
          };
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            preview: {
              amountMinor: number | null;
              caseId: string | null;
              codes: string[];
              currency: string | null;
              debtorName: string | null;
              numbers: {
                areaCodeDerived: boolean;
                class: string;
                e164: string;
                extension: string;
                note: string;
                noteCodes: string[];
                person: string;
                relation: string;
              }[];
              /** @enum {string} */
              outcome: 'accepted' | 'rejected' | 'skipped';
              overdueDays: number | null;
              placementDate: string | null;
              recallDate: string | null;
              rejectedNumbers: {
                class: string;
                raw: string;
                reason: string;
              }[];
              row: number;
              sheet: string | null;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getPlacementsByIdRejected: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postPlacementsByIdStart: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          mappings?: (unknown | null)[][];
          profile?: {
            /**
             * @default [
             *       "self_mobile",
             *       "work",
             *       "home",
             *       "contact",
             *       "relative",
             *       "emergency"
             *     ]
             */
            classOrder?: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency')[];
            /** @enum {string} */
            dateOrder: 'YMD' | 'MDY' | 'DMY';
            /** @enum {string} */
            decimal: '.' | ',';
            defaultCountry: string;
            /** @enum {string} */
            defaultCurrency: 'CNY' | 'USD' | 'HKD' | 'GBP' | 'EUR' | 'JPY';
          };
        };
      };
    };
    responses: {
      /** @description Done. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            byteSize: number;
            client: {
              /** Format: uuid */
              id: string;
              name: string;
            };
            createdAt: number;
            fileName: string;
            finishedAt: number | null;
            format: {
              [key: string]: unknown;
            };
            /** Format: uuid */
            id: string;
            problem: {
              code: string;
              detail: string;
              remedy: string;
              row?: number;
              title: string;
            } | null;
            profile: {
              /**
               * @default [
               *       "self_mobile",
               *       "work",
               *       "home",
               *       "contact",
               *       "relative",
               *       "emergency"
               *     ]
               */
              classOrder: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency')[];
              /** @enum {string} */
              dateOrder: 'YMD' | 'MDY' | 'DMY';
              /** @enum {string} */
              decimal: '.' | ',';
              defaultCountry: string;
              /** @enum {string} */
              defaultCurrency: 'CNY' | 'USD' | 'HKD' | 'GBP' | 'EUR' | 'JPY';
            };
            progress: {
              accepted: number;
              amountMinor: {
                [key: string]: number;
              };
              numbers: number;
              reasons: {
                [key: string]: number;
              };
              rejected: number;
              rejectedNumbers: number;
              rowsPerSecond: number | null;
              rowsRead: number;
              secondsLeft: number | null;
              skipped: number;
              skips: {
                [key: string]: number;
              };
              totalRows: number;
              unchanged: number;
              warnings: {
                [key: string]: number;
              };
              withWarnings: number;
            };
            startedAt: number | null;
            /** @enum {string} */
            status: 'inspected' | 'queued' | 'running' | 'cancelled' | 'failed' | 'done';
            tables: {
              columns: {
                field: string | null;
                header: string;
                hidden: boolean;
                index: number;
                letters: string;
              }[];
              headerRow: number;
              hiddenRows: number[];
              sheet: string | null;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getPlacementsClients: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            clients: {
              id: string;
              name: string;
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getPlacementsExportCsv: {
    parameters: {
      query?: {
        clientId?: string;
        q?: string;
        status?: 'inspected' | 'queued' | 'running' | 'cancelled' | 'failed' | 'done';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postProbe: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          at: number | null;
          case: {
            numberId: string | null;
            ref: string;
          } | null;
          /** @default null */
          trial?: {
            calendar: string | null;
            campaignId: string | null;
            classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[];
            clientId: string | null;
            hours: {
              from: string;
              to: string;
            }[];
            name: string;
            /** @enum {string} */
            on: 'every' | 'holidays' | 'makeup_workdays' | 'days_off' | 'working_days';
            preset: ('cn' | 'us-regf' | 'uk' | 'demo') | null;
            weekdays: number[];
            windowId: string | null;
            zones: string[];
          } | null;
          typed: {
            addressZone: string | null;
            campaignId: string | null;
            city: string | null;
            /** @enum {string} */
            class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
            clientId: string | null;
            number: string;
            state: string | null;
          } | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            allowed: boolean;
            at: number;
            businessZone: string;
            calendar: string;
            campaignName: string | null;
            campaignStatus: string | null;
            /** @enum {string} */
            class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
            detail: string | null;
            gate: string | null;
            inSchedule: boolean;
            /** @enum {string} */
            kind: 'ALLOW' | 'DEFER' | 'BLOCK';
            masked: string;
            /** @enum {string} */
            mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
            nextAt: number | null;
            numberId: string | null;
            numbers: {
              /** @enum {string} */
              class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
              masked: string;
              numberId: string;
            }[];
            presetName: string;
            presetVersion: number;
            reason:
              | (
                  | 'tenant_off'
                  | 'case_stop'
                  | 'recalled'
                  | 'not_owned'
                  | 'number_blocked'
                  | 'number_malformed'
                  | 'number_invalid'
                  | 'number_unverified'
                  | 'ptp_hold'
                  | 'before_next_date'
                  | 'third_party_gate'
                  | 'number_hold'
                  | 'outside_window'
                  | 'zone_unknown'
                  | 'holiday'
                  | 'cap_number_day'
                  | 'cap_person_day'
                  | 'cap_debt_window'
                  | 'cap_talks_day'
                  | 'quiet_after_talk'
                  | 'redial_gap'
                  | 'order_wait'
                  | 'live_call'
                  | 'pacing'
                )
              | null;
            trace: {
              detail?: string;
              gate: string;
              passed: boolean;
              /** @enum {string} */
              reason?:
                | 'tenant_off'
                | 'case_stop'
                | 'recalled'
                | 'not_owned'
                | 'number_blocked'
                | 'number_malformed'
                | 'number_invalid'
                | 'number_unverified'
                | 'ptp_hold'
                | 'before_next_date'
                | 'third_party_gate'
                | 'number_hold'
                | 'outside_window'
                | 'zone_unknown'
                | 'holiday'
                | 'cap_number_day'
                | 'cap_person_day'
                | 'cap_debt_window'
                | 'cap_talks_day'
                | 'quiet_after_talk'
                | 'redial_gap'
                | 'order_wait'
                | 'live_call'
                | 'pacing';
              until?: number | null;
            }[];
            zones: {
              date: string;
              /** @enum {string} */
              day: 'workday' | 'weekend' | 'holiday' | 'makeup_workday';
              holds: [string, string] | null;
              readonly hours: [string, string][];
              readonly of: ('number' | 'address')[];
              offsetMin: number;
              readonly rules: string[];
              time: string;
              zone: string;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postProbeWeek: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          case: {
            numberId: string | null;
            ref: string;
          } | null;
          from: string | null;
          /** @default null */
          trial?: {
            calendar: string | null;
            campaignId: string | null;
            classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[];
            clientId: string | null;
            hours: {
              from: string;
              to: string;
            }[];
            name: string;
            /** @enum {string} */
            on: 'every' | 'holidays' | 'makeup_workdays' | 'days_off' | 'working_days';
            preset: ('cn' | 'us-regf' | 'uk' | 'demo') | null;
            weekdays: number[];
            windowId: string | null;
            zones: string[];
          } | null;
          typed: {
            addressZone: string | null;
            campaignId: string | null;
            city: string | null;
            /** @enum {string} */
            class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
            clientId: string | null;
            number: string;
            state: string | null;
          } | null;
          zone: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            businessZone: string;
            calendar: string;
            campaignName: string | null;
            campaignStatus: string | null;
            /** @enum {string} */
            class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
            days: {
              cells: {
                allowed: boolean;
                detail: string | null;
                from: number;
                gate: string | null;
                reason:
                  | (
                      | 'tenant_off'
                      | 'case_stop'
                      | 'recalled'
                      | 'not_owned'
                      | 'number_blocked'
                      | 'number_malformed'
                      | 'number_invalid'
                      | 'number_unverified'
                      | 'ptp_hold'
                      | 'before_next_date'
                      | 'third_party_gate'
                      | 'number_hold'
                      | 'outside_window'
                      | 'zone_unknown'
                      | 'holiday'
                      | 'cap_number_day'
                      | 'cap_person_day'
                      | 'cap_debt_window'
                      | 'cap_talks_day'
                      | 'quiet_after_talk'
                      | 'redial_gap'
                      | 'order_wait'
                      | 'live_call'
                      | 'pacing'
                    )
                  | null;
                to: number;
              }[];
              date: string;
              hours: number;
              /** @enum {string} */
              kind: 'workday' | 'weekend' | 'holiday' | 'makeup_workday';
              startsAt: number;
              weekday: number;
            }[];
            masked: string;
            /** @enum {string} */
            mode: 'preview' | 'progressive' | 'ratio' | 'predictive' | 'manual';
            numberId: string | null;
            numbers: {
              /** @enum {string} */
              class: 'self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced';
              masked: string;
              numberId: string;
            }[];
            presetName: string;
            presetVersion: number;
            zone: string;
            zones: string[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getProgress: {
    parameters: {
      query?: {
        from?: string;
        group?: 'collector' | 'team' | 'client' | 'campaign';
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            from: string;
            /** @enum {string} */
            group: 'collector' | 'team' | 'client' | 'campaign';
            operatingDays: number;
            rows: {
              accounts: number;
              attempts: number;
              days: {
                accounts: number;
                day: string;
                met: boolean;
              }[];
              daysMet: number;
              dueLeft: number;
              excused: number;
              goal: number | null;
              key: string | null;
              name: string | null;
              open: number;
              overdue: number;
              promisesBroken: number;
              promisesDue: number;
              promisesKept: number;
              rightParty: number;
              stopped: number;
              touched: number;
              touchedOpen: number;
              unowned: number;
              waiting: number;
            }[];
            to: string;
            today: string;
            total: {
              accounts: number;
              attempts: number;
              days: {
                accounts: number;
                day: string;
                met: boolean;
              }[];
              daysMet: number;
              dueLeft: number;
              excused: number;
              goal: number | null;
              key: string | null;
              name: string | null;
              open: number;
              overdue: number;
              promisesBroken: number;
              promisesDue: number;
              promisesKept: number;
              rightParty: number;
              stopped: number;
              touched: number;
              touchedOpen: number;
              unowned: number;
              waiting: number;
            };
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getProgressCases: {
    parameters: {
      query: {
        cursor?: string;
        from?: string;
        group?: 'collector' | 'team' | 'client' | 'campaign';
        key?: string | 'none';
        limit?: number;
        list:
          | 'open'
          | 'due'
          | 'due_today'
          | 'overdue'
          | 'excused'
          | 'waiting'
          | 'stopped'
          | 'unowned'
          | 'planned'
          | 'touched'
          | 'promises_due'
          | 'promises_broken'
          | 'newly_broken'
          | 'recordings_missing';
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cases: {
              amountMinor: number;
              /** @enum {string} */
              caseClass:
                | 'NEW'
                | 'NEGOTIATING'
                | 'PTP'
                | 'PTP_BROKEN'
                | 'RAISING_FUNDS'
                | 'LEFT_MSG_A'
                | 'LEFT_MSG_B'
                | 'NO_ANSWER'
                | 'TRACE'
                | 'LOST'
                | 'FRAUD_PENDING'
                | 'PAID_PENDING'
                | 'PAID'
                | 'RECALLED'
                | 'DISPUTE'
                | 'COMPLAINT'
                | 'CEASE'
                | 'ATTORNEY'
                | 'DECEASED'
                | 'BANKRUPT'
                | 'HARDSHIP';
              caseId: string;
              clientName: string;
              currency: string;
              debtorName: string | null;
              externalRef: string;
              followUpBy: string | null;
              lastAttemptAt: number | null;
              ownerName: string | null;
              promise: {
                amountMinor: number;
                dueOn: string;
              } | null;
              /** @enum {string} */
              standing: 'stopped' | 'waiting' | 'planned' | 'due' | 'excused' | 'overdue' | 'closed';
              waitingUntil: number | null;
            }[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getProgressCasesExportCsv: {
    parameters: {
      query: {
        from?: string;
        group?: 'collector' | 'team' | 'client' | 'campaign';
        key?: string | 'none';
        list:
          | 'open'
          | 'due'
          | 'due_today'
          | 'overdue'
          | 'excused'
          | 'waiting'
          | 'stopped'
          | 'unowned'
          | 'planned'
          | 'touched'
          | 'promises_due'
          | 'promises_broken'
          | 'newly_broken'
          | 'recordings_missing';
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getProgressExceptions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            exceptions: {
              count: number;
              /** @enum {string} */
              level: 'breached' | 'warned' | 'excused';
              /** @enum {string} */
              name:
                | 'overdue'
                | 'excused'
                | 'newly_broken'
                | 'tasks_breached'
                | 'tasks_soon'
                | 'fraud_breached'
                | 'recordings_missing'
                | 'imports_rejected';
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getProgressExport: {
    parameters: {
      query?: {
        from?: string;
        group?: 'collector' | 'team' | 'client' | 'campaign';
        language?: 'zh-CN' | 'en';
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getPromises: {
    parameters: {
      query?: {
        cursor?: string;
        down?: boolean | ('true' | 'false');
        limit?: number;
        show?: 'due_today' | 'open' | 'broken' | 'kept';
        sort?: 'dueOn' | 'caseRef' | 'owner' | 'amount' | 'standing';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            counts: {
              [key: string]: number;
            };
            keptRate: number | null;
            nextCursor: string | null;
            promises: {
              amountMinor: number;
              caseId: string;
              caseRef: string;
              currency: string;
              debtorName: string | null;
              /** Format: date */
              dueOn: string;
              ownerName: string | null;
              paidMinor: number;
              /** Format: date */
              promisedOn: string;
              promiseId: string;
              /** @enum {string} */
              standing: 'open' | 'partial' | 'claimed' | 'kept' | 'broken';
              visitDueAt: number | null;
            }[];
            /** Format: date */
            today: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getPromisesExportCsv: {
    parameters: {
      query?: {
        show?: 'due_today' | 'open' | 'broken' | 'kept';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getRecordings: {
    parameters: {
      query?: {
        agentId?: string;
        campaignId?: string;
        caseRef?: string;
        code?: string;
        cursor?: string;
        direction?: 'outbound' | 'inbound';
        down?: boolean | ('true' | 'false');
        from?: number;
        integrity?: 'whole' | 'short' | 'damaged' | 'missing' | 'writing';
        leastMs?: number;
        limit?: number;
        mostMs?: number;
        sort?: 'at' | 'duration';
        to?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            nextCursor: string | null;
            rows: {
              agentName: string | null;
              at: number;
              attemptId: string;
              callMs: number | null;
              campaignName: string | null;
              caseId: string;
              caseRef: string;
              /** @enum {string} */
              direction: 'outbound' | 'inbound';
              durationMs: number;
              /** @enum {string} */
              integrity: 'whole' | 'short' | 'damaged' | 'missing' | 'writing';
              numberMasked: string;
              recordingId: string | null;
              result: string | null;
              source: ('own' | 'carrier') | null;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getRecordingsByIdMedia: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      416: components['responses']['Refused416'];
      429: components['responses']['Refused429'];
    };
  };
  getRecordingsByIdPeaks: {
    parameters: {
      query?: {
        slices?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            channels: number[][];
            durationMs: number;
            recordingId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getRecordingsChoices: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            agents: {
              id: string;
              name: string;
            }[];
            campaigns: {
              id: string;
              name: string;
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getRecordingsExportCsv: {
    parameters: {
      query?: {
        agentId?: string;
        campaignId?: string;
        caseRef?: string;
        code?: string;
        direction?: 'outbound' | 'inbound';
        from?: number;
        integrity?: 'whole' | 'short' | 'damaged' | 'missing' | 'writing';
        leastMs?: number;
        mostMs?: number;
        to?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getRules: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaigns: {
              campaignId: string;
              document: {
                readonly abandon: {
                  agentWithinMs: number;
                  hardOverHours: number;
                  hardRate: number | null;
                  maxRate: number;
                  /** @enum {string} */
                  message: 'identify_only' | 'identify_2s' | 'off';
                  noAutoRedialMs: number;
                  overDays: number;
                  sameDayRedial: boolean;
                };
                acceptsFiction: boolean;
                readonly acw: {
                  /** @enum {string} */
                  timeoutAction: 'alert' | 'off';
                  timeoutMs: number;
                };
                /** @enum {string} */
                amd: 'on' | 'off';
                breathingSpaceStop: boolean;
                readonly cadence: {
                  /** @enum {string} */
                  atThreshold: 'lower' | 'upper';
                  effectiveDays: number;
                  readonly otherDays: {
                    lower: number;
                    upper: number;
                  };
                  /** @enum {string} */
                  scope: 'agent' | 'campaign';
                  threshold: number;
                };
                /** @enum {string} */
                calendar: 'CN' | 'US' | 'UK' | 'none';
                readonly caps: {
                  attemptsPerNumberDay: number | null;
                  attemptsPerPersonDay: number | null;
                  readonly callWindows: {
                    calls: number;
                    classes:
                      ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                    days: number;
                    readonly exclude: (
                      | 'NO_ANSWER'
                      | 'BUSY'
                      | 'REJECTED'
                      | 'POWERED_OFF'
                      | 'OUT_OF_COVERAGE'
                      | 'SUSPENDED'
                      | 'VACANT'
                      | 'NUMBER_CHANGED'
                      | 'MALFORMED'
                      | 'CONGESTION'
                      | 'FAILED'
                      | 'CARRIER_BLOCKED'
                      | 'MACHINE'
                      | 'FAX'
                      | 'ABANDONED'
                      | 'AGENT_LOST'
                      | 'CANCELED'
                      | 'SUPPRESSED'
                    )[];
                    excludeConsented: boolean;
                    /** @enum {string} */
                    per: 'person' | 'debt';
                  }[];
                  effectiveTalksPerDebtorDay: number | null;
                  minRedialMs: number;
                  quietAfterTalkDays: number;
                  /** @enum {string} */
                  redialScope: 'line' | 'person';
                };
                readonly clocks: {
                  dataEntryHours: number;
                  readonly fraudRecallWorkingDays: [number, number];
                  fraudSignDays: number;
                  lookup114Days: number;
                  /** @enum {string} */
                  lookup114For: 'trace' | 'all';
                  visitAfterDayparts: number;
                  visitAfterRounds: number;
                  visitHours: number;
                };
                /** @enum {string} */
                daypartRotation: 'off' | 'trace' | 'no_answer';
                readonly dayparts: string[];
                readonly fraud: {
                  /** @enum {string} */
                  hold: 'all' | 'automatic';
                };
                /** @enum {string} */
                holidayDialing: 'off' | 'ptp_only' | 'on';
                readonly invalid: {
                  combined: number | null;
                  /** @enum {string} */
                  compare: '>=' | '>';
                  /** @enum {string} */
                  independence: 'call' | 'daypart' | 'day';
                  moved: number;
                  no_such_person: number;
                  resigned: number;
                  vacant: number;
                };
                readonly links: {
                  /** @enum {string} */
                  gate: 'off' | 'soft' | 'hard';
                };
                readonly lm: {
                  /** @enum {string} */
                  holdScope: 'number' | 'case';
                };
                minAccountsDay: number;
                /** @enum {string} */
                name: 'cn' | 'us-regf' | 'uk' | 'demo';
                /** @enum {string} */
                openDays: 'all_but_holidays' | 'schedule';
                readonly order: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[];
                readonly overlays: ('MA' | 'WA' | 'NYC')[];
                readonly ptp: {
                  dueDayCalls: boolean;
                  graceDays: number;
                  /** @enum {string} */
                  holdScope: 'case' | 'number';
                  maxPerPart: number;
                  onlyWithConsent: boolean;
                  reminderWorkingDays: number | null;
                };
                realCarrierAllowed: boolean;
                readonly recording: {
                  all: boolean;
                  announce: boolean;
                  retainDays: number;
                };
                readonly retry: {
                  busyAfterMs: number;
                  busyExtra: number;
                  congestionAfterMs: number;
                  congestionExtra: number;
                };
                ringMinMs: number;
                readonly round: {
                  /** @enum {string} */
                  onRpc: 'stop' | 'continue';
                };
                readonly suspended: {
                  threshold: number | null;
                };
                readonly thirdParty: {
                  /** @enum {string} */
                  gate: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
                  maxPerPerson: number | null;
                  readonly modes: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
                  noRpcDays: number;
                  stopOnRefusal: boolean;
                };
                vacantGuard: {
                  minCalls: number;
                  minShare: number;
                  withinMs: number;
                } | null;
                version: number;
                readonly window: {
                  readonly days?: number[];
                  readonly hours: [string, string];
                  sunday?: [string, string] | null;
                  /** @constant */
                  unknownZone: 'block';
                  /** @enum {string} */
                  zone: 'number' | 'number_and_address';
                };
                readonly windows: {
                  readonly CALLBACK: [number, number];
                  readonly FUND: [number, number];
                  readonly LM_A: [number, number];
                  readonly LM_B: [number, number];
                  readonly NEG: [number, number];
                  readonly PAID_CLAIM: [number, number];
                  readonly PTP: [number, number];
                  readonly REFUSE: [number, number];
                  readonly TP_NOINFO: [number, number];
                };
                readonly work: {
                  /** @enum {string} */
                  allow: 'always' | 'unless_prohibited';
                };
              };
              name: string;
              openCases: number;
              /** @enum {string} */
              preset: 'cn' | 'us-regf' | 'uk' | 'demo';
              presetVersion: number;
              rulesVersion: number;
              tightening: {
                abandon?: {
                  hardOverHours?: number;
                  hardRate?: number | null;
                  maxRate?: number;
                  noAutoRedialMs?: number;
                  sameDayRedial?: boolean;
                };
                /** @enum {string} */
                amd?: 'on' | 'off';
                cadence?: {
                  /** @enum {string} */
                  scope?: 'agent' | 'campaign';
                };
                caps?: {
                  attemptsPerNumberDay?: number | null;
                  attemptsPerPersonDay?: number | null;
                  readonly callWindows?: {
                    calls: number;
                    classes:
                      ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                    days: number;
                    readonly exclude: (
                      | 'NO_ANSWER'
                      | 'BUSY'
                      | 'REJECTED'
                      | 'POWERED_OFF'
                      | 'OUT_OF_COVERAGE'
                      | 'SUSPENDED'
                      | 'VACANT'
                      | 'NUMBER_CHANGED'
                      | 'MALFORMED'
                      | 'CONGESTION'
                      | 'FAILED'
                      | 'CARRIER_BLOCKED'
                      | 'MACHINE'
                      | 'FAX'
                      | 'ABANDONED'
                      | 'AGENT_LOST'
                      | 'CANCELED'
                      | 'SUPPRESSED'
                    )[];
                    excludeConsented: boolean;
                    /** @enum {string} */
                    per: 'person' | 'debt';
                  }[];
                  effectiveTalksPerDebtorDay?: number | null;
                  minRedialMs?: number;
                  quietAfterTalkDays?: number;
                  /** @enum {string} */
                  redialScope?: 'line' | 'person';
                };
                clocks?: {
                  /** @enum {string} */
                  lookup114For?: 'trace' | 'all';
                };
                /** @enum {string} */
                holidayDialing?: 'off' | 'ptp_only' | 'on';
                links?: {
                  /** @enum {string} */
                  gate?: 'off' | 'soft' | 'hard';
                };
                ringMinMs?: number;
                thirdParty?: {
                  /** @enum {string} */
                  gate?: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
                  maxPerPerson?: number | null;
                  readonly modes?: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
                  noRpcDays?: number;
                };
                window?: {
                  readonly days?: number[];
                  readonly hours?: [string, string];
                  sunday?: [string, string] | null;
                  /** @enum {string} */
                  zone?: 'number' | 'number_and_address';
                };
              };
            }[];
            house: {
              /** @enum {string} */
              preset: 'cn' | 'us-regf' | 'uk' | 'demo';
              presetVersion: number;
            };
            maySave: boolean;
            presets: {
              readonly abandon: {
                agentWithinMs: number;
                hardOverHours: number;
                hardRate: number | null;
                maxRate: number;
                /** @enum {string} */
                message: 'identify_only' | 'identify_2s' | 'off';
                noAutoRedialMs: number;
                overDays: number;
                sameDayRedial: boolean;
              };
              acceptsFiction: boolean;
              readonly acw: {
                /** @enum {string} */
                timeoutAction: 'alert' | 'off';
                timeoutMs: number;
              };
              /** @enum {string} */
              amd: 'on' | 'off';
              breathingSpaceStop: boolean;
              readonly cadence: {
                /** @enum {string} */
                atThreshold: 'lower' | 'upper';
                effectiveDays: number;
                readonly otherDays: {
                  lower: number;
                  upper: number;
                };
                /** @enum {string} */
                scope: 'agent' | 'campaign';
                threshold: number;
              };
              /** @enum {string} */
              calendar: 'CN' | 'US' | 'UK' | 'none';
              readonly caps: {
                attemptsPerNumberDay: number | null;
                attemptsPerPersonDay: number | null;
                readonly callWindows: {
                  calls: number;
                  classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                  days: number;
                  readonly exclude: (
                    | 'NO_ANSWER'
                    | 'BUSY'
                    | 'REJECTED'
                    | 'POWERED_OFF'
                    | 'OUT_OF_COVERAGE'
                    | 'SUSPENDED'
                    | 'VACANT'
                    | 'NUMBER_CHANGED'
                    | 'MALFORMED'
                    | 'CONGESTION'
                    | 'FAILED'
                    | 'CARRIER_BLOCKED'
                    | 'MACHINE'
                    | 'FAX'
                    | 'ABANDONED'
                    | 'AGENT_LOST'
                    | 'CANCELED'
                    | 'SUPPRESSED'
                  )[];
                  excludeConsented: boolean;
                  /** @enum {string} */
                  per: 'person' | 'debt';
                }[];
                effectiveTalksPerDebtorDay: number | null;
                minRedialMs: number;
                quietAfterTalkDays: number;
                /** @enum {string} */
                redialScope: 'line' | 'person';
              };
              readonly clocks: {
                dataEntryHours: number;
                readonly fraudRecallWorkingDays: [number, number];
                fraudSignDays: number;
                lookup114Days: number;
                /** @enum {string} */
                lookup114For: 'trace' | 'all';
                visitAfterDayparts: number;
                visitAfterRounds: number;
                visitHours: number;
              };
              /** @enum {string} */
              daypartRotation: 'off' | 'trace' | 'no_answer';
              readonly dayparts: string[];
              readonly fraud: {
                /** @enum {string} */
                hold: 'all' | 'automatic';
              };
              /** @enum {string} */
              holidayDialing: 'off' | 'ptp_only' | 'on';
              readonly invalid: {
                combined: number | null;
                /** @enum {string} */
                compare: '>=' | '>';
                /** @enum {string} */
                independence: 'call' | 'daypart' | 'day';
                moved: number;
                no_such_person: number;
                resigned: number;
                vacant: number;
              };
              readonly links: {
                /** @enum {string} */
                gate: 'off' | 'soft' | 'hard';
              };
              readonly lm: {
                /** @enum {string} */
                holdScope: 'number' | 'case';
              };
              minAccountsDay: number;
              /** @enum {string} */
              name: 'cn' | 'us-regf' | 'uk' | 'demo';
              /** @enum {string} */
              openDays: 'all_but_holidays' | 'schedule';
              readonly order: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[];
              readonly overlays: ('MA' | 'WA' | 'NYC')[];
              readonly ptp: {
                dueDayCalls: boolean;
                graceDays: number;
                /** @enum {string} */
                holdScope: 'case' | 'number';
                maxPerPart: number;
                onlyWithConsent: boolean;
                reminderWorkingDays: number | null;
              };
              realCarrierAllowed: boolean;
              readonly recording: {
                all: boolean;
                announce: boolean;
                retainDays: number;
              };
              readonly retry: {
                busyAfterMs: number;
                busyExtra: number;
                congestionAfterMs: number;
                congestionExtra: number;
              };
              ringMinMs: number;
              readonly round: {
                /** @enum {string} */
                onRpc: 'stop' | 'continue';
              };
              readonly suspended: {
                threshold: number | null;
              };
              readonly thirdParty: {
                /** @enum {string} */
                gate: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
                maxPerPerson: number | null;
                readonly modes: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
                noRpcDays: number;
                stopOnRefusal: boolean;
              };
              vacantGuard: {
                minCalls: number;
                minShare: number;
                withinMs: number;
              } | null;
              version: number;
              readonly window: {
                readonly days?: number[];
                readonly hours: [string, string];
                sunday?: [string, string] | null;
                /** @constant */
                unknownZone: 'block';
                /** @enum {string} */
                zone: 'number' | 'number_and_address';
              };
              readonly windows: {
                readonly CALLBACK: [number, number];
                readonly FUND: [number, number];
                readonly LM_A: [number, number];
                readonly LM_B: [number, number];
                readonly NEG: [number, number];
                readonly PAID_CLAIM: [number, number];
                readonly PTP: [number, number];
                readonly REFUSE: [number, number];
                readonly TP_NOINFO: [number, number];
              };
              readonly work: {
                /** @enum {string} */
                allow: 'always' | 'unless_prohibited';
              };
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postRulesCampaignsByIdCheck: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          preset: 'cn' | 'us-regf' | 'uk' | 'demo';
          presetVersion: number;
          tightening: {
            abandon?: {
              hardOverHours?: number;
              hardRate?: number | null;
              maxRate?: number;
              noAutoRedialMs?: number;
              sameDayRedial?: boolean;
            };
            /** @enum {string} */
            amd?: 'on' | 'off';
            cadence?: {
              /** @enum {string} */
              scope?: 'agent' | 'campaign';
            };
            caps?: {
              attemptsPerNumberDay?: number | null;
              attemptsPerPersonDay?: number | null;
              readonly callWindows?: {
                calls: number;
                classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                days: number;
                readonly exclude: (
                  | 'NO_ANSWER'
                  | 'BUSY'
                  | 'REJECTED'
                  | 'POWERED_OFF'
                  | 'OUT_OF_COVERAGE'
                  | 'SUSPENDED'
                  | 'VACANT'
                  | 'NUMBER_CHANGED'
                  | 'MALFORMED'
                  | 'CONGESTION'
                  | 'FAILED'
                  | 'CARRIER_BLOCKED'
                  | 'MACHINE'
                  | 'FAX'
                  | 'ABANDONED'
                  | 'AGENT_LOST'
                  | 'CANCELED'
                  | 'SUPPRESSED'
                )[];
                excludeConsented: boolean;
                /** @enum {string} */
                per: 'person' | 'debt';
              }[];
              effectiveTalksPerDebtorDay?: number | null;
              minRedialMs?: number;
              quietAfterTalkDays?: number;
              /** @enum {string} */
              redialScope?: 'line' | 'person';
            };
            clocks?: {
              /** @enum {string} */
              lookup114For?: 'trace' | 'all';
            };
            /** @enum {string} */
            holidayDialing?: 'off' | 'ptp_only' | 'on';
            links?: {
              /** @enum {string} */
              gate?: 'off' | 'soft' | 'hard';
            };
            ringMinMs?: number;
            thirdParty?: {
              /** @enum {string} */
              gate?: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
              maxPerPerson?: number | null;
              readonly modes?: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
              noRpcDays?: number;
            };
            window?: {
              readonly days?: number[];
              readonly hours?: [string, string];
              sunday?: [string, string] | null;
              /** @enum {string} */
              zone?: 'number' | 'number_and_address';
            };
          };
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            document: {
              readonly abandon: {
                agentWithinMs: number;
                hardOverHours: number;
                hardRate: number | null;
                maxRate: number;
                /** @enum {string} */
                message: 'identify_only' | 'identify_2s' | 'off';
                noAutoRedialMs: number;
                overDays: number;
                sameDayRedial: boolean;
              };
              acceptsFiction: boolean;
              readonly acw: {
                /** @enum {string} */
                timeoutAction: 'alert' | 'off';
                timeoutMs: number;
              };
              /** @enum {string} */
              amd: 'on' | 'off';
              breathingSpaceStop: boolean;
              readonly cadence: {
                /** @enum {string} */
                atThreshold: 'lower' | 'upper';
                effectiveDays: number;
                readonly otherDays: {
                  lower: number;
                  upper: number;
                };
                /** @enum {string} */
                scope: 'agent' | 'campaign';
                threshold: number;
              };
              /** @enum {string} */
              calendar: 'CN' | 'US' | 'UK' | 'none';
              readonly caps: {
                attemptsPerNumberDay: number | null;
                attemptsPerPersonDay: number | null;
                readonly callWindows: {
                  calls: number;
                  classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                  days: number;
                  readonly exclude: (
                    | 'NO_ANSWER'
                    | 'BUSY'
                    | 'REJECTED'
                    | 'POWERED_OFF'
                    | 'OUT_OF_COVERAGE'
                    | 'SUSPENDED'
                    | 'VACANT'
                    | 'NUMBER_CHANGED'
                    | 'MALFORMED'
                    | 'CONGESTION'
                    | 'FAILED'
                    | 'CARRIER_BLOCKED'
                    | 'MACHINE'
                    | 'FAX'
                    | 'ABANDONED'
                    | 'AGENT_LOST'
                    | 'CANCELED'
                    | 'SUPPRESSED'
                  )[];
                  excludeConsented: boolean;
                  /** @enum {string} */
                  per: 'person' | 'debt';
                }[];
                effectiveTalksPerDebtorDay: number | null;
                minRedialMs: number;
                quietAfterTalkDays: number;
                /** @enum {string} */
                redialScope: 'line' | 'person';
              };
              readonly clocks: {
                dataEntryHours: number;
                readonly fraudRecallWorkingDays: [number, number];
                fraudSignDays: number;
                lookup114Days: number;
                /** @enum {string} */
                lookup114For: 'trace' | 'all';
                visitAfterDayparts: number;
                visitAfterRounds: number;
                visitHours: number;
              };
              /** @enum {string} */
              daypartRotation: 'off' | 'trace' | 'no_answer';
              readonly dayparts: string[];
              readonly fraud: {
                /** @enum {string} */
                hold: 'all' | 'automatic';
              };
              /** @enum {string} */
              holidayDialing: 'off' | 'ptp_only' | 'on';
              readonly invalid: {
                combined: number | null;
                /** @enum {string} */
                compare: '>=' | '>';
                /** @enum {string} */
                independence: 'call' | 'daypart' | 'day';
                moved: number;
                no_such_person: number;
                resigned: number;
                vacant: number;
              };
              readonly links: {
                /** @enum {string} */
                gate: 'off' | 'soft' | 'hard';
              };
              readonly lm: {
                /** @enum {string} */
                holdScope: 'number' | 'case';
              };
              minAccountsDay: number;
              /** @enum {string} */
              name: 'cn' | 'us-regf' | 'uk' | 'demo';
              /** @enum {string} */
              openDays: 'all_but_holidays' | 'schedule';
              readonly order: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[];
              readonly overlays: ('MA' | 'WA' | 'NYC')[];
              readonly ptp: {
                dueDayCalls: boolean;
                graceDays: number;
                /** @enum {string} */
                holdScope: 'case' | 'number';
                maxPerPart: number;
                onlyWithConsent: boolean;
                reminderWorkingDays: number | null;
              };
              realCarrierAllowed: boolean;
              readonly recording: {
                all: boolean;
                announce: boolean;
                retainDays: number;
              };
              readonly retry: {
                busyAfterMs: number;
                busyExtra: number;
                congestionAfterMs: number;
                congestionExtra: number;
              };
              ringMinMs: number;
              readonly round: {
                /** @enum {string} */
                onRpc: 'stop' | 'continue';
              };
              readonly suspended: {
                threshold: number | null;
              };
              readonly thirdParty: {
                /** @enum {string} */
                gate: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
                maxPerPerson: number | null;
                readonly modes: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
                noRpcDays: number;
                stopOnRefusal: boolean;
              };
              vacantGuard: {
                minCalls: number;
                minShare: number;
                withinMs: number;
              } | null;
              version: number;
              readonly window: {
                readonly days?: number[];
                readonly hours: [string, string];
                sunday?: [string, string] | null;
                /** @constant */
                unknownZone: 'block';
                /** @enum {string} */
                zone: 'number' | 'number_and_address';
              };
              readonly windows: {
                readonly CALLBACK: [number, number];
                readonly FUND: [number, number];
                readonly LM_A: [number, number];
                readonly LM_B: [number, number];
                readonly NEG: [number, number];
                readonly PAID_CLAIM: [number, number];
                readonly PTP: [number, number];
                readonly REFUSE: [number, number];
                readonly TP_NOINFO: [number, number];
              };
              readonly work: {
                /** @enum {string} */
                allow: 'always' | 'unless_prohibited';
              };
            };
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postRulesCampaignsByIdPreviews: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          preset: 'cn' | 'us-regf' | 'uk' | 'demo';
          presetVersion: number;
          tightening: {
            abandon?: {
              hardOverHours?: number;
              hardRate?: number | null;
              maxRate?: number;
              noAutoRedialMs?: number;
              sameDayRedial?: boolean;
            };
            /** @enum {string} */
            amd?: 'on' | 'off';
            cadence?: {
              /** @enum {string} */
              scope?: 'agent' | 'campaign';
            };
            caps?: {
              attemptsPerNumberDay?: number | null;
              attemptsPerPersonDay?: number | null;
              readonly callWindows?: {
                calls: number;
                classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                days: number;
                readonly exclude: (
                  | 'NO_ANSWER'
                  | 'BUSY'
                  | 'REJECTED'
                  | 'POWERED_OFF'
                  | 'OUT_OF_COVERAGE'
                  | 'SUSPENDED'
                  | 'VACANT'
                  | 'NUMBER_CHANGED'
                  | 'MALFORMED'
                  | 'CONGESTION'
                  | 'FAILED'
                  | 'CARRIER_BLOCKED'
                  | 'MACHINE'
                  | 'FAX'
                  | 'ABANDONED'
                  | 'AGENT_LOST'
                  | 'CANCELED'
                  | 'SUPPRESSED'
                )[];
                excludeConsented: boolean;
                /** @enum {string} */
                per: 'person' | 'debt';
              }[];
              effectiveTalksPerDebtorDay?: number | null;
              minRedialMs?: number;
              quietAfterTalkDays?: number;
              /** @enum {string} */
              redialScope?: 'line' | 'person';
            };
            clocks?: {
              /** @enum {string} */
              lookup114For?: 'trace' | 'all';
            };
            /** @enum {string} */
            holidayDialing?: 'off' | 'ptp_only' | 'on';
            links?: {
              /** @enum {string} */
              gate?: 'off' | 'soft' | 'hard';
            };
            ringMinMs?: number;
            thirdParty?: {
              /** @enum {string} */
              gate?: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
              maxPerPerson?: number | null;
              readonly modes?: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
              noRpcDays?: number;
            };
            window?: {
              readonly days?: number[];
              readonly hours?: [string, string];
              sunday?: [string, string] | null;
              /** @enum {string} */
              zone?: 'number' | 'number_and_address';
            };
          };
        };
      };
    };
    responses: {
      /** @description Done. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaignId: string;
            casesDone: number;
            casesTotal: number;
            /** @enum {string} */
            preset: 'cn' | 'us-regf' | 'uk' | 'demo';
            presetVersion: number;
            previewId: string;
            result: {
              changes: {
                /** @enum {string} */
                from:
                  | 'tenant_off'
                  | 'case_stop'
                  | 'recalled'
                  | 'not_owned'
                  | 'number_blocked'
                  | 'number_malformed'
                  | 'number_invalid'
                  | 'number_unverified'
                  | 'ptp_hold'
                  | 'before_next_date'
                  | 'third_party_gate'
                  | 'number_hold'
                  | 'outside_window'
                  | 'zone_unknown'
                  | 'holiday'
                  | 'cap_number_day'
                  | 'cap_person_day'
                  | 'cap_debt_window'
                  | 'cap_talks_day'
                  | 'quiet_after_talk'
                  | 'redial_gap'
                  | 'order_wait'
                  | 'live_call'
                  | 'pacing'
                  | 'dialable';
                numberHours: number;
                /** @enum {string} */
                to:
                  | 'tenant_off'
                  | 'case_stop'
                  | 'recalled'
                  | 'not_owned'
                  | 'number_blocked'
                  | 'number_malformed'
                  | 'number_invalid'
                  | 'number_unverified'
                  | 'ptp_hold'
                  | 'before_next_date'
                  | 'third_party_gate'
                  | 'number_hold'
                  | 'outside_window'
                  | 'zone_unknown'
                  | 'holiday'
                  | 'cap_number_day'
                  | 'cap_person_day'
                  | 'cap_debt_window'
                  | 'cap_talks_day'
                  | 'quiet_after_talk'
                  | 'redial_gap'
                  | 'order_wait'
                  | 'live_call'
                  | 'pacing'
                  | 'dialable';
              }[];
              date: string;
              hours: {
                after: {
                  cases: number;
                  numbers: number;
                  reasons: {
                    [key: string]: number;
                  };
                };
                at: number;
                before: {
                  cases: number;
                  numbers: number;
                  reasons: {
                    [key: string]: number;
                  };
                };
                casesGained: number;
                casesLost: number;
              }[];
              sample: {
                marginShare: number;
                of: number;
                taken: number;
              } | null;
              zone: string;
            } | null;
            /** @enum {string} */
            status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
            tightening: {
              abandon?: {
                hardOverHours?: number;
                hardRate?: number | null;
                maxRate?: number;
                noAutoRedialMs?: number;
                sameDayRedial?: boolean;
              };
              /** @enum {string} */
              amd?: 'on' | 'off';
              cadence?: {
                /** @enum {string} */
                scope?: 'agent' | 'campaign';
              };
              caps?: {
                attemptsPerNumberDay?: number | null;
                attemptsPerPersonDay?: number | null;
                readonly callWindows?: {
                  calls: number;
                  classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                  days: number;
                  readonly exclude: (
                    | 'NO_ANSWER'
                    | 'BUSY'
                    | 'REJECTED'
                    | 'POWERED_OFF'
                    | 'OUT_OF_COVERAGE'
                    | 'SUSPENDED'
                    | 'VACANT'
                    | 'NUMBER_CHANGED'
                    | 'MALFORMED'
                    | 'CONGESTION'
                    | 'FAILED'
                    | 'CARRIER_BLOCKED'
                    | 'MACHINE'
                    | 'FAX'
                    | 'ABANDONED'
                    | 'AGENT_LOST'
                    | 'CANCELED'
                    | 'SUPPRESSED'
                  )[];
                  excludeConsented: boolean;
                  /** @enum {string} */
                  per: 'person' | 'debt';
                }[];
                effectiveTalksPerDebtorDay?: number | null;
                minRedialMs?: number;
                quietAfterTalkDays?: number;
                /** @enum {string} */
                redialScope?: 'line' | 'person';
              };
              clocks?: {
                /** @enum {string} */
                lookup114For?: 'trace' | 'all';
              };
              /** @enum {string} */
              holidayDialing?: 'off' | 'ptp_only' | 'on';
              links?: {
                /** @enum {string} */
                gate?: 'off' | 'soft' | 'hard';
              };
              ringMinMs?: number;
              thirdParty?: {
                /** @enum {string} */
                gate?: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
                maxPerPerson?: number | null;
                readonly modes?: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
                noRpcDays?: number;
              };
              window?: {
                readonly days?: number[];
                readonly hours?: [string, string];
                sunday?: [string, string] | null;
                /** @enum {string} */
                zone?: 'number' | 'number_and_address';
              };
            };
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getRulesCampaignsByIdVersions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            versions: {
              at: number | null;
              byName: string | null;
              document: {
                readonly abandon: {
                  agentWithinMs: number;
                  hardOverHours: number;
                  hardRate: number | null;
                  maxRate: number;
                  /** @enum {string} */
                  message: 'identify_only' | 'identify_2s' | 'off';
                  noAutoRedialMs: number;
                  overDays: number;
                  sameDayRedial: boolean;
                };
                acceptsFiction: boolean;
                readonly acw: {
                  /** @enum {string} */
                  timeoutAction: 'alert' | 'off';
                  timeoutMs: number;
                };
                /** @enum {string} */
                amd: 'on' | 'off';
                breathingSpaceStop: boolean;
                readonly cadence: {
                  /** @enum {string} */
                  atThreshold: 'lower' | 'upper';
                  effectiveDays: number;
                  readonly otherDays: {
                    lower: number;
                    upper: number;
                  };
                  /** @enum {string} */
                  scope: 'agent' | 'campaign';
                  threshold: number;
                };
                /** @enum {string} */
                calendar: 'CN' | 'US' | 'UK' | 'none';
                readonly caps: {
                  attemptsPerNumberDay: number | null;
                  attemptsPerPersonDay: number | null;
                  readonly callWindows: {
                    calls: number;
                    classes:
                      ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                    days: number;
                    readonly exclude: (
                      | 'NO_ANSWER'
                      | 'BUSY'
                      | 'REJECTED'
                      | 'POWERED_OFF'
                      | 'OUT_OF_COVERAGE'
                      | 'SUSPENDED'
                      | 'VACANT'
                      | 'NUMBER_CHANGED'
                      | 'MALFORMED'
                      | 'CONGESTION'
                      | 'FAILED'
                      | 'CARRIER_BLOCKED'
                      | 'MACHINE'
                      | 'FAX'
                      | 'ABANDONED'
                      | 'AGENT_LOST'
                      | 'CANCELED'
                      | 'SUPPRESSED'
                    )[];
                    excludeConsented: boolean;
                    /** @enum {string} */
                    per: 'person' | 'debt';
                  }[];
                  effectiveTalksPerDebtorDay: number | null;
                  minRedialMs: number;
                  quietAfterTalkDays: number;
                  /** @enum {string} */
                  redialScope: 'line' | 'person';
                };
                readonly clocks: {
                  dataEntryHours: number;
                  readonly fraudRecallWorkingDays: [number, number];
                  fraudSignDays: number;
                  lookup114Days: number;
                  /** @enum {string} */
                  lookup114For: 'trace' | 'all';
                  visitAfterDayparts: number;
                  visitAfterRounds: number;
                  visitHours: number;
                };
                /** @enum {string} */
                daypartRotation: 'off' | 'trace' | 'no_answer';
                readonly dayparts: string[];
                readonly fraud: {
                  /** @enum {string} */
                  hold: 'all' | 'automatic';
                };
                /** @enum {string} */
                holidayDialing: 'off' | 'ptp_only' | 'on';
                readonly invalid: {
                  combined: number | null;
                  /** @enum {string} */
                  compare: '>=' | '>';
                  /** @enum {string} */
                  independence: 'call' | 'daypart' | 'day';
                  moved: number;
                  no_such_person: number;
                  resigned: number;
                  vacant: number;
                };
                readonly links: {
                  /** @enum {string} */
                  gate: 'off' | 'soft' | 'hard';
                };
                readonly lm: {
                  /** @enum {string} */
                  holdScope: 'number' | 'case';
                };
                minAccountsDay: number;
                /** @enum {string} */
                name: 'cn' | 'us-regf' | 'uk' | 'demo';
                /** @enum {string} */
                openDays: 'all_but_holidays' | 'schedule';
                readonly order: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[];
                readonly overlays: ('MA' | 'WA' | 'NYC')[];
                readonly ptp: {
                  dueDayCalls: boolean;
                  graceDays: number;
                  /** @enum {string} */
                  holdScope: 'case' | 'number';
                  maxPerPart: number;
                  onlyWithConsent: boolean;
                  reminderWorkingDays: number | null;
                };
                realCarrierAllowed: boolean;
                readonly recording: {
                  all: boolean;
                  announce: boolean;
                  retainDays: number;
                };
                readonly retry: {
                  busyAfterMs: number;
                  busyExtra: number;
                  congestionAfterMs: number;
                  congestionExtra: number;
                };
                ringMinMs: number;
                readonly round: {
                  /** @enum {string} */
                  onRpc: 'stop' | 'continue';
                };
                readonly suspended: {
                  threshold: number | null;
                };
                readonly thirdParty: {
                  /** @enum {string} */
                  gate: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
                  maxPerPerson: number | null;
                  readonly modes: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
                  noRpcDays: number;
                  stopOnRefusal: boolean;
                };
                vacantGuard: {
                  minCalls: number;
                  minShare: number;
                  withinMs: number;
                } | null;
                version: number;
                readonly window: {
                  readonly days?: number[];
                  readonly hours: [string, string];
                  sunday?: [string, string] | null;
                  /** @constant */
                  unknownZone: 'block';
                  /** @enum {string} */
                  zone: 'number' | 'number_and_address';
                };
                readonly windows: {
                  readonly CALLBACK: [number, number];
                  readonly FUND: [number, number];
                  readonly LM_A: [number, number];
                  readonly LM_B: [number, number];
                  readonly NEG: [number, number];
                  readonly PAID_CLAIM: [number, number];
                  readonly PTP: [number, number];
                  readonly REFUSE: [number, number];
                  readonly TP_NOINFO: [number, number];
                };
                readonly work: {
                  /** @enum {string} */
                  allow: 'always' | 'unless_prohibited';
                };
              };
              number: number;
              /** @enum {string} */
              preset: 'cn' | 'us-regf' | 'uk' | 'demo';
              presetVersion: number;
              reason: string | null;
              restoredFrom: number | null;
              tightening: {
                abandon?: {
                  hardOverHours?: number;
                  hardRate?: number | null;
                  maxRate?: number;
                  noAutoRedialMs?: number;
                  sameDayRedial?: boolean;
                };
                /** @enum {string} */
                amd?: 'on' | 'off';
                cadence?: {
                  /** @enum {string} */
                  scope?: 'agent' | 'campaign';
                };
                caps?: {
                  attemptsPerNumberDay?: number | null;
                  attemptsPerPersonDay?: number | null;
                  readonly callWindows?: {
                    calls: number;
                    classes:
                      ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                    days: number;
                    readonly exclude: (
                      | 'NO_ANSWER'
                      | 'BUSY'
                      | 'REJECTED'
                      | 'POWERED_OFF'
                      | 'OUT_OF_COVERAGE'
                      | 'SUSPENDED'
                      | 'VACANT'
                      | 'NUMBER_CHANGED'
                      | 'MALFORMED'
                      | 'CONGESTION'
                      | 'FAILED'
                      | 'CARRIER_BLOCKED'
                      | 'MACHINE'
                      | 'FAX'
                      | 'ABANDONED'
                      | 'AGENT_LOST'
                      | 'CANCELED'
                      | 'SUPPRESSED'
                    )[];
                    excludeConsented: boolean;
                    /** @enum {string} */
                    per: 'person' | 'debt';
                  }[];
                  effectiveTalksPerDebtorDay?: number | null;
                  minRedialMs?: number;
                  quietAfterTalkDays?: number;
                  /** @enum {string} */
                  redialScope?: 'line' | 'person';
                };
                clocks?: {
                  /** @enum {string} */
                  lookup114For?: 'trace' | 'all';
                };
                /** @enum {string} */
                holidayDialing?: 'off' | 'ptp_only' | 'on';
                links?: {
                  /** @enum {string} */
                  gate?: 'off' | 'soft' | 'hard';
                };
                ringMinMs?: number;
                thirdParty?: {
                  /** @enum {string} */
                  gate?: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
                  maxPerPerson?: number | null;
                  readonly modes?: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
                  noRpcDays?: number;
                };
                window?: {
                  readonly days?: number[];
                  readonly hours?: [string, string];
                  sunday?: [string, string] | null;
                  /** @enum {string} */
                  zone?: 'number' | 'number_and_address';
                };
              };
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postRulesCampaignsByIdVersions: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          basedOn: number;
          /** @enum {string} */
          preset: 'cn' | 'us-regf' | 'uk' | 'demo';
          presetVersion: number;
          reason: string;
          /** @default null */
          restoredFrom?: number | null;
          tightening: {
            abandon?: {
              hardOverHours?: number;
              hardRate?: number | null;
              maxRate?: number;
              noAutoRedialMs?: number;
              sameDayRedial?: boolean;
            };
            /** @enum {string} */
            amd?: 'on' | 'off';
            cadence?: {
              /** @enum {string} */
              scope?: 'agent' | 'campaign';
            };
            caps?: {
              attemptsPerNumberDay?: number | null;
              attemptsPerPersonDay?: number | null;
              readonly callWindows?: {
                calls: number;
                classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                days: number;
                readonly exclude: (
                  | 'NO_ANSWER'
                  | 'BUSY'
                  | 'REJECTED'
                  | 'POWERED_OFF'
                  | 'OUT_OF_COVERAGE'
                  | 'SUSPENDED'
                  | 'VACANT'
                  | 'NUMBER_CHANGED'
                  | 'MALFORMED'
                  | 'CONGESTION'
                  | 'FAILED'
                  | 'CARRIER_BLOCKED'
                  | 'MACHINE'
                  | 'FAX'
                  | 'ABANDONED'
                  | 'AGENT_LOST'
                  | 'CANCELED'
                  | 'SUPPRESSED'
                )[];
                excludeConsented: boolean;
                /** @enum {string} */
                per: 'person' | 'debt';
              }[];
              effectiveTalksPerDebtorDay?: number | null;
              minRedialMs?: number;
              quietAfterTalkDays?: number;
              /** @enum {string} */
              redialScope?: 'line' | 'person';
            };
            clocks?: {
              /** @enum {string} */
              lookup114For?: 'trace' | 'all';
            };
            /** @enum {string} */
            holidayDialing?: 'off' | 'ptp_only' | 'on';
            links?: {
              /** @enum {string} */
              gate?: 'off' | 'soft' | 'hard';
            };
            ringMinMs?: number;
            thirdParty?: {
              /** @enum {string} */
              gate?: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
              maxPerPerson?: number | null;
              readonly modes?: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
              noRpcDays?: number;
            };
            window?: {
              readonly days?: number[];
              readonly hours?: [string, string];
              sunday?: [string, string] | null;
              /** @enum {string} */
              zone?: 'number' | 'number_and_address';
            };
          };
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            at: number | null;
            byName: string | null;
            document: {
              readonly abandon: {
                agentWithinMs: number;
                hardOverHours: number;
                hardRate: number | null;
                maxRate: number;
                /** @enum {string} */
                message: 'identify_only' | 'identify_2s' | 'off';
                noAutoRedialMs: number;
                overDays: number;
                sameDayRedial: boolean;
              };
              acceptsFiction: boolean;
              readonly acw: {
                /** @enum {string} */
                timeoutAction: 'alert' | 'off';
                timeoutMs: number;
              };
              /** @enum {string} */
              amd: 'on' | 'off';
              breathingSpaceStop: boolean;
              readonly cadence: {
                /** @enum {string} */
                atThreshold: 'lower' | 'upper';
                effectiveDays: number;
                readonly otherDays: {
                  lower: number;
                  upper: number;
                };
                /** @enum {string} */
                scope: 'agent' | 'campaign';
                threshold: number;
              };
              /** @enum {string} */
              calendar: 'CN' | 'US' | 'UK' | 'none';
              readonly caps: {
                attemptsPerNumberDay: number | null;
                attemptsPerPersonDay: number | null;
                readonly callWindows: {
                  calls: number;
                  classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                  days: number;
                  readonly exclude: (
                    | 'NO_ANSWER'
                    | 'BUSY'
                    | 'REJECTED'
                    | 'POWERED_OFF'
                    | 'OUT_OF_COVERAGE'
                    | 'SUSPENDED'
                    | 'VACANT'
                    | 'NUMBER_CHANGED'
                    | 'MALFORMED'
                    | 'CONGESTION'
                    | 'FAILED'
                    | 'CARRIER_BLOCKED'
                    | 'MACHINE'
                    | 'FAX'
                    | 'ABANDONED'
                    | 'AGENT_LOST'
                    | 'CANCELED'
                    | 'SUPPRESSED'
                  )[];
                  excludeConsented: boolean;
                  /** @enum {string} */
                  per: 'person' | 'debt';
                }[];
                effectiveTalksPerDebtorDay: number | null;
                minRedialMs: number;
                quietAfterTalkDays: number;
                /** @enum {string} */
                redialScope: 'line' | 'person';
              };
              readonly clocks: {
                dataEntryHours: number;
                readonly fraudRecallWorkingDays: [number, number];
                fraudSignDays: number;
                lookup114Days: number;
                /** @enum {string} */
                lookup114For: 'trace' | 'all';
                visitAfterDayparts: number;
                visitAfterRounds: number;
                visitHours: number;
              };
              /** @enum {string} */
              daypartRotation: 'off' | 'trace' | 'no_answer';
              readonly dayparts: string[];
              readonly fraud: {
                /** @enum {string} */
                hold: 'all' | 'automatic';
              };
              /** @enum {string} */
              holidayDialing: 'off' | 'ptp_only' | 'on';
              readonly invalid: {
                combined: number | null;
                /** @enum {string} */
                compare: '>=' | '>';
                /** @enum {string} */
                independence: 'call' | 'daypart' | 'day';
                moved: number;
                no_such_person: number;
                resigned: number;
                vacant: number;
              };
              readonly links: {
                /** @enum {string} */
                gate: 'off' | 'soft' | 'hard';
              };
              readonly lm: {
                /** @enum {string} */
                holdScope: 'number' | 'case';
              };
              minAccountsDay: number;
              /** @enum {string} */
              name: 'cn' | 'us-regf' | 'uk' | 'demo';
              /** @enum {string} */
              openDays: 'all_but_holidays' | 'schedule';
              readonly order: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[];
              readonly overlays: ('MA' | 'WA' | 'NYC')[];
              readonly ptp: {
                dueDayCalls: boolean;
                graceDays: number;
                /** @enum {string} */
                holdScope: 'case' | 'number';
                maxPerPart: number;
                onlyWithConsent: boolean;
                reminderWorkingDays: number | null;
              };
              realCarrierAllowed: boolean;
              readonly recording: {
                all: boolean;
                announce: boolean;
                retainDays: number;
              };
              readonly retry: {
                busyAfterMs: number;
                busyExtra: number;
                congestionAfterMs: number;
                congestionExtra: number;
              };
              ringMinMs: number;
              readonly round: {
                /** @enum {string} */
                onRpc: 'stop' | 'continue';
              };
              readonly suspended: {
                threshold: number | null;
              };
              readonly thirdParty: {
                /** @enum {string} */
                gate: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
                maxPerPerson: number | null;
                readonly modes: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
                noRpcDays: number;
                stopOnRefusal: boolean;
              };
              vacantGuard: {
                minCalls: number;
                minShare: number;
                withinMs: number;
              } | null;
              version: number;
              readonly window: {
                readonly days?: number[];
                readonly hours: [string, string];
                sunday?: [string, string] | null;
                /** @constant */
                unknownZone: 'block';
                /** @enum {string} */
                zone: 'number' | 'number_and_address';
              };
              readonly windows: {
                readonly CALLBACK: [number, number];
                readonly FUND: [number, number];
                readonly LM_A: [number, number];
                readonly LM_B: [number, number];
                readonly NEG: [number, number];
                readonly PAID_CLAIM: [number, number];
                readonly PTP: [number, number];
                readonly REFUSE: [number, number];
                readonly TP_NOINFO: [number, number];
              };
              readonly work: {
                /** @enum {string} */
                allow: 'always' | 'unless_prohibited';
              };
            };
            number: number;
            /** @enum {string} */
            preset: 'cn' | 'us-regf' | 'uk' | 'demo';
            presetVersion: number;
            reason: string | null;
            restoredFrom: number | null;
            tightening: {
              abandon?: {
                hardOverHours?: number;
                hardRate?: number | null;
                maxRate?: number;
                noAutoRedialMs?: number;
                sameDayRedial?: boolean;
              };
              /** @enum {string} */
              amd?: 'on' | 'off';
              cadence?: {
                /** @enum {string} */
                scope?: 'agent' | 'campaign';
              };
              caps?: {
                attemptsPerNumberDay?: number | null;
                attemptsPerPersonDay?: number | null;
                readonly callWindows?: {
                  calls: number;
                  classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                  days: number;
                  readonly exclude: (
                    | 'NO_ANSWER'
                    | 'BUSY'
                    | 'REJECTED'
                    | 'POWERED_OFF'
                    | 'OUT_OF_COVERAGE'
                    | 'SUSPENDED'
                    | 'VACANT'
                    | 'NUMBER_CHANGED'
                    | 'MALFORMED'
                    | 'CONGESTION'
                    | 'FAILED'
                    | 'CARRIER_BLOCKED'
                    | 'MACHINE'
                    | 'FAX'
                    | 'ABANDONED'
                    | 'AGENT_LOST'
                    | 'CANCELED'
                    | 'SUPPRESSED'
                  )[];
                  excludeConsented: boolean;
                  /** @enum {string} */
                  per: 'person' | 'debt';
                }[];
                effectiveTalksPerDebtorDay?: number | null;
                minRedialMs?: number;
                quietAfterTalkDays?: number;
                /** @enum {string} */
                redialScope?: 'line' | 'person';
              };
              clocks?: {
                /** @enum {string} */
                lookup114For?: 'trace' | 'all';
              };
              /** @enum {string} */
              holidayDialing?: 'off' | 'ptp_only' | 'on';
              links?: {
                /** @enum {string} */
                gate?: 'off' | 'soft' | 'hard';
              };
              ringMinMs?: number;
              thirdParty?: {
                /** @enum {string} */
                gate?: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
                maxPerPerson?: number | null;
                readonly modes?: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
                noRpcDays?: number;
              };
              window?: {
                readonly days?: number[];
                readonly hours?: [string, string];
                sunday?: [string, string] | null;
                /** @enum {string} */
                zone?: 'number' | 'number_and_address';
              };
            };
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getRulesPreviewsById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaignId: string;
            casesDone: number;
            casesTotal: number;
            /** @enum {string} */
            preset: 'cn' | 'us-regf' | 'uk' | 'demo';
            presetVersion: number;
            previewId: string;
            result: {
              changes: {
                /** @enum {string} */
                from:
                  | 'tenant_off'
                  | 'case_stop'
                  | 'recalled'
                  | 'not_owned'
                  | 'number_blocked'
                  | 'number_malformed'
                  | 'number_invalid'
                  | 'number_unverified'
                  | 'ptp_hold'
                  | 'before_next_date'
                  | 'third_party_gate'
                  | 'number_hold'
                  | 'outside_window'
                  | 'zone_unknown'
                  | 'holiday'
                  | 'cap_number_day'
                  | 'cap_person_day'
                  | 'cap_debt_window'
                  | 'cap_talks_day'
                  | 'quiet_after_talk'
                  | 'redial_gap'
                  | 'order_wait'
                  | 'live_call'
                  | 'pacing'
                  | 'dialable';
                numberHours: number;
                /** @enum {string} */
                to:
                  | 'tenant_off'
                  | 'case_stop'
                  | 'recalled'
                  | 'not_owned'
                  | 'number_blocked'
                  | 'number_malformed'
                  | 'number_invalid'
                  | 'number_unverified'
                  | 'ptp_hold'
                  | 'before_next_date'
                  | 'third_party_gate'
                  | 'number_hold'
                  | 'outside_window'
                  | 'zone_unknown'
                  | 'holiday'
                  | 'cap_number_day'
                  | 'cap_person_day'
                  | 'cap_debt_window'
                  | 'cap_talks_day'
                  | 'quiet_after_talk'
                  | 'redial_gap'
                  | 'order_wait'
                  | 'live_call'
                  | 'pacing'
                  | 'dialable';
              }[];
              date: string;
              hours: {
                after: {
                  cases: number;
                  numbers: number;
                  reasons: {
                    [key: string]: number;
                  };
                };
                at: number;
                before: {
                  cases: number;
                  numbers: number;
                  reasons: {
                    [key: string]: number;
                  };
                };
                casesGained: number;
                casesLost: number;
              }[];
              sample: {
                marginShare: number;
                of: number;
                taken: number;
              } | null;
              zone: string;
            } | null;
            /** @enum {string} */
            status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
            tightening: {
              abandon?: {
                hardOverHours?: number;
                hardRate?: number | null;
                maxRate?: number;
                noAutoRedialMs?: number;
                sameDayRedial?: boolean;
              };
              /** @enum {string} */
              amd?: 'on' | 'off';
              cadence?: {
                /** @enum {string} */
                scope?: 'agent' | 'campaign';
              };
              caps?: {
                attemptsPerNumberDay?: number | null;
                attemptsPerPersonDay?: number | null;
                readonly callWindows?: {
                  calls: number;
                  classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                  days: number;
                  readonly exclude: (
                    | 'NO_ANSWER'
                    | 'BUSY'
                    | 'REJECTED'
                    | 'POWERED_OFF'
                    | 'OUT_OF_COVERAGE'
                    | 'SUSPENDED'
                    | 'VACANT'
                    | 'NUMBER_CHANGED'
                    | 'MALFORMED'
                    | 'CONGESTION'
                    | 'FAILED'
                    | 'CARRIER_BLOCKED'
                    | 'MACHINE'
                    | 'FAX'
                    | 'ABANDONED'
                    | 'AGENT_LOST'
                    | 'CANCELED'
                    | 'SUPPRESSED'
                  )[];
                  excludeConsented: boolean;
                  /** @enum {string} */
                  per: 'person' | 'debt';
                }[];
                effectiveTalksPerDebtorDay?: number | null;
                minRedialMs?: number;
                quietAfterTalkDays?: number;
                /** @enum {string} */
                redialScope?: 'line' | 'person';
              };
              clocks?: {
                /** @enum {string} */
                lookup114For?: 'trace' | 'all';
              };
              /** @enum {string} */
              holidayDialing?: 'off' | 'ptp_only' | 'on';
              links?: {
                /** @enum {string} */
                gate?: 'off' | 'soft' | 'hard';
              };
              ringMinMs?: number;
              thirdParty?: {
                /** @enum {string} */
                gate?: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
                maxPerPerson?: number | null;
                readonly modes?: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
                noRpcDays?: number;
              };
              window?: {
                readonly days?: number[];
                readonly hours?: [string, string];
                sunday?: [string, string] | null;
                /** @enum {string} */
                zone?: 'number' | 'number_and_address';
              };
            };
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postRulesPreviewsByIdCancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            campaignId: string;
            casesDone: number;
            casesTotal: number;
            /** @enum {string} */
            preset: 'cn' | 'us-regf' | 'uk' | 'demo';
            presetVersion: number;
            previewId: string;
            result: {
              changes: {
                /** @enum {string} */
                from:
                  | 'tenant_off'
                  | 'case_stop'
                  | 'recalled'
                  | 'not_owned'
                  | 'number_blocked'
                  | 'number_malformed'
                  | 'number_invalid'
                  | 'number_unverified'
                  | 'ptp_hold'
                  | 'before_next_date'
                  | 'third_party_gate'
                  | 'number_hold'
                  | 'outside_window'
                  | 'zone_unknown'
                  | 'holiday'
                  | 'cap_number_day'
                  | 'cap_person_day'
                  | 'cap_debt_window'
                  | 'cap_talks_day'
                  | 'quiet_after_talk'
                  | 'redial_gap'
                  | 'order_wait'
                  | 'live_call'
                  | 'pacing'
                  | 'dialable';
                numberHours: number;
                /** @enum {string} */
                to:
                  | 'tenant_off'
                  | 'case_stop'
                  | 'recalled'
                  | 'not_owned'
                  | 'number_blocked'
                  | 'number_malformed'
                  | 'number_invalid'
                  | 'number_unverified'
                  | 'ptp_hold'
                  | 'before_next_date'
                  | 'third_party_gate'
                  | 'number_hold'
                  | 'outside_window'
                  | 'zone_unknown'
                  | 'holiday'
                  | 'cap_number_day'
                  | 'cap_person_day'
                  | 'cap_debt_window'
                  | 'cap_talks_day'
                  | 'quiet_after_talk'
                  | 'redial_gap'
                  | 'order_wait'
                  | 'live_call'
                  | 'pacing'
                  | 'dialable';
              }[];
              date: string;
              hours: {
                after: {
                  cases: number;
                  numbers: number;
                  reasons: {
                    [key: string]: number;
                  };
                };
                at: number;
                before: {
                  cases: number;
                  numbers: number;
                  reasons: {
                    [key: string]: number;
                  };
                };
                casesGained: number;
                casesLost: number;
              }[];
              sample: {
                marginShare: number;
                of: number;
                taken: number;
              } | null;
              zone: string;
            } | null;
            /** @enum {string} */
            status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
            tightening: {
              abandon?: {
                hardOverHours?: number;
                hardRate?: number | null;
                maxRate?: number;
                noAutoRedialMs?: number;
                sameDayRedial?: boolean;
              };
              /** @enum {string} */
              amd?: 'on' | 'off';
              cadence?: {
                /** @enum {string} */
                scope?: 'agent' | 'campaign';
              };
              caps?: {
                attemptsPerNumberDay?: number | null;
                attemptsPerPersonDay?: number | null;
                readonly callWindows?: {
                  calls: number;
                  classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[] | null;
                  days: number;
                  readonly exclude: (
                    | 'NO_ANSWER'
                    | 'BUSY'
                    | 'REJECTED'
                    | 'POWERED_OFF'
                    | 'OUT_OF_COVERAGE'
                    | 'SUSPENDED'
                    | 'VACANT'
                    | 'NUMBER_CHANGED'
                    | 'MALFORMED'
                    | 'CONGESTION'
                    | 'FAILED'
                    | 'CARRIER_BLOCKED'
                    | 'MACHINE'
                    | 'FAX'
                    | 'ABANDONED'
                    | 'AGENT_LOST'
                    | 'CANCELED'
                    | 'SUPPRESSED'
                  )[];
                  excludeConsented: boolean;
                  /** @enum {string} */
                  per: 'person' | 'debt';
                }[];
                effectiveTalksPerDebtorDay?: number | null;
                minRedialMs?: number;
                quietAfterTalkDays?: number;
                /** @enum {string} */
                redialScope?: 'line' | 'person';
              };
              clocks?: {
                /** @enum {string} */
                lookup114For?: 'trace' | 'all';
              };
              /** @enum {string} */
              holidayDialing?: 'off' | 'ptp_only' | 'on';
              links?: {
                /** @enum {string} */
                gate?: 'off' | 'soft' | 'hard';
              };
              ringMinMs?: number;
              thirdParty?: {
                /** @enum {string} */
                gate?: 'off' | 'own_numbers_tried_this_round' | 'location_info_only' | 'no_disclosure';
                maxPerPerson?: number | null;
                readonly modes?: ('preview' | 'progressive' | 'ratio' | 'predictive' | 'manual')[];
                noRpcDays?: number;
              };
              window?: {
                readonly days?: number[];
                readonly hours?: [string, string];
                sunday?: [string, string] | null;
                /** @enum {string} */
                zone?: 'number' | 'number_and_address';
              };
            };
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            expiresAt: number | null;
            provider: string | null;
            user: {
              displayName: string;
              duties: ('change-password' | 'second-factor')[];
              id: string;
              locale: string;
              permissions: (
                | 'recordings.listen'
                | 'export'
                | 'stops.lift'
                | 'cases.hand_over'
                | 'people.manage'
                | 'audit.read'
                | 'keys.manage'
                | 'webhooks.manage'
              )[];
              /** @enum {string} */
              role: 'agent' | 'supervisor' | 'admin';
              username: string;
            } | null;
          };
        };
      };
      429: components['responses']['Refused429'];
    };
  };
  postSession: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code?: string;
          password: string;
          username: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            expiresAt: number | null;
            provider: string | null;
            user: {
              displayName: string;
              duties: ('change-password' | 'second-factor')[];
              id: string;
              locale: string;
              permissions: (
                | 'recordings.listen'
                | 'export'
                | 'stops.lift'
                | 'cases.hand_over'
                | 'people.manage'
                | 'audit.read'
                | 'keys.manage'
                | 'webhooks.manage'
              )[];
              /** @enum {string} */
              role: 'agent' | 'supervisor' | 'admin';
              username: string;
            } | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  deleteSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      429: components['responses']['Refused429'];
    };
  };
  getSessionProvider: {
    parameters: {
      query?: {
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      303: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      429: components['responses']['Refused429'];
    };
  };
  getSessionProviderReturn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      303: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      429: components['responses']['Refused429'];
    };
  };
  postStopsByIdLift: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default null */
          clientInstruction?: string | null;
          /** @default  */
          reason?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            caseClass:
              | 'NEW'
              | 'NEGOTIATING'
              | 'PTP'
              | 'PTP_BROKEN'
              | 'RAISING_FUNDS'
              | 'LEFT_MSG_A'
              | 'LEFT_MSG_B'
              | 'NO_ANSWER'
              | 'TRACE'
              | 'LOST'
              | 'FRAUD_PENDING'
              | 'PAID_PENDING'
              | 'PAID'
              | 'RECALLED'
              | 'DISPUTE'
              | 'COMPLAINT'
              | 'CEASE'
              | 'ATTORNEY'
              | 'DECEASED'
              | 'BANKRUPT'
              | 'HARDSHIP';
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postSuppressions: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          expiresOn?: string | null;
          number: string;
          reason: string;
          source: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            hungUp: number;
            id: string;
            /** @enum {string} */
            kind: 'added' | 'changed';
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postSuppressionsByIdRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getSuppressionsExportCsv: {
    parameters: {
      query?: {
        source?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postSuppressionsImports: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cases: number;
            faults: {
              field: string;
              remedy: string;
              row: number;
              rule: string;
            }[];
            fileName: string;
            fresh: number;
            hungUp: number;
            id: string;
            known: number;
            rejected: number;
            rows: number;
            sample: {
              expiresOn: string | null;
              numberMasked: string;
              reason: string;
              row: number;
              source: string;
            }[];
            /** @enum {string} */
            status: 'previewed' | 'done';
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      413: components['responses']['Refused413'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postSuppressionsImportsByIdConfirm: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            cases: number;
            faults: {
              field: string;
              remedy: string;
              row: number;
              rule: string;
            }[];
            fileName: string;
            fresh: number;
            hungUp: number;
            id: string;
            known: number;
            rejected: number;
            rows: number;
            sample: {
              expiresOn: string | null;
              numberMasked: string;
              reason: string;
              row: number;
              source: string;
            }[];
            /** @enum {string} */
            status: 'previewed' | 'done';
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postSuppressionsSearch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          cursor?: string;
          down?: boolean | ('true' | 'false');
          /** @default 50 */
          limit?: number;
          /** @default  */
          number?: string;
          /**
           * @default added
           * @enum {string}
           */
          sort?: 'added' | 'expires';
          /** @default  */
          source?: string;
          /**
           * @default active
           * @enum {string}
           */
          state?: 'active' | 'expired' | 'removed' | 'all';
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            active: number;
            nextCursor: string | null;
            rows: {
              addedAt: number;
              addedByName: string | null;
              cases: number;
              expiresAt: number | null;
              id: string;
              numberMasked: string;
              reason: string;
              removedAt: number | null;
              removedByName: string | null;
              removeReason: string | null;
              source: string;
              /** @enum {string} */
              state: 'active' | 'expired' | 'removed';
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getTasks: {
    parameters: {
      query?: {
        caseId?: string;
        cursor?: string;
        down?: boolean | ('true' | 'false');
        kind?:
          | 'trace_phone'
          | 'lookup_114'
          | 'registry_check'
          | 'verification_checklist'
          | 'data_entry'
          | 'visit_entry'
          | 'visit_proposal'
          | 'return_call';
        limit?: number;
        owner?: string | 'none';
        sort?: 'due' | 'case' | 'kind' | 'owner' | 'done';
        state?: 'pending' | 'open' | 'due_soon' | 'breached' | 'done';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            counts: {
              breached: number;
              due_soon: number;
              open: number;
            };
            nextCursor: string | null;
            owners: {
              displayName: string;
              /** Format: uuid */
              userId: string;
            }[];
            tasks: {
              /** @enum {string} */
              because:
                | 'all_invalid'
                | 'first_attempt'
                | 'tracing_ended'
                | 'refused'
                | 'agreed_day_unpaid'
                | 'unanswered'
                | 'data_obtained'
                | 'visit_returned'
                | 'asked'
                | 'missed_call'
                | 'number_changed'
                | 'number_malformed'
                | 'voicemail';
              /** Format: uuid */
              caseId: string;
              createdAt: number;
              debtorName: string | null;
              doneAt: number | null;
              dueAt: number;
              externalRef: string;
              /** @enum {string} */
              kind:
                | 'trace_phone'
                | 'lookup_114'
                | 'registry_check'
                | 'verification_checklist'
                | 'data_entry'
                | 'visit_entry'
                | 'visit_proposal'
                | 'return_call';
              notNeeded: boolean;
              ownerId: string | null;
              ownerName: string | null;
              result: string | null;
              sourceBasis: string | null;
              /** @enum {string} */
              state: 'open' | 'due_soon' | 'breached' | 'done';
              /** Format: uuid */
              taskId: string;
            }[];
            total: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postTasksByIdDone: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default null */
          obtainedAt?: number | null;
          result: string;
          /** @default null */
          sourceBasis?: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  putTasksByIdOwner: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ownerId: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getTasksExportCsv: {
    parameters: {
      query?: {
        caseId?: string;
        kind?:
          | 'trace_phone'
          | 'lookup_114'
          | 'registry_check'
          | 'verification_checklist'
          | 'data_entry'
          | 'visit_entry'
          | 'visit_proposal'
          | 'return_call';
        owner?: string | 'none';
        state?: 'pending' | 'open' | 'due_soon' | 'breached' | 'done';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getTeams: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            teams: {
              campaigns: number;
              name: string;
              people: number;
              teamId: string;
              version: number;
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postTeams: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            teamId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  putTeamsById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          reason: string;
          version: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            teamId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      429: components['responses']['Refused429'];
    };
  };
  postTeamsByIdRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getTestCallsByIdEvents: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getTestNumbers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            numbers: {
              e164: string;
              label: string;
              testNumberId: string;
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postTestNumbers: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          e164: string;
          label: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            testNumberId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  deleteTestNumbersById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getTrunks: {
    parameters: {
      query?: {
        cursor?: string;
        down?: boolean | ('true' | 'false');
        enabled?: 'true' | 'false';
        kind?: 'sim' | 'twilio';
        limit?: number;
        q?: string;
        sort?: 'name' | 'channels' | 'cps' | 'priority';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            mayChange: boolean;
            maySeal: boolean;
            names: {
              /** @enum {string} */
              kind: 'sim' | 'twilio';
              name: string;
              trunkId: string;
            }[];
            nextCursor: string | null;
            oldSeals: number;
            teams: {
              name: string;
              teamId: string;
            }[];
            trunks: {
              account: {
                apiBase: string | null;
                readable: boolean;
                setAt: number | null;
                tail: string | null;
                /** @enum {string} */
                whose: 'house' | 'own';
              };
              callerIds: {
                callerIdId: string;
                checkedAt: number | null;
                dailyLimit: number | null;
                e164: string;
                enabled: boolean;
                inbound: {
                  /**
                   * @default voicemail
                   * @enum {string}
                   */
                  afterHours: 'message' | 'voicemail';
                  closed?: string;
                  /** @default 20:00 */
                  closes: string;
                  /**
                   * @default [
                   *       1,
                   *       2,
                   *       3,
                   *       4,
                   *       5,
                   *       6,
                   *       7
                   *     ]
                   */
                  days: number[];
                  greeting?: string;
                  /**
                   * @default zh-CN
                   * @enum {string}
                   */
                  language: 'zh-CN' | 'en-US';
                  /** @default {} */
                  menu: {
                    [key: string]: 'queue' | 'reference' | 'voicemail' | 'hang_up';
                  };
                  menuGreeting?: string;
                  /**
                   * @default {
                   *       "callback": true,
                   *       "voicemail": true
                   *     }
                   */
                  offers: {
                    callback: boolean;
                    voicemail: boolean;
                  };
                  /** @default 08:00 */
                  opens: string;
                  /** @default null */
                  teamId: string | null;
                  unknown?: string;
                } | null;
                label: string;
                today: number;
                verified: boolean;
                version: number;
              }[];
              campaigns: string[];
              channels: number;
              cost: {
                currency: string;
                perMinute: number;
              } | null;
              cps: number;
              enabled: boolean;
              failoverId: string | null;
              /** @enum {string} */
              kind: 'sim' | 'twilio';
              live: number;
              name: string;
              prefixes: string[];
              priority: number;
              quiet: boolean;
              refusedPrefixes: string[];
              trunkId: string;
              version: number;
              /**
               * @default {
               *       "watched": true,
               *       "windowMinutes": 5,
               *       "minCalls": 20,
               *       "maxFailureShare": 0.5,
               *       "minAnswerShare": null,
               *       "probeEverySeconds": 60,
               *       "probesToReturn": 2,
               *       "probeNumberId": null
               *     }
               */
              watch: {
                maxFailureShare: number;
                minAnswerShare: number | null;
                minCalls: number;
                probeEverySeconds: number;
                /** @default null */
                probeNumberId: string | null;
                probesToReturn: number;
                watched: boolean;
                windowMinutes: number;
              };
              weight: number;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postTrunks: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account: {
            accountSid: string;
            apiBase: string | null;
            authToken: string;
          } | null;
          channels: number;
          cost: {
            currency: string;
            perMinute: number;
          } | null;
          cps: number;
          enabled: boolean;
          failoverId: string | null;
          name: string;
          prefixes: string[];
          priority: number;
          quiet: boolean;
          refusedPrefixes: string[];
          /**
           * @default {
           *       "watched": true,
           *       "windowMinutes": 5,
           *       "minCalls": 20,
           *       "maxFailureShare": 0.5,
           *       "minAnswerShare": null,
           *       "probeEverySeconds": 60,
           *       "probesToReturn": 2,
           *       "probeNumberId": null
           *     }
           */
          watch?: {
            maxFailureShare: number;
            minAnswerShare: number | null;
            minCalls: number;
            probeEverySeconds: number;
            /** @default null */
            probeNumberId?: string | null;
            probesToReturn: number;
            watched: boolean;
            windowMinutes: number;
          };
          weight: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  putTrunksById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          channels: number;
          cost: {
            currency: string;
            perMinute: number;
          } | null;
          cps: number;
          enabled: boolean;
          failoverId: string | null;
          name: string;
          prefixes: string[];
          priority: number;
          quiet: boolean;
          reason: string;
          refusedPrefixes: string[];
          version: number;
          /**
           * @default {
           *       "watched": true,
           *       "windowMinutes": 5,
           *       "minCalls": 20,
           *       "maxFailureShare": 0.5,
           *       "minAnswerShare": null,
           *       "probeEverySeconds": 60,
           *       "probesToReturn": 2,
           *       "probeNumberId": null
           *     }
           */
          watch?: {
            maxFailureShare: number;
            minAnswerShare: number | null;
            minCalls: number;
            probeEverySeconds: number;
            /** @default null */
            probeNumberId?: string | null;
            probesToReturn: number;
            watched: boolean;
            windowMinutes: number;
          };
          weight: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  putTrunksByIdAccount: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          account: {
            accountSid: string;
            apiBase: string | null;
            authToken: string;
          } | null;
          version: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postTrunksByIdBack: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postTrunksByIdCallerIds: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          dailyLimit: number | null;
          label: string;
          numbers: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postTrunksByIdChecksByStep: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
        step: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          testCallId: string | null;
          testNumberId: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            because: string;
            detail: string;
            holds: boolean;
            /** @enum {string} */
            step: 'credentials' | 'caller_id' | 'geography' | 'concurrency' | 'webhook' | 'media_socket';
            testCallId: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postTrunksByIdOut: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postTrunksByIdTestCalls: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          language: 'zh-CN' | 'en';
          /** Format: uuid */
          testNumberId: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            testCallId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getTrunksCosts: {
    parameters: {
      query: {
        format?: 'xlsx' | 'csv';
        from: string;
        language?: 'zh-CN' | 'en';
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            from: string;
            rows: {
              answered: number;
              calls: number;
              campaign: string | null;
              currency: string | null;
              day: string;
              micros: number;
              minutes: number;
              trunk: string;
              trunkId: string;
              unpriced: number;
            }[];
            to: string;
            totals: {
              answered: number;
              calls: number;
              currency: string | null;
              micros: number;
              minutes: number;
              unpriced: number;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getTrunksCostsExport: {
    parameters: {
      query: {
        format?: 'xlsx' | 'csv';
        from: string;
        language?: 'zh-CN' | 'en';
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getTrunksExportCsv: {
    parameters: {
      query?: {
        enabled?: 'true' | 'false';
        kind?: 'sim' | 'twilio';
        q?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getTrunksHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            trunks: {
              guardedSince: number | null;
              out: {
                because: string;
                by: string | null;
                probeAt: number | null;
                probesFailed: number;
                probesGood: number;
                since: number;
              } | null;
              passages: {
                at: number;
                because: string;
                by: string | null;
                /** @enum {string} */
                what: 'out' | 'back' | 'probe_failed';
              }[];
              resting: boolean;
              trunkId: string;
              windows: {
                answered: number;
                answerShare: number | null;
                averageCallMs: number | null;
                calls: number;
                failed: number;
                failureShare: number | null;
                minutes: number;
                postDialMs: number | null;
                reasons: {
                  calls: number;
                  /** @enum {string} */
                  fault: 'callee' | 'carrier' | 'ours' | 'agent' | 'none';
                  ofTrunk: boolean;
                  reason: string;
                }[];
                vacant: number;
                vacantShare: number | null;
              }[];
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postTrunksSealAnew: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            sealed: number;
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getVisits: {
    parameters: {
      query?: {
        caseId?: string;
        cursor?: string;
        down?: boolean | ('true' | 'false');
        kind?: 'contactable' | 'lost';
        limit?: number;
        mine?: 'true' | 'false';
        sort?: 'ordered' | 'case' | 'kind' | 'status';
        status?: 'ordered' | 'approved' | 'rejected' | 'dispatched' | 'returned';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            nextCursor: string | null;
            total: number;
            visits: {
              address: string;
              /** Format: uuid */
              caseId: string;
              debtorName: string | null;
              decidedAt: number | null;
              decisionNote: string | null;
              dispatchedAt: number | null;
              externalRef: string;
              /** @enum {string} */
              kind: 'contactable' | 'lost';
              orderedAt: number;
              orderedBy: string | null;
              photos: {
                byteSize: number;
                mime: string;
                /** Format: uuid */
                photoId: string;
              }[];
              reason: string;
              result: ('met_debtor' | 'met_other' | 'nobody_there' | 'address_invalid') | null;
              resultNote: string | null;
              returnedAt: number | null;
              /** @enum {string} */
              status: 'ordered' | 'approved' | 'rejected' | 'dispatched' | 'returned';
              /** Format: uuid */
              visitId: string;
              visitor: string | null;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postVisitsByIdDecision: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          approve: boolean;
          /** @default null */
          note?: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            visitId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postVisitsByIdDispatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          visitor: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            visitId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postVisitsByIdPhotos: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file?: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            photoId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      413: components['responses']['Refused413'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postVisitsByIdReturn: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note: string;
          /** @enum {string} */
          result: 'met_debtor' | 'met_other' | 'nobody_there' | 'address_invalid';
          /** @default null */
          returnedAt?: number | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** Format: uuid */
            visitId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getVisitsExportCsv: {
    parameters: {
      query?: {
        caseId?: string;
        kind?: 'contactable' | 'lost';
        mine?: 'true' | 'false';
        status?: 'ordered' | 'approved' | 'rejected' | 'dispatched' | 'returned';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  getVisitsPhotosById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getWebhooks: {
    parameters: {
      query?: {
        cursor?: string;
        down?: boolean | ('true' | 'false');
        enabled?: 'true' | 'false';
        limit?: number;
        q?: string;
        sort?: 'created' | 'url' | 'waiting' | 'dead';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            nextCursor: string | null;
            webhooks: {
              createdAt: number;
              dead: number;
              description: string;
              enabled: boolean;
              endpointId: string;
              events: (
                'call.ended' | 'disposition.set' | 'disposition.corrected' | 'promise.made' | 'recording.ready'
              )[];
              formerUntil: number | null;
              /** Format: uri */
              url: string;
              version: number;
              waiting: number;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postWebhooks: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          description: string;
          events: ('call.ended' | 'disposition.set' | 'disposition.corrected' | 'promise.made' | 'recording.ready')[];
          /** Format: uri */
          url: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            endpointId: string;
            secret: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  putWebhooksById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          description: string;
          enabled: boolean;
          events: ('call.ended' | 'disposition.set' | 'disposition.corrected' | 'promise.made' | 'recording.ready')[];
          /** Format: uri */
          url: string;
          version: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            endpointId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      429: components['responses']['Refused429'];
    };
  };
  deleteWebhooksById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  getWebhooksByIdDeliveries: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
        state?: 'waiting' | 'delivered' | 'dead';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            deliveries: {
              deliveryId: string;
              /** @enum {string} */
              event: 'call.ended' | 'disposition.set' | 'disposition.corrected' | 'promise.made' | 'recording.ready';
              happenedAt: number;
              lastAt: number | null;
              lastFault: string | null;
              lastStatus: number | null;
              /** @enum {string} */
              state: 'waiting' | 'delivered' | 'dead';
              subjectId: string;
              tries: number;
            }[];
            nextCursor: string | null;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      429: components['responses']['Refused429'];
    };
  };
  postWebhooksByIdRotate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            endpointId: string;
            secret: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postWebhooksDeliveriesByIdReplay: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getWindows: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            calendars: string[];
            campaigns: {
              id: string;
              name: string;
            }[];
            clients: {
              id: string;
              name: string;
            }[];
            mayChange: boolean;
            windows: {
              calendar: string | null;
              campaignId: string | null;
              campaignName: string | null;
              classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[];
              clientId: string | null;
              clientName: string | null;
              hours: {
                from: string;
                to: string;
              }[];
              name: string;
              /** @enum {string} */
              on: 'every' | 'holidays' | 'makeup_workdays' | 'days_off' | 'working_days';
              preset: ('cn' | 'us-regf' | 'uk' | 'demo') | null;
              version: number;
              weekdays: number[];
              windowId: string;
              zones: string[];
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postWindows: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          calendar: string | null;
          campaignId: string | null;
          classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[];
          clientId: string | null;
          hours: {
            from: string;
            to: string;
          }[];
          name: string;
          /** @enum {string} */
          on: 'every' | 'holidays' | 'makeup_workdays' | 'days_off' | 'working_days';
          preset: ('cn' | 'us-regf' | 'uk' | 'demo') | null;
          reason: string;
          weekdays: number[];
          zones: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            windowId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  putWindowsById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          calendar: string | null;
          campaignId: string | null;
          classes: ('self_mobile' | 'work' | 'home' | 'contact' | 'relative' | 'emergency' | 'traced')[];
          clientId: string | null;
          hours: {
            from: string;
            to: string;
          }[];
          name: string;
          /** @enum {string} */
          on: 'every' | 'holidays' | 'makeup_workdays' | 'days_off' | 'working_days';
          preset: ('cn' | 'us-regf' | 'uk' | 'demo') | null;
          reason: string;
          version: number;
          weekdays: number[];
          zones: string[];
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            windowId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      429: components['responses']['Refused429'];
    };
  };
  postWindowsByIdRemove: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
          version: number;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            windowId: string;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      404: components['responses']['Refused404'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  getZoneOverrides: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            overrides: {
              byLonger: number;
              numbers: number;
              prefix: string;
              reason: string;
              setAt: number;
              setByName: string | null;
              zone: string;
            }[];
          };
        };
      };
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      429: components['responses']['Refused429'];
    };
  };
  postZoneOverrides: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          prefix: string;
          reason: string;
          zone: string | null;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            overrides: {
              byLonger: number;
              numbers: number;
              prefix: string;
              reason: string;
              setAt: number;
              setByName: string | null;
              zone: string;
            }[];
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
  postZoneOverridesEffect: {
    parameters: {
      query?: never;
      header?: {
        /** @description Done once, answered alike whenever it comes again within a day. */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          prefix: string;
        };
      };
    };
    responses: {
      /** @description Done. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            byLonger: number;
            numbers: number;
          };
        };
      };
      400: components['responses']['Refused400'];
      401: components['responses']['Refused401'];
      403: components['responses']['Refused403'];
      409: components['responses']['Refused409'];
      422: components['responses']['Refused422'];
      429: components['responses']['Refused429'];
    };
  };
}
