import { App, Select, Tooltip } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '../../../src/contract/case.ts';
import { namedLanguages } from '../../../src/contract/case-language.ts';
import { command } from '../api/request.ts';
import { useCaseCommand } from './stop-commands.ts';

/** What is spoken with the debtor, by its name in the reader's language; any tag may have come with the file. */
export function CaseLanguage({ page }: { readonly page: CasePage }): ReactNode {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([i18n.language], { type: 'language', fallback: 'code' });
    const tags = new Set([...namedLanguages, ...(page.language === null ? [] : [page.language])]);
    return [...tags].map((value) => ({ value, label: names.of(value) ?? value }));
  }, [i18n.language, page.language]);
  const save = useCaseCommand(
    (language: string | null) => command(`/api/cases/${page.caseId}/language`, { language }, 'PUT'),
    () => undefined,
  );
  return (
    // Below it the choices open: they would lie on what it says.
    <Tooltip title={open ? '' : t('cases.language.hint')} placement="left">
      <Select
        size="small"
        style={{ width: 150 }}
        aria-label={t('cases.language.title')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        loading={save.isPending}
        value={save.isPending ? save.variables : page.language}
        placeholder={t('cases.language.unknown')}
        options={options}
        onOpenChange={setOpen}
        onChange={(value: string | undefined) =>
          save.mutate(value ?? null, { onError: (error) => void message.error(error.message) })
        }
      />
    </Tooltip>
  );
}
