import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignChoices } from '../../../src/contract/campaign-setup.ts';
import styles from './campaigns.module.css';

/** What the agent reads with the result he chooses; a result without a script shows none. */
export function ScriptsField({ results }: { readonly results: CampaignChoices['results'] }): ReactNode {
  const { t, i18n } = useTranslation();
  const options = results.map(({ code, zh, en }) => ({
    value: code,
    label: `${code} · ${i18n.language === 'en' ? en : zh}`,
  }));
  const needed = [{ required: true, message: t('trunks.needed') }];
  return (
    <div className={styles.wide}>
      <Form.List name="scripts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={styles.script}>
                <Form.Item name={[name, 'code']} rules={needed}>
                  <Select
                    showSearch={{ optionFilterProp: 'label' }}
                    aria-label={t('campaigns.script.result')}
                    placeholder={t('campaigns.script.result')}
                    options={options}
                  />
                </Form.Item>
                <Form.Item name={[name, 'text']} rules={needed}>
                  <Input.TextArea
                    aria-label={t('campaigns.script.text')}
                    placeholder={t('campaigns.script.text')}
                    maxLength={2000}
                    autoSize={{ minRows: 1, maxRows: 5 }}
                  />
                </Form.Item>
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={t('campaigns.script.remove')}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ text: '' })}>
              {t('campaigns.script.add')}
            </Button>
          </>
        )}
      </Form.List>
    </div>
  );
}
