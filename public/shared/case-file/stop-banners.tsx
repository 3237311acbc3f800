import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '../../../src/contract/case.ts';
import styles from './stop-banners.module.css';

export function StopBanners({ stops }: { readonly stops: CasePage['stops'] }): ReactNode {
  const { t } = useTranslation();
  if (stops.length === 0) return null;
  return (
    <div className={styles.stops}>
      {stops.map((stop) => (
        <Alert
          key={`${stop.kind}-${stop.at}`}
          type="error"
          showIcon
          title={
            <>
              <strong>
                {t('cases.stopBanner', {
                  kind: t(`terms.stop.${stop.kind}`),
                  scope: t(`terms.stopScope.${stop.scope}`),
                })}
              </strong>{' '}
              {stop.reason}
            </>
          }
        />
      ))}
    </div>
  );
}
