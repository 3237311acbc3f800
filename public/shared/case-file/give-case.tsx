import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '../../../src/contract/case.ts';
import { caseOwners } from '../../../src/contract/case-owner.ts';
import { command, request } from '../api/request.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useCaseCommand } from './stop-commands.ts';
import styles from './reason-dialog.module.css';

const nobody = 'nobody';

function GiveDialog({ page, onClose }: { readonly page: CasePage; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const owners = useQuery({
    queryKey: ['case-owners'],
    queryFn: ({ signal }) => request(caseOwners, '/api/case-owners', { signal }),
  });
  const give = useCaseCommand(
    (body: { readonly ownerId: string | null; readonly reason: string }) =>
      command(`/api/cases/${page.caseId}/owner`, body, 'PUT'),
    onClose,
  );
  const options = [
    ...(page.ownerName === null ? [] : [{ value: nobody, label: t('cases.give.nobody') }]),
    ...(owners.data?.owners ?? []).map(({ userId, displayName }) => ({ value: userId, label: displayName })),
  ];
  return (
    <ReasonDialog
      title={t('cases.give.title')}
      hint={t('cases.give.hint')}
      action={t('cases.give.action')}
      busy={give.isPending}
      error={give.error ?? owners.error}
      ready={chosen !== null}
      onClose={onClose}
      onSubmit={(reason) => give.mutate({ ownerId: chosen === nobody ? null : chosen, reason })}
    >
      <label className={styles.field}>
        <span>{t('cases.give.to')}</span>
        <Select
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          loading={owners.isPending}
          aria-label={t('cases.give.to')}
          placeholder={t('cases.give.to')}
          value={chosen}
          options={options}
          onChange={(value: string) => setChosen(value)}
        />
      </label>
    </ReasonDialog>
  );
}

/** Hands the case to another collector, or to nobody. */
export function GiveCase({ page }: { readonly page: CasePage }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Tooltip title={t('cases.give.title')}>
        <Button
          type="text"
          size="small"
          icon={<EditOutlined />}
          aria-label={t('cases.give.title')}
          onClick={() => setOpen(true)}
        />
      </Tooltip>
      {open && <GiveDialog page={page} onClose={() => setOpen(false)} />}
    </>
  );
}
