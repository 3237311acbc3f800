import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { caseOwners } from '../../../src/contract/case-owner.ts';
import { request } from '../api/request.ts';
import { ChoiceFilter } from '../table/choice-filter.tsx';

/** Whose cases; `none`: nobody's. */
export function OwnerFilter(props: {
  readonly value: string | undefined;
  readonly onChange: (owner: string | undefined) => void;
}): ReactNode {
  const { t } = useTranslation();
  const owners = useQuery({
    queryKey: ['case-owners'],
    queryFn: ({ signal }) => request(caseOwners, '/api/case-owners', { signal }),
  });
  return (
    <ChoiceFilter
      label={t('cases.column.owner')}
      value={props.value}
      options={[
        { value: 'none', label: t('cases.give.nobody') },
        ...(owners.data?.owners ?? []).map(({ userId, displayName }) => ({ value: userId, label: displayName })),
      ]}
      onChange={props.onChange}
    />
  );
}
