import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FraudSummary } from '../../../src/contract/fraud.ts';
import { useFormat } from '../format/use-format.ts';

const colors = { open: 'default', warned: 'warning', breached: 'error' } as const;

export function DueTag({ deadline }: { readonly deadline: FraudSummary['deadline'] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (deadline === null) return null;
  const days = { warn: format.day(deadline.warnOn), last: format.day(deadline.lastDayOn) };
  return (
    <Tag color={colors[deadline.state]} title={t(`fraud.deadline.${deadline.rule}`, days)}>
      {t(`fraud.due.${deadline.state}`, { day: format.monthDay(deadline.lastDayOn) })}
    </Tag>
  );
}
