import { LinkOutlined } from '@ant-design/icons';
import { Alert, Button, Space, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '../../../src/contract/case.ts';
import { command } from '../api/request.ts';
import { Refusals } from '../ui/refusals.tsx';
import { useCaseCommand } from './stop-commands.ts';

const stay = (): void => undefined;

/** R35 where the rules are hard: why the system does not dial the case, and the word that lets it go on. */
export function LinkedLook(props: { readonly page: CasePage; readonly onShow: () => void }): ReactNode {
  const { t } = useTranslation();
  const { caseId, linkedHoldsDialing } = props.page;
  const seen = useCaseCommand(() => command(`/api/cases/${caseId}/linked-seen`), stay);
  if (!linkedHoldsDialing) return null;
  return (
    <>
      <Alert
        type="warning"
        showIcon
        icon={<LinkOutlined />}
        title={
          <>
            <strong>{t('cases.linkedLook.owed')}</strong> {t('cases.linkedLook.holds')}
          </>
        }
        action={
          <Space>
            <Button size="small" onClick={props.onShow}>
              {t('cases.linkedLook.show')}
            </Button>
            <Tooltip title={t('cases.linkedLook.seenHint')}>
              <Button size="small" type="primary" loading={seen.isPending} onClick={() => seen.mutate(undefined)}>
                {t('cases.linkedLook.seen')}
              </Button>
            </Tooltip>
          </Space>
        }
      />
      <Refusals error={seen.error} />
    </>
  );
}
