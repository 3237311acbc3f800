import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Select, Tag, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePage } from '../../../src/contract/case.ts';
import { consentChannels, type ConsentChannel, type ConsentInput } from '../../../src/contract/consent.ts';
import { codeOf } from '../ui/failure-view.tsx';
import { command } from '../api/request.ts';
import { useFormat } from '../format/use-format.ts';
import { EmptyView } from '../ui/empty-view.tsx';
import styles from './case-lists.module.css';

function TakeConsent({ page }: { readonly page: CasePage }): ReactNode {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [numberId, setNumberId] = useState<string | null>(null);
  const [channel, setChannel] = useState<ConsentChannel>('call');
  const take = useMutation({
    mutationFn: (input: ConsentInput) => command(`/api/cases/${page.caseId}/consents`, input),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', page.caseId] }),
    onError: (error) => void message.error(t('floor.actionFailed', { why: codeOf(error) })),
  });
  return (
    <div className={styles.form}>
      <Tooltip title={t('cases.consents.hint')}>
        <span className={styles.main}>{t('cases.consents.take')}</span>
      </Tooltip>
      <Select
        size="small"
        value={numberId}
        onChange={setNumberId}
        placeholder={t('cases.consents.number')}
        aria-label={t('cases.consents.number')}
        style={{ minWidth: 220 }}
        options={page.ladder.map((number) => ({
          value: number.numberId,
          label: `${number.masked} · ${t(`terms.numberClass.${number.class}`)}`,
        }))}
      />
      <Select
        size="small"
        value={channel}
        onChange={setChannel}
        aria-label={t('cases.consents.channel')}
        style={{ minWidth: 120 }}
        options={consentChannels.map((value) => ({ value, label: t(`cases.consents.channels.${value}`) }))}
      />
      <Button
        size="small"
        type="primary"
        disabled={numberId === null}
        loading={take.isPending}
        onClick={() => numberId !== null && take.mutate({ numberId, channel })}
      >
        {t('cases.consents.record')}
      </Button>
    </div>
  );
}

/** What the debtor agreed to on which number, and the way to take its end down. */
export function Consents({ page }: { readonly page: CasePage }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (consentId: string) => command(`/api/cases/${page.caseId}/consents/${consentId}/withdrawal`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', page.caseId] }),
    onError: (error) => void message.error(t('floor.actionFailed', { why: codeOf(error) })),
  });
  return (
    <>
      {page.ladder.length > 0 && <TakeConsent page={page} />}
      {page.consents.length === 0 && <EmptyView title={t('cases.consents.empty')} />}
      <ul className={styles.list}>
        {page.consents.map((consent) => (
          <li key={consent.consentId}>
            <span className={styles.main}>{consent.masked}</span>
            <span>
              {format.day(consent.givenOn)} – {format.day(consent.lastOn)}
            </span>
            <Tag className={styles.tag ?? ''}>{t(`cases.consents.channels.${consent.channel}`)}</Tag>
            <span className="cd-soft">{consent.recordedBy}</span>
            {consent.withdrawnAt === null ? (
              <Popconfirm
                title={t('cases.consents.withdrawAsk')}
                onConfirm={() => withdraw.mutate(consent.consentId)}
                okText={t('cases.consents.withdraw')}
                cancelText={t('common.cancel')}
              >
                <Button size="small" danger loading={withdraw.isPending}>
                  {t('cases.consents.withdraw')}
                </Button>
              </Popconfirm>
            ) : (
              <Tag color="error" className={styles.tag ?? ''}>
                {t('cases.consents.withdrawn', { at: format.moment(consent.withdrawnAt) })}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
