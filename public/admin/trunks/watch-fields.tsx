import { Form, InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTestNumbers } from './test-queries.ts';
import styles from './trunks.module.css';

const fields = {
  windowMinutes: [1, 60, false],
  minCalls: [5, 1000, false],
  maxFailureShare: [5, 100, true],
  minAnswerShare: [1, 90, true],
  probeEverySeconds: [10, 3600, false],
  probesToReturn: [1, 10, false],
} as const;

/** When the trunk counts as bad and is taken out, and how it is tried again. */
export function WatchFields(): ReactNode {
  const { t } = useTranslation();
  const numbers = useTestNumbers();
  return (
    <>
      <h2 className={styles.part}>{t('trunks.watch.title')}</h2>
      <Form.Item
        name={['watch', 'watched']}
        valuePropName="checked"
        label={t('trunks.watch.field.watched')}
        tooltip={t('trunks.watch.hint.watched')}
      >
        <Switch />
      </Form.Item>
      {(Object.keys(fields) as (keyof typeof fields)[]).map((name) => {
        const [min, max, isShare] = fields[name];
        return (
          <Form.Item
            key={name}
            name={['watch', name]}
            label={t(`trunks.watch.field.${name}`)}
            tooltip={t(`trunks.watch.hint.${name}`)}
            rules={name === 'minAnswerShare' ? [] : [{ required: true, message: t('trunks.needed') }]}
          >
            <InputNumber min={min} max={max} suffix={isShare ? '%' : undefined} className={styles.full ?? ''} />
          </Form.Item>
        );
      })}
      <Form.Item
        name={['watch', 'probeNumberId']}
        label={t('trunks.watch.field.probeNumberId')}
        tooltip={t('trunks.watch.hint.probeNumberId')}
      >
        <Select
          allowClear
          placeholder={t('trunks.watch.byAccount')}
          options={numbers.data?.numbers.map(({ testNumberId, e164 }) => ({ value: testNumberId, label: e164 })) ?? []}
        />
      </Form.Item>
    </>
  );
}
