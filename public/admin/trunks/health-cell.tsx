import { Tag, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkHealthFigures } from '../../../src/contract/trunk.ts';
import { clockSpan } from '../../shared/format/span.ts';
import { useFormat, type Format } from '../../shared/format/use-format.ts';

const second = 1_000;

export const healthFigures = [
  'calls',
  'answerShare',
  'averageCallMs',
  'postDialMs',
  'failureShare',
  'vacantShare',
] as const;
export type HealthFigure = (typeof healthFigures)[number];

/** Null: there was nothing to count. */
export function shownFigure(figures: TrunkHealthFigures, name: HealthFigure, format: Format): string | null {
  const value = figures[name];
  if (value === null) return null;
  switch (name) {
    case 'calls':
      return format.whole(value);
    case 'averageCallMs':
      return clockSpan(value);
    case 'postDialMs':
      return `${(value / second).toFixed(1)} s`;
    case 'answerShare':
    case 'failureShare':
    case 'vacantShare':
      return format.share(value);
  }
}

/** The trunk of the last minutes in one line; what each figure says is told on hover. */
export function HealthCell({ figures }: { readonly figures: TrunkHealthFigures | undefined }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (figures === undefined || figures.calls === 0) {
    return <span className="cd-soft">{figures === undefined ? t('common.nothing') : t('trunks.health.quiet')}</span>;
  }
  const tags = (['failureShare', 'vacantShare'] as const).filter((name) => (figures[name] ?? 0) > 0);
  return (
    <>
      {(['answerShare', 'averageCallMs', 'postDialMs'] as const).map((name, at) => (
        <Tooltip key={name} title={`${t(`trunks.health.figure.${name}`)}: ${t(`trunks.health.hint.${name}`)}`}>
          <span tabIndex={0}>
            {at > 0 && ' · '}
            {shownFigure(figures, name, format) ?? t('common.nothing')}
          </span>
        </Tooltip>
      ))}{' '}
      {tags.map((name) => (
        <Tooltip key={name} title={t(`trunks.health.hint.${name}`)}>
          <Tag color={name === 'failureShare' ? 'error' : 'warning'} tabIndex={0}>
            {`${t(`trunks.health.figure.${name}`)} ${shownFigure(figures, name, format) ?? ''}`}
          </Tag>
        </Tooltip>
      ))}
    </>
  );
}
