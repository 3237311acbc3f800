import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '../../../src/contract/case.ts';
import { useFormat } from '../format/use-format.ts';
import { LiftStopDialog } from './stop-dialogs.tsx';
import { useMaySupervise } from './stop-commands.ts';
import styles from './stop-banners.module.css';

/** Why the case stands still: which stop, whose word, since when; lifted from here by who may. */
export function StopBanners({ stops }: { readonly stops: CasePage['stops'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const maySupervise = useMaySupervise();
  const [lifting, setLifting] = useState<string | null>(null);
  const chosen = stops.find((stop) => stop.stopId === lifting);
  if (stops.length === 0) return null;
  return (
    <div className={styles.stops}>
      {stops.map((stop) => (
        <Alert
          key={stop.stopId}
          type="error"
          showIcon
          data-stop={stop.kind}
          title={
            <>
              <strong>
                {t('cases.stopBanner', {
                  kind: t(`terms.stop.${stop.kind}`),
                  scope: t(`terms.stopScope.${stop.scope}`),
                })}
              </strong>{' '}
              {stop.reason}{' '}
              <span className="cd-soft">
                {format.moment(stop.at)} · {stop.byName ?? t('cases.system')}
              </span>
            </>
          }
          action={
            maySupervise && (
              <Button size="small" onClick={() => setLifting(stop.stopId)}>
                {t('cases.stop.lift')}
              </Button>
            )
          }
        />
      ))}
      {chosen !== undefined && <LiftStopDialog stop={chosen} onClose={() => setLifting(null)} />}
    </div>
  );
}
