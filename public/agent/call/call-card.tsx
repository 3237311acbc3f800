import { ExportOutlined, WarningFilled } from '@ant-design/icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard as Card } from '../../../src/contract/agent.ts';
import { clockSpan } from '../../shared/format/span.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useNow } from '../../shared/format/use-now.ts';
import { useTerm } from '../../shared/i18n/use-term.ts';
import { useFloor } from '../floor/floor-context.ts';
import { CallControls } from './call-controls.tsx';
import styles from './call-card.module.css';

function Strip({ card }: { readonly card: Card }): ReactNode {
  const { t, i18n } = useTranslation();
  const { view } = useFloor();
  const now = useNow();
  const ended = card.endedAt !== null;
  const mode = ended ? 'ended' : card.onHold ? 'held' : 'connected';
  const reasonKey = `floor.call.endReason.${card.endReason ?? ''}`;
  const reason = i18n.exists(reasonKey) ? t(reasonKey as 'floor.call.endReason.agent-lost') : null;
  return (
    <div className={styles.strip} data-mode={mode}>
      <div>
        <strong>{t(`floor.call.${mode}`)}</strong>
        <span className={styles.sub}>{ended ? reason : t(`floor.call.${card.direction}`)}</span>
      </div>
      <span className={styles.timer} role="timer" aria-label={t('floor.call.talkTime')}>
        {clockSpan((card.endedAt ?? now + view.offsetMs) - card.connectedAt)}
      </span>
    </div>
  );
}

function ThirdPartyBanner(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.thirdParty} role="alert">
      <WarningFilled />
      <div>
        <strong>{t('floor.call.thirdParty')}</strong>
        <p>{t('floor.call.thirdPartyWarning')}</p>
      </div>
    </div>
  );
}

/** Who is on the line, in which role, on which case, and what can be done with the call. */
export function CallCard({ card }: { readonly card: Card }): ReactNode {
  const { t } = useTranslation();
  const term = useTerm();
  const format = useFormat();
  const { announce } = useFloor();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = card.debtorName ?? t('floor.call.unnamed');
  const speaker = [card.person, card.relation].filter((part) => part !== null && part !== '').join(' · ');

  const welcomed = useRef<string | null>(null);
  useEffect(() => {
    if (welcomed.current === card.attemptId) return;
    welcomed.current = card.attemptId;
    announce(t('floor.announce.call', { name, number: card.numberMasked }), true);
    heading.current?.focus();
  }, [card.attemptId, card.numberMasked, name, announce, t]);

  return (
    <section className={styles.card} aria-label={t('floor.call.region')} id="call-card" tabIndex={-1}>
      <Strip card={card} />
      <div className={styles.body}>
        {card.thirdParty && <ThirdPartyBanner />}
        <div className={styles.person}>
          <h1 ref={heading} tabIndex={-1}>
            {name}
          </h1>
          <a
            href={`/agent/cases/${card.caseId}`}
            target="_blank"
            rel="noreferrer"
            aria-label={t('floor.call.openCase')}
            title={t('floor.call.openCase')}
          >
            <ExportOutlined />
          </a>
        </div>
        <div className={styles.line} data-third={card.thirdParty}>
          <span className={styles.class}>{term('numberClass', card.numberClass)}</span>
          <span className="cd-mono">{card.numberMasked}</span>
          {speaker !== '' && <span className={styles.speaker}>{speaker}</span>}
        </div>
        <div className={styles.amount}>
          <span>{t('floor.call.owed')}</span>
          <strong>{format.money(card.amountMinor, card.currency)}</strong>
          {card.overdueDays !== null && (
            <span className={styles.overdue}>{t('floor.call.overdue', { count: card.overdueDays })}</span>
          )}
        </div>
        <dl className={styles.facts}>
          <dt>{t('floor.call.client')}</dt>
          <dd>{card.clientName}</dd>
          <dt>{t('floor.call.reference')}</dt>
          <dd className="cd-mono">{card.externalRef}</dd>
          <dt>{t('floor.call.card')}</dt>
          <dd className="cd-mono">{card.cardLast4 ?? t('common.nothing')}</dd>
          <dt>{t('floor.call.campaign')}</dt>
          <dd>{card.campaignName ?? t('common.nothing')}</dd>
        </dl>
      </div>
      <CallControls card={card} />
    </section>
  );
}
