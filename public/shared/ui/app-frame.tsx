import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrokenPage } from './broken-page.tsx';
import { theme } from './theme.ts';

export function AppFrame({
  client,
  children,
}: {
  readonly client: QueryClient;
  readonly children: ReactNode;
}): ReactNode {
  const { i18n } = useTranslation();
  return (
    <ConfigProvider theme={theme} locale={i18n.language === 'zh-CN' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <App style={{ height: '100%' }}>
        <QueryClientProvider client={client}>
          <BrokenPage>{children}</BrokenPage>
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
