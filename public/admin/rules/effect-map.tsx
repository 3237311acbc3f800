import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { decisionReasons } from '../../../src/contract/rules.ts';
import type { RulesEffectView } from '../../../src/contract/rules.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './rules.module.css';

export type Unit = 'cases' | 'numbers';
type Hour = RulesEffectView['hours'][number];

/** Never so dark that the figure on it, in the page's own ink, is hard to read. */
const shade = (count: number, most: number, ink: string): { background: string } => {
  if (count === 0 || most === 0) return { background: 'transparent' };
  return { background: `rgb(${ink} / ${Math.round(8 + 52 * (count / most))}%)` };
};
const blue = '15 106 180';
const amber = '150 80 0';

/** Four characters at most, so that it fits its cell; whoever points at it reads it in full. */
const short = (count: number): string => {
  if (count < 1_000) return String(count);
  return count < 9_950 ? `${(count / 1_000).toFixed(1)}k` : `${Math.round(count / 1_000)}k`;
};
const signed = (count: number): string => (count > 0 ? `+${short(count)}` : count < 0 ? `−${short(-count)}` : '0');

function Cell(props: {
  readonly says: string;
  readonly style: { readonly background: string };
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Tooltip title={props.says} mouseEnterDelay={0.05}>
      <td style={props.style}>{props.children}</td>
    </Tooltip>
  );
}

/** A table that is coloured: whoever cannot see the colours reads the same figures, cell by cell. */
export function EffectMap({ effect, unit }: { readonly effect: RulesEffectView; readonly unit: Unit }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { hours } = effect;
  const most = Math.max(0, ...hours.flatMap(({ before, after }) => [before[unit], after[unit]]));
  const label = (hour: Hour): string => format.time(hour.at, effect.zone);
  const says = (hour: Hour): string => {
    const [before, after] = [hour.before[unit], hour.after[unit]];
    const cell = t('rules.preview.cell', {
      hour: label(hour),
      before: format.whole(before),
      after: format.whole(after),
      difference: signed(after - before),
    });
    const moved = t('rules.preview.gainedLost', {
      gained: format.whole(hour.casesGained),
      lost: format.whole(hour.casesLost),
    });
    return unit === 'cases' ? `${cell}. ${moved}` : cell;
  };
  const reasons = decisionReasons
    .map((reason) => ({
      reason,
      most: Math.max(
        0,
        ...hours.flatMap(({ before, after }) => [before.reasons[reason] ?? 0, after.reasons[reason] ?? 0]),
      ),
    }))
    .filter((each) => each.most > 0);
  const mostOfReasons = Math.max(0, ...reasons.map((each) => each.most));
  return (
    <div className={styles.mapScroll}>
      <table className={styles.map}>
        <thead>
          <tr>
            <th scope="col">{t(`rules.preview.${unit}`)}</th>
            {hours.map((hour) => (
              <th key={hour.at} scope="col" title={label(hour)}>
                {label(hour).slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['before', 'after'] as const).map((when) => (
            <tr key={when}>
              <th scope="row">{t(`rules.preview.row.${when}`)}</th>
              {hours.map((hour) => (
                <Cell key={hour.at} says={says(hour)} style={shade(hour[when][unit], most, blue)}>
                  {short(hour[when][unit])}
                </Cell>
              ))}
            </tr>
          ))}
          <tr className={styles.difference}>
            <th scope="row">{t('rules.preview.row.difference')}</th>
            {hours.map((hour) => {
              const difference = hour.after[unit] - hour.before[unit];
              return (
                <Cell
                  key={hour.at}
                  says={says(hour)}
                  style={shade(Math.abs(difference), most, difference < 0 ? amber : blue)}
                >
                  {signed(difference)}
                </Cell>
              );
            })}
          </tr>
        </tbody>
        {unit === 'numbers' && reasons.length > 0 && (
          <tbody>
            <tr>
              <th scope="colgroup" colSpan={hours.length + 1} className={styles.group}>
                {t('rules.preview.reasons')}
              </th>
            </tr>
            {reasons.map(({ reason }) => (
              <tr key={reason}>
                <th scope="row" title={t(`terms.reason.${reason}`)}>
                  {t(`terms.reason.${reason}`)}
                </th>
                {hours.map((hour) => {
                  const [before, after] = [hour.before.reasons[reason] ?? 0, hour.after.reasons[reason] ?? 0];
                  return (
                    <Cell
                      key={hour.at}
                      says={t('rules.preview.cellReason', {
                        hour: label(hour),
                        reason: t(`terms.reason.${reason}`),
                        before: format.whole(before),
                        after: format.whole(after),
                      })}
                      style={shade(after, mostOfReasons, amber)}
                    >
                      <span data-changed={before !== after}>{short(after)}</span>
                    </Cell>
                  );
                })}
              </tr>
            ))}
          </tbody>
        )}
      </table>
    </div>
  );
}
