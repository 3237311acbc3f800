import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Link, Navigate, Route, Routes } from 'react-router';
import { DutiesPage } from '../shared/account/duties-page.tsx';
import { SignInPage } from '../shared/session/sign-in-page.tsx';
import { useSession } from '../shared/session/session.ts';
import { FailureView } from '../shared/ui/failure-view.tsx';
import { LeavesPage } from '../shared/leaves/leaves-page.tsx';
import { PromisesPage } from '../shared/promises/promises-page.tsx';
import { AlertsPage } from './alerts/alerts-page.tsx';
import { AuditPage } from './audit/audit-page.tsx';
import { CalendarsPage } from './calendars/calendars-page.tsx';
import { CampaignsPage } from './campaigns/campaigns-page.tsx';
import { JobsPage } from './jobs/jobs-page.tsx';
import { ConfigurationPage } from './configuration/configuration-page.tsx';
import { FraudPage } from './fraud/fraud-page.tsx';
import { ProbePage } from './hours/probe-page.tsx';
import { WindowsPage } from './hours/windows-page.tsx';
import { ApiKeysPage } from './people/api-keys-page.tsx';
import { PeoplePage } from './people/people-page.tsx';
import { PolicyPage } from './people/policy-page.tsx';
import { TeamsPage } from './people/teams-page.tsx';
import { PaymentsPage } from './payments/payments-page.tsx';
import { NewPlacementPage } from './placements/new-placement-page.tsx';
import { PlacementListPage } from './placements/placement-list-page.tsx';
import { PlacementPage } from './placements/placement-page.tsx';
import { NotFoundPage } from '../shared/ui/not-found-page.tsx';
import { ProgressPage } from './progress/progress-page.tsx';
import { RecordingsPage } from './recordings/recordings-page.tsx';
import { RulesPage } from './rules/rules-page.tsx';
import { SuppressionsPage } from './suppressions/suppressions-page.tsx';
import { CostsPage } from './trunks/costs-page.tsx';
import { TrunksPage } from './trunks/trunks-page.tsx';
import { WebhooksPage } from './webhooks/webhooks-page.tsx';
import { ZonesPage } from './zones/zones-page.tsx';
import { AdminShell } from './admin-shell.tsx';
import { TaskBoardPage } from './tasks/task-board-page.tsx';
import { CaseListPage, CaseScreen } from '../shared/case-file/case-pages.tsx';

export function AdminApp(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  if (session.isPending) return <Spin fullscreen description={t('common.loading')} />;
  if (session.isError) return <FailureView error={session.error} retry={() => void session.refetch()} />;
  if (session.data === null) return <SignInPage title={t('common.console.admin')} />;
  if (session.data.duties.length > 0) return <DutiesPage duties={session.data.duties} />;
  return (
    <BrowserRouter basename="/admin">
      <Routes>
        <Route element={<AdminShell user={session.data} />}>
          <Route index element={<Navigate to="/placements" replace />} />
          <Route path="placements" element={<PlacementListPage />} />
          <Route path="placements/new" element={<NewPlacementPage />} />
          <Route path="placements/:placementId" element={<PlacementPage />} />
          <Route path="progress" element={<ProgressPage />} />
          <Route path="campaigns" element={<CampaignsPage />} />
          <Route path="trunks" element={<TrunksPage />} />
          <Route path="trunks/costs" element={<CostsPage />} />
          <Route path="trunks/zones" element={<ZonesPage mayChange={session.data.role === 'admin'} />} />
          <Route path="configuration" element={<ConfigurationPage />} />
          <Route path="trunks/windows" element={<WindowsPage />} />
          <Route path="trunks/probe" element={<ProbePage />} />
          <Route path="people" element={<PeoplePage />} />
          <Route path="teams" element={<TeamsPage />} />
          <Route path="sign-in-rules" element={<PolicyPage />} />
          <Route path="audit" element={<AuditPage />} />
          <Route path="api-keys" element={<ApiKeysPage />} />
          <Route path="webhooks" element={<WebhooksPage />} />
          <Route path="tasks" element={<TaskBoardPage />} />
          <Route path="fraud" element={<FraudPage />} />
          <Route path="rules" element={<RulesPage />} />
          <Route path="payments" element={<PaymentsPage />} />
          <Route
            path="promises"
            element={<PromisesPage linkTo={(caseId, text) => <Link to={`/cases/${caseId}`}>{text}</Link>} />}
          />
          <Route path="recordings" element={<RecordingsPage />} />
          <Route path="alerts" element={<AlertsPage />} />
          <Route path="jobs" element={<JobsPage />} />
          <Route path="suppressions" element={<SuppressionsPage isAdmin={session.data.role === 'admin'} />} />
          <Route path="calendars" element={<CalendarsPage mayImport={session.data.role === 'admin'} />} />
          <Route path="leaves" element={<LeavesPage />} />
          <Route path="cases" element={<CaseListPage />} />
          <Route path="cases/:caseId" element={<CaseScreen />} />
          <Route path="*" element={<NotFoundPage />} />
        </Route>
      </Routes>
    </BrowserRouter>
  );
}
