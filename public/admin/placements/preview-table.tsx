import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacementPreviewRow } from '../../../src/contract/placement.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useTerm } from '../../shared/i18n/use-term.ts';
import table from '../../shared/case-file/case-list.module.css';
import { useCodeText } from './field-choices.ts';
import styles from './placements.module.css';

const outcomeColor = { accepted: 'success', rejected: 'error', skipped: 'default' } as const;

export function PreviewTable({ rows }: { readonly rows: readonly PlacementPreviewRow[] }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const term = useTerm();
  const codeText = useCodeText();
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('placements.previewRow')}</th>
          <th scope="col">{t('placements.column.status')}</th>
          <th scope="col">{t('cases.column.reference')}</th>
          <th scope="col">{t('cases.column.debtor')}</th>
          <th scope="col" data-column="amount">
            {t('cases.column.amount')}
          </th>
          <th scope="col">{t('placements.numbers')}</th>
          <th scope="col">{t('placements.why')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.sheet ?? ''}-${row.row}`}>
            <td>{row.row}</td>
            <td>
              <Tag color={outcomeColor[row.outcome]}>{t(`placements.outcome.${row.outcome}`)}</Tag>
            </td>
            <td className="cd-mono">{row.caseId ?? t('common.nothing')}</td>
            <td>{row.debtorName ?? t('common.nothing')}</td>
            <td data-column="amount">
              {row.amountMinor === null || row.currency === null
                ? t('common.nothing')
                : format.money(row.amountMinor, row.currency)}
            </td>
            <td>
              <ul className={styles.numbers}>
                {row.numbers.map((number, i) => (
                  <li key={i}>
                    <span>{term('numberClass', number.class.replace(/\d+$/, ''))}</span>
                    <span className="cd-mono">{number.e164}</span>
                  </li>
                ))}
                {row.rejectedNumbers.map((number, i) => (
                  <li key={`r${i}`} className={styles.refused}>
                    <span className="cd-mono">{number.raw}</span>
                    <span>{codeText(number.reason)}</span>
                  </li>
                ))}
              </ul>
            </td>
            <td>{row.codes.map(codeText).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
