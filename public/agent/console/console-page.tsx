import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCasePage } from '../../shared/case-file/case-queries.ts';
import { CaseTabs, type CaseTab } from '../../shared/case-file/case-tabs.tsx';
import { NumbersPanel } from '../../shared/case-file/numbers-panel.tsx';
import type { CallCard as Card } from '../../../src/contract/agent.ts';
import panel from '../../shared/case-file/panel.module.css';
import { BrokenPage } from '../../shared/ui/broken-page.tsx';
import { EmptyView } from '../../shared/ui/empty-view.tsx';
import { CallCard } from '../call/call-card.tsx';
import { IdleCard } from '../call/idle-card.tsx';
import { useFloor } from '../floor/floor-context.ts';
import { isAlt, useHotkeys } from '../hotkeys/use-hotkeys.ts';
import { WrapUpPanel } from '../wrap-up/wrap-up-panel.tsx';
import { DayPanel } from './day-panel.tsx';
import { MyCallbacksPanel } from './my-callbacks-panel.tsx';
import { MyCallsPanel } from './my-calls-panel.tsx';
import { StopBanners } from '../../shared/case-file/stop-banners.tsx';
import styles from './console-page.module.css';

const focusOn = (id: string): void => {
  const section = document.getElementById(id);
  const inside = section?.querySelector<HTMLElement>('[role="radio"][tabindex="0"], h1[tabindex="-1"]');
  (inside ?? section)?.focus();
};

function CaseColumn(props: {
  readonly card: Card;
  readonly tab: CaseTab;
  readonly onTab: (tab: CaseTab) => void;
}): ReactNode {
  const { card } = props;
  const { t } = useTranslation();
  const page = useCasePage(card.covered ? undefined : card.caseId);
  return (
    <div className={styles.centre}>
      <StopBanners stops={(card.covered ? undefined : page.data)?.stops ?? []} />
      <NumbersPanel
        key={card.attemptId}
        caseId={card.caseId}
        ladder={(card.covered ? undefined : page.data)?.ladder ?? card.ladder}
        calledNumberId={card.numberId}
        covered={card.covered}
      />
      {card.covered ? (
        <section className={panel.panel} id="case-tabs" tabIndex={-1}>
          <EmptyView
            icon={<SafetyCertificateOutlined />}
            title={t('floor.identity.caseCovered')}
            hint={t('floor.identity.coveredHint')}
          />
        </section>
      ) : (
        <CaseTabs
          page={page}
          tab={props.tab}
          onTab={props.onTab}
          linkTo={(caseId, text) => (
            <a href={`/agent/cases/${caseId}`} target="_blank" rel="noreferrer">
              {text}
            </a>
          )}
        />
      )}
    </div>
  );
}

/** The same three columns whatever happens: a call changes what is in them, never where they are. */
export function ConsolePage(): ReactNode {
  const { call } = useFloor().view;
  // The card is drawn first; the heavier columns follow when it is on the screen.
  const drawnId = useDeferredValue(call?.attemptId);
  const behind = drawnId === call?.attemptId ? call : null;
  const [tab, setTab] = useState<CaseTab>('calls');
  // R35: linked cases come to the front with the call, once for each.
  const opens = call?.linkedOwed === true ? call.attemptId : null;
  const [openedFor, setOpenedFor] = useState<string | null>(null);
  if (opens !== null && opens !== openedFor) {
    setOpenedFor(opens);
    setTab('linked');
  }
  const had = useRef(call !== null);
  useEffect(() => {
    // What had the focus went with the call; the keyboard goes on from the state that follows.
    if (had.current && call === null) focusOn('call-card');
    had.current = call !== null;
  }, [call]);
  useHotkeys((pressed) => {
    if (isAlt(pressed, 'KeyW')) focusOn('wrap-up');
    else if (isAlt(pressed, 'KeyC')) focusOn('call-card');
    else if (isAlt(pressed, 'KeyN')) focusOn('numbers');
    else if (isAlt(pressed, 'KeyP')) {
      setTab('calls');
      focusOn('case-tabs');
    } else return false;
    return true;
  });
  return (
    <main className={styles.console}>
      {call === null ? <IdleCard /> : <CallCard card={call} />}
      <BrokenPage key={`case ${behind?.attemptId}`}>
        {behind === null ? (
          <div className={styles.centre}>
            <MyCallbacksPanel />
            <MyCallsPanel />
          </div>
        ) : (
          <CaseColumn card={behind} tab={tab} onTab={setTab} />
        )}
      </BrokenPage>
      <BrokenPage key={`wrap-up ${behind?.attemptId}`}>
        {behind === null ? <DayPanel /> : <WrapUpPanel card={behind} />}
      </BrokenPage>
    </main>
  );
}
