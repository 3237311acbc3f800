import { HistoryOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Large enough to be hit (WCAG 2.5.8): it stands by itself under a field. */
const tall = { display: 'inline-block', lineHeight: '24px' };

/** To the versions of one object. For what is named by words: a number stands in no address. */
export function HistoryLink(props: {
  readonly kind: 'trunk' | 'campaign' | 'window' | 'access_policy' | 'team';
  readonly name: string;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Link to={`/configuration?${new URLSearchParams({ kind: props.kind, key: props.name }).toString()}`} style={tall}>
      <HistoryOutlined /> {t('configuration.history')}
    </Link>
  );
}
