import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '../../../src/contract/case.ts';

export function StopBanners({ stops }: { readonly stops: CasePage['stops'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <div>
      {stops.map((stop) => (
        <Alert
          key={`${stop.kind}-${stop.at}`}
          type="error"
          showIcon
          title={t('cases.stopBanner', {
            kind: t(`terms.stop.${stop.kind}`),
            scope: t(`terms.stopScope.${stop.scope}`),
          })}
          description={stop.reason}
        />
      ))}
    </div>
  );
}
