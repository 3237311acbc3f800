import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../i18n/locales.ts';
import { chooseLanguage } from '../i18n/start-i18n.ts';

/** Each language in its own script, whatever the present one is. */
const options: { label: string; value: Language }[] = [
  { label: '中', value: 'zh-CN' },
  { label: 'EN', value: 'en' },
];

export function LanguageSwitch(): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <Segmented
      aria-label={t('common.language')}
      size="small"
      options={options}
      value={i18n.language as Language}
      onChange={chooseLanguage}
    />
  );
}
