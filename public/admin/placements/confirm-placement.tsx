import { CheckOutlined } from '@ant-design/icons';
import { Alert, App, Button, Select, Skeleton } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { z } from 'zod';
import {
  importProfile,
  placementReading,
  type PlacementReading,
  type PlacementView,
} from '../../../src/contract/placement.ts';
import panel from '../../shared/case-file/panel.module.css';
import { FailureView, codeOf } from '../../shared/ui/failure-view.tsx';
import { MappingTable } from './mapping-table.tsx';
import { mappingProblems } from './mapping-state.ts';
import { usePlacementOrder, usePreview } from './placement-queries.ts';
import { PreviewTable } from './preview-table.tsx';
import styles from './placements.module.css';

type Profile = PlacementView['profile'];

const countries = ['CN', 'HK', 'TW', 'US', 'GB', 'FR', 'DE', 'JP', 'SG', 'AU', 'CA'];
const arrived = z.object({ remembered: z.boolean(), sameAs: z.string().nullable() });

function ProfileFields(props: { readonly profile: Profile; readonly onChange: (profile: Profile) => void }): ReactNode {
  const { t } = useTranslation();
  const { profile } = props;
  const choice = (
    name: 'country' | 'currency' | 'dateOrder' | 'decimal',
    key: keyof Profile,
    values: readonly string[],
  ): ReactNode => (
    <label>
      <span>{t(`placements.${name}`)}</span>
      <Select
        size="small"
        aria-label={t(`placements.${name}`)}
        value={profile[key] as string}
        options={values.map((value) => ({ value, label: value }))}
        onChange={(value) => props.onChange({ ...profile, [key]: value })}
      />
    </label>
  );
  return (
    <div className={styles.profile}>
      {choice('country', 'defaultCountry', [...new Set([profile.defaultCountry, ...countries])])}
      {choice('currency', 'defaultCurrency', importProfile.shape.defaultCurrency.options)}
      {choice('dateOrder', 'dateOrder', importProfile.shape.dateOrder.options)}
      {choice('decimal', 'decimal', importProfile.shape.decimal.options)}
    </div>
  );
}

/** Nothing is imported before a person has seen what the columns mean and how the first rows come out. */
export function ConfirmPlacement({ placement }: { readonly placement: PlacementView }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const came = arrived.safeParse(useLocation().state);
  const order = usePlacementOrder(placement.id);
  const [mappings, setMappings] = useState(() =>
    placement.tables.map((table) => table.columns.map((column) => column.field)),
  );
  const [profile, setProfile] = useState(placement.profile);
  const whole = mappings.every((mapping) => mappingProblems(mapping).missing.length === 0);
  const parsed = placementReading.safeParse({ mappings, profile });
  const reading: PlacementReading | null = whole && parsed.success ? parsed.data : null;
  const preview = usePreview(placement.id, reading);
  const map = (at: number, index: number, field: string | null): void =>
    setMappings((all) =>
      all.map((mapping, i) => (i === at ? mapping.map((old, j) => (j === index ? field : old)) : mapping)),
    );

  return (
    <>
      {came.success && came.data.sameAs !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('placements.sameAs')}
          action={<Link to={`/placements/${came.data.sameAs}`}>{t('placements.sameAsLink')}</Link>}
        />
      )}
      {came.success && came.data.remembered && <Alert type="info" showIcon title={t('placements.remembered')} />}
      <section className={`${panel.panel ?? ''} ${styles.block ?? ''}`}>
        <header className={panel.head}>
          <h2>{t('placements.mapping')}</h2>
          <span className={panel.aside}>{t('placements.mappingHint')}</span>
        </header>
        <ProfileFields profile={profile} onChange={setProfile} />
        {placement.tables.map((table, at) => (
          <MappingTable
            key={table.sheet ?? at}
            table={table}
            mapping={mappings[at] ?? []}
            onChange={(index, field) => map(at, index, field)}
          />
        ))}
      </section>
      <section className={`${panel.panel ?? ''} ${styles.block ?? ''}`} aria-busy={preview.isFetching}>
        <header className={panel.head}>
          <h2>{t('placements.previewTitle')}</h2>
          <Button
            type="primary"
            icon={<CheckOutlined />}
            disabled={reading === null}
            loading={order.isPending}
            onClick={() =>
              reading !== null &&
              order.mutate(
                { do: 'start', reading },
                { onError: (error) => void message.error(t('floor.actionFailed', { why: codeOf(error) })) },
              )
            }
          >
            {t('placements.confirm', { count: placement.progress.totalRows })}
          </Button>
        </header>
        {preview.data !== undefined ? (
          <PreviewTable rows={preview.data} />
        ) : preview.isError ? (
          <FailureView error={preview.error} retry={() => void preview.refetch()} />
        ) : (
          <Skeleton active style={{ padding: 16 }} />
        )}
      </section>
    </>
  );
}
