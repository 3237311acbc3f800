import { HistoryOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** To the versions of one object. For what is named by words: a number stands in no address. */
export function HistoryLink(props: {
  readonly kind: 'trunk' | 'campaign' | 'window' | 'access_policy';
  readonly name: string;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Link to={`/configuration?${new URLSearchParams({ kind: props.kind, key: props.name }).toString()}`}>
      <HistoryOutlined /> {t('configuration.history')}
    </Link>
  );
}
