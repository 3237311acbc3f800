import { PauseOutlined, PlayCircleOutlined, StopOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PacingView } from '../../../src/contract/pacing.ts';
import { command } from '../../shared/api/request.ts';
import { codeOf } from '../../shared/ui/failure-view.tsx';
import { campaignsQuery } from './pacing-queries.ts';
import styles from './pacing.module.css';

/** Start, pause and drain; what stops calls asks first. */
export function Controls({ view }: { readonly view: PacingView }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const order = useMutation({
    mutationFn: (what: 'start' | 'pause' | 'drain') => command(`/api/campaigns/${view.campaignId}/${what}`),
    onSuccess: () => client.invalidateQueries({ queryKey: campaignsQuery.queryKey }),
    onError: (error) => void message.error(t('floor.actionFailed', { why: codeOf(error) })),
  });
  const running = view.status === 'running';
  const under = view.calls.placing + view.calls.ringing + view.calls.waiting + view.calls.connected;
  return (
    <div className={styles.controls}>
      <Button
        type="primary"
        icon={<PlayCircleOutlined />}
        disabled={running}
        loading={order.isPending && order.variables === 'start'}
        onClick={() => order.mutate('start')}
      >
        {t('campaigns.start')}
      </Button>
      <Popconfirm
        title={t('pacing.pauseSure')}
        description={t('pacing.pauseDetail', { count: under })}
        okText={t('campaigns.pause')}
        cancelText={t('common.cancel')}
        onConfirm={() => order.mutate('pause')}
        disabled={!running}
      >
        <Button icon={<PauseOutlined />} disabled={!running}>
          {t('campaigns.pause')}
        </Button>
      </Popconfirm>
      <Popconfirm
        title={t('pacing.drainSure')}
        description={t('pacing.drainDetail', { count: under })}
        okText={t('pacing.drain')}
        okButtonProps={{ danger: true }}
        cancelText={t('common.cancel')}
        onConfirm={() => order.mutate('drain')}
        disabled={!running && view.status !== 'paused'}
      >
        <Button icon={<StopOutlined />} danger disabled={!running && view.status !== 'paused'}>
          {t('pacing.drain')}
        </Button>
      </Popconfirm>
    </div>
  );
}
