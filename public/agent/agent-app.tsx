import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Route, Routes } from 'react-router';
import { CaseListPage, CaseScreen } from '../shared/case-file/case-pages.tsx';
import { DutiesPage } from '../shared/account/duties-page.tsx';
import { SignInPage } from '../shared/session/sign-in-page.tsx';
import { useSession } from '../shared/session/session.ts';
import { FailureView } from '../shared/ui/failure-view.tsx';
import { ConsolePage } from './console/console-page.tsx';
import { WorklistPage } from './worklist/worklist-page.tsx';
import { FloorProvider } from './floor/floor-provider.tsx';
import { AgentShell } from './shell/agent-shell.tsx';
import { MyTasksPage } from './tasks/my-tasks-page.tsx';

export function AgentApp(): ReactNode {
  const { t } = useTranslation();
  const session = useSession();
  if (session.isPending) return <Spin fullscreen description={t('common.loading')} />;
  if (session.isError) return <FailureView error={session.error} retry={() => void session.refetch()} />;
  if (session.data === null) return <SignInPage title={t('common.console.agent')} />;
  if (session.data.duties.length > 0) return <DutiesPage duties={session.data.duties} />;
  return (
    <BrowserRouter basename="/agent">
      <FloorProvider>
        <Routes>
          <Route element={<AgentShell />}>
            <Route index element={<ConsolePage />} />
            <Route path="tasks" element={<MyTasksPage />} />
            <Route path="work" element={<WorklistPage />} />
            <Route path="cases" element={<CaseListPage />} />
            <Route path="cases/:caseId" element={<CaseScreen />} />
            <Route path="*" element={<ConsolePage />} />
          </Route>
        </Routes>
      </FloorProvider>
    </BrowserRouter>
  );
}
