import { EyeOutlined, PhoneOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { passOverReasons, type PreviewOffer } from '../../../src/contract/by-hand.ts';
import { RunningClock } from '../../shared/ui/running-clock.tsx';
import { useFloor } from '../floor/floor-context.ts';
import { altKey, isAlt, useHotkeys } from '../hotkeys/use-hotkeys.ts';
import { useHandDialOrder, useNextOffer, usePreviewCampaigns, useSkip } from './hand-queries.ts';
import styles from './preview-strip.module.css';

type Offer = NonNullable<PreviewOffer['offer']>;

/** What nobody decided on within the time it was kept is offered again: the strip lets go of it too. */
function useKeptOffer(offsetMs: number): readonly [Offer | null, (offer: Offer | null) => void] {
  const [offer, setOffer] = useState<Offer | null>(null);
  useEffect(() => {
    if (offer === null) return;
    const left = offer.keptUntil - (Date.now() + offsetMs);
    const timer = setTimeout(() => setOffer(null), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [offer, offsetMs]);
  return [offer, setOffer];
}

function Offered(props: {
  readonly offer: Offer;
  readonly busy: boolean;
  readonly dial: () => void;
  readonly pass: (reason: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { view } = useFloor();
  const { offer } = props;
  return (
    <>
      <Link to={`/cases/${offer.caseId}`}>{offer.ref}</Link>
      <span className="cd-mono">{offer.masked}</span>
      <Button type="primary" icon={<PhoneOutlined />} loading={props.busy} onClick={props.dial} {...altKey('D')}>
        {t('floor.hand.dial')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: passOverReasons.map((key) => ({ key, label: t(`floor.hand.reason.${key}`) })),
          onClick: ({ key }) => props.pass(key),
        }}
      >
        <Button disabled={props.busy}>{t('floor.hand.passOver')}</Button>
      </Dropdown>
      <span className={styles.kept} title={t('floor.hand.keptHint')}>
        {t('floor.hand.looking')} <RunningClock startAt={offer.keptUntil - 180_000} offsetMs={view.offsetMs} />
      </span>
    </>
  );
}

/** There for as long as one of the agent's campaigns is dialed by preview: the next case, then his decision about it. */
export function PreviewStrip(): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { view } = useFloor();
  const campaigns = usePreviewCampaigns();
  const [offer, setOffer] = useKeptOffer(view.offsetMs);
  const [nothing, setNothing] = useState<PreviewOffer['because']>(null);
  const next = useNextOffer((reply) => {
    setNothing(reply.because);
    setOffer(reply.offer);
    if (reply.offer !== null) void navigate(`/cases/${reply.offer.caseId}`);
  });
  const order = useHandDialOrder(() => setOffer(null));
  const skip = useSkip(() => setOffer(null));
  const ready = view.state.state === 'ready';
  const ask = (): void => next.mutate();
  const dial = (): void => {
    if (offer !== null) order.mutate({ caseId: offer.caseId, numberId: offer.numberId, mode: 'preview' });
  };
  useHotkeys((pressed) => {
    if (campaigns.length === 0) return false;
    if (isAlt(pressed, 'KeyJ') && ready && offer === null) ask();
    else if (isAlt(pressed, 'KeyD') && offer !== null && !order.isPending) dial();
    else return false;
    return true;
  });
  if (campaigns.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={t('floor.hand.region')}>
      <EyeOutlined />
      <span title={t('floor.hand.regionHint')}>{t('floor.hand.region')}</span>
      {offer === null ? (
        <>
          <Button disabled={!ready} loading={next.isPending} onClick={ask} {...altKey('J')}>
            {t('floor.hand.next')}
          </Button>
          <span className="cd-soft" role="status">
            {!ready ? t('floor.hand.refused.not_ready') : nothing === null ? '' : t(`floor.hand.nothing.${nothing}`)}
          </span>
        </>
      ) : (
        <Offered
          offer={offer}
          busy={order.isPending || skip.isPending}
          dial={dial}
          pass={(reason) => skip.mutate({ caseId: offer.caseId, reason })}
        />
      )}
    </section>
  );
}
