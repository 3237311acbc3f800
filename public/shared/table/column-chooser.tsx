import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenColumns, moved, type Column } from './table-columns.ts';
import styles from './data-table.module.css';

/** Which columns are shown, in which order. */
export function ColumnChooser<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly chosen: readonly string[] | null;
  readonly onChoose: (columns: readonly string[] | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { columns, chosen, onChoose } = props;
  const shown = chosenColumns(columns, chosen).map(({ key }) => key);
  const rest = columns.filter(({ key }) => !shown.includes(key)).map(({ key }) => key);
  const of = (key: string): Column<Row> | undefined => columns.find((column) => column.key === key);
  const toggle = (key: string): void =>
    onChoose(shown.includes(key) ? shown.filter((other) => other !== key) : [...shown, key]);
  const content = (
    <div className={styles.chooser}>
      <ul>
        {[...shown, ...rest].map((key) => {
          const column = of(key);
          const title = column?.title ?? key;
          const at = shown.indexOf(key);
          const last = at === shown.length - 1;
          return (
            <li key={key}>
              <Checkbox
                checked={at >= 0}
                disabled={column?.fixed === true || (at >= 0 && shown.length === 1)}
                onChange={() => toggle(key)}
              >
                {title}
              </Checkbox>
              {at >= 0 && (
                <>
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowUpOutlined />}
                    disabled={at === 0}
                    aria-label={t('table.up', { column: title })}
                    onClick={() => onChoose(moved(shown, key, -1))}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<ArrowDownOutlined />}
                    disabled={last}
                    aria-label={t('table.down', { column: title })}
                    onClick={() => onChoose(moved(shown, key, 1))}
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
      <Button size="small" disabled={chosen === null} onClick={() => onChoose(null)}>
        {t('table.standard')}
      </Button>
    </div>
  );
  return (
    <Popover content={content} title={t('table.columns')} trigger="click" placement="bottomRight">
      <Button icon={<SettingOutlined />} aria-label={t('table.columns')} title={t('table.columns')} />
    </Popover>
  );
}
