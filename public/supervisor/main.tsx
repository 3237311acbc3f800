import '../shared/api/without-eval.ts';
import '../shared/ui/ground.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '../shared/api/query-client.ts';
import { startI18n } from '../shared/i18n/start-i18n.ts';
import { AppFrame } from '../shared/ui/app-frame.tsx';
import { SupervisorApp } from './supervisor-app.tsx';

startI18n();
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <AppFrame client={makeQueryClient()}>
        <SupervisorApp />
      </AppFrame>
    </StrictMode>,
  );
}
