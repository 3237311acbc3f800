import { CoffeeOutlined, CustomerServiceOutlined, PhoneOutlined, PoweroffOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RunningClock } from '../../shared/ui/running-clock.tsx';
import { useFloor } from '../floor/floor-context.ts';
import styles from './idle-card.module.css';

const icons = {
  signed_out: PoweroffOutlined,
  ready: CustomerServiceOutlined,
  reserved: PhoneOutlined,
  talking: PhoneOutlined,
  wrapping_up: PhoneOutlined,
  on_break: CoffeeOutlined,
};

/** In the call card's place while there is no call: what is going on, and what keeps calls away. */
export function IdleCard(): ReactNode {
  const { t } = useTranslation();
  const { view } = useFloor();
  const { state, since, alive, aliveMissing } = view.state;
  const Icon = icons[state];
  const words =
    state === 'talking' || state === 'wrapping_up' ? t(`terms.agentState.${state}`) : t(`floor.idle.${state}`);
  const hint =
    state === 'ready'
      ? t('floor.idle.readyHint')
      : state === 'on_break'
        ? t('floor.idle.breakHint')
        : state === 'signed_out'
          ? t('floor.idle.signedOutHint')
          : null;
  return (
    <section
      className={styles.card}
      data-state={state}
      aria-label={t('floor.call.region')}
      id="call-card"
      tabIndex={-1}
    >
      <span className={styles.icon}>
        <Icon />
      </span>
      <h1>{words}</h1>
      <RunningClock startAt={since} offsetMs={view.offsetMs} className={styles.timer} />
      {hint !== null && <p>{hint}</p>}
      {state === 'ready' && !alive && (
        <div className={styles.missing} role="alert">
          <strong>{t('floor.notAlive')}</strong>
          <ul>
            {aliveMissing.map((missing) => (
              <li key={missing}>{t(`floor.missing.${missing}`)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
