import { Form, InputNumber, Select } from 'antd';
import { useDeferredValue, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseFilters, type CampaignChoices, type CampaignSetup } from '../../../src/contract/campaign-setup.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useTerm } from '../../shared/i18n/use-term.ts';
import { minorOf, noFilters, unitsOf } from './campaign-draft.ts';
import { useFit } from './campaign-queries.ts';
import styles from './campaigns.module.css';

type Filters = CampaignSetup['filters'];
const classes = caseFilters.shape.classes.element.options;

/** How many cases fit is counted while it is typed. */
export function FiltersField(props: {
  readonly value?: Filters;
  readonly onChange?: (filters: Filters) => void;
  readonly choices: CampaignChoices;
}): ReactNode {
  const { value, choices } = props;
  const { t } = useTranslation();
  const term = useTerm();
  const format = useFormat();
  const fit = useFit(useDeferredValue(value ?? noFilters));
  if (value === undefined) return null;
  const set = (over: Partial<Filters>): void => props.onChange?.({ ...value, ...over });
  const options = (list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const placements = choices.placements.filter(
    ({ clientId }) => value.clientIds.length === 0 || value.clientIds.includes(clientId),
  );
  const many = (field: 'clientIds' | 'placementIds', list: readonly { id: string; name: string }[]): ReactNode => (
    <Form.Item label={t(`campaigns.filter.${field}`)} className={styles.half ?? ''}>
      <Select
        mode="multiple"
        aria-label={t(`campaigns.filter.${field}`)}
        optionFilterProp="label"
        placeholder={t('campaigns.any')}
        value={value[field]}
        onChange={(ids: string[]) => set({ [field]: ids })}
        options={options(list)}
      />
    </Form.Item>
  );
  const range = (
    name: 'owed' | 'overdue',
    show: (n: number | null) => number | null,
    read: typeof minorOf,
  ): ReactNode => (
    <Form.Item label={t(`campaigns.filter.${name}`)} className={styles.half ?? ''}>
      <div className={styles.range}>
        {(['From', 'To'] as const).map((end) => (
          <InputNumber
            key={end}
            min={0}
            aria-label={`${t(`campaigns.filter.${name}`)} ${t(`campaigns.filter.${end}`)}`}
            placeholder={t(`campaigns.filter.${end}`)}
            value={show(value[`${name}${end}`])}
            onChange={(n) => set({ [`${name}${end}`]: read(n) })}
          />
        ))}
      </div>
    </Form.Item>
  );
  return (
    <>
      {many('clientIds', choices.clients)}
      {many('placementIds', placements)}
      <Form.Item label={t('campaigns.filter.classes')} className={styles.wide ?? ''}>
        <Select
          mode="multiple"
          aria-label={t('campaigns.filter.classes')}
          placeholder={t('campaigns.any')}
          value={value.classes}
          onChange={(chosen: Filters['classes']) => set({ classes: chosen })}
          options={classes.map((word) => ({ value: word, label: term('caseClass', word) }))}
        />
      </Form.Item>
      {range('owed', unitsOf, minorOf)}
      {range(
        'overdue',
        (days) => days,
        (days) => days,
      )}
      <p className={`${styles.wide ?? ''} cd-soft`} role="status">
        {fit.data === undefined
          ? t('common.loading')
          : t('campaigns.fit', { open: format.whole(fit.data.open), free: format.whole(fit.data.free) })}
      </p>
    </>
  );
}
