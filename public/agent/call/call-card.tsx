import { ExportOutlined, WarningFilled } from '@ant-design/icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard as Card } from '../../../src/contract/agent.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { RunningClock } from '../../shared/ui/running-clock.tsx';
import { useTerm } from '../../shared/i18n/use-term.ts';
import { useFloor } from '../floor/floor-context.ts';
import { CallerForm } from './caller-form.tsx';
import { CallControls } from './call-controls.tsx';
import { IdentityChip } from './identity-chip.tsx';
import styles from './call-card.module.css';

function Strip({ card }: { readonly card: Card }): ReactNode {
  const { t, i18n } = useTranslation();
  const { view } = useFloor();
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
      <RunningClock
        startAt={card.connectedAt}
        endAt={card.endedAt}
        offsetMs={view.offsetMs}
        className={styles.timer}
        label={t('floor.call.talkTime')}
      />
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

/** What the server withholds is said to be withheld; it is not on this computer. */
function Owed({ card }: { readonly card: Card }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.amount}>
      <span>{t('floor.call.owed')}</span>
      {card.amountMinor === null ? (
        <span className="cd-soft" title={t('floor.identity.coveredHint')}>
          {t('floor.identity.covered')}
        </span>
      ) : (
        <strong>{format.money(card.amountMinor, card.currency)}</strong>
      )}
      {card.overdueDays !== null && (
        <span className={styles.overdue}>{t('floor.call.overdue', { count: card.overdueDays })}</span>
      )}
    </div>
  );
}

/** Who is on the line, in which role, on which case, and what can be done with the call. */
export function CallCard({ card }: { readonly card: Card }): ReactNode {
  const { t } = useTranslation();
  const term = useTerm();
  const { announce } = useFloor();
  const heading = useRef<HTMLHeadingElement>(null);
  const debtor = card.debtorName ?? t('floor.call.unnamed');
  const name = card.shared
    ? t('floor.caller.unknown')
    : card.thirdParty
      ? (card.person ?? term('numberClass', card.numberClass))
      : debtor;
  const beside = card.thirdParty ? card.relation : card.person === card.debtorName ? card.relation : card.person;

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
        {!card.shared && card.thirdParty && card.identity !== 'confirmed' && <ThirdPartyBanner />}
        <div className={styles.person}>
          <h1 ref={heading} tabIndex={-1}>
            {name}
          </h1>
          {!card.shared && (
            <a
              href={`/agent/cases/${card.caseId}`}
              target="_blank"
              rel="noreferrer"
              aria-label={t('floor.call.openCase')}
              title={t('floor.call.openCase')}
            >
              <ExportOutlined />
            </a>
          )}
        </div>
        <div className={styles.line} data-third={card.thirdParty}>
          {!card.shared && <span className={styles.class}>{term('numberClass', card.numberClass)}</span>}
          <span className="cd-mono">{card.numberMasked}</span>
          {beside !== null && beside !== '' && <span className={styles.speaker}>{beside}</span>}
        </div>
        {card.shared ? (
          <CallerForm key={card.attemptId} card={card} />
        ) : (
          <IdentityChip key={card.attemptId} card={card} />
        )}
        <Owed card={card} />
        <dl className={styles.facts}>
          {card.thirdParty && !card.shared && (
            <>
              <dt>{t('floor.call.debtor')}</dt>
              <dd>
                <strong>{debtor}</strong>
              </dd>
            </>
          )}
          <dt>{t('floor.call.client')}</dt>
          <dd>{card.clientName ?? t('floor.identity.covered')}</dd>
          <dt>{t('floor.call.reference')}</dt>
          <dd className="cd-mono">{card.shared ? t('floor.identity.covered') : card.externalRef}</dd>
          <dt>{t('floor.call.card')}</dt>
          <dd className="cd-mono">
            {card.covered ? t('floor.identity.covered') : (card.cardLast4 ?? t('common.nothing'))}
          </dd>
          <dt>{t('floor.call.campaign')}</dt>
          <dd>{card.campaignName ?? t('common.nothing')}</dd>
        </dl>
      </div>
      <CallControls card={card} />
    </section>
  );
}
