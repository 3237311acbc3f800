import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignRouting, routingLimits, type CampaignChoices } from '../../../src/contract/campaign-setup.ts';
import styles from './campaigns.module.css';

const languageRules = campaignRouting.shape.languageRule.unwrap().options;

function Levels({ agents }: { readonly agents: CampaignChoices['agents'] }): ReactNode {
  const { t } = useTranslation();
  const needed = [{ required: true, message: t('trunks.needed') }];
  return (
    <Form.List name={['routing', 'levels']}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.level}>
              <Form.Item name={[name, 'agentId']} rules={needed}>
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  aria-label={t('campaigns.routing.levelAgent')}
                  placeholder={t('campaigns.routing.levelAgent')}
                  options={agents.map((agent) => ({ value: agent.id, label: agent.name }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'level']} rules={needed}>
                <InputNumber min={1} max={routingLimits.level} aria-label={t('campaigns.routing.level')} />
              </Form.Item>
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('campaigns.routing.removeLevel')}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ level: 1 })}>
            {t('campaigns.routing.addLevel')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

/** Whom the campaign gives its calls to, and whom first. */
export function RoutingField(props: {
  readonly choices: CampaignChoices;
  readonly agents: CampaignChoices['agents'];
}): ReactNode {
  const { t } = useTranslation();
  const half = styles.half ?? '';
  const number = (name: 'affinityMs' | 'stickyDays', unit: string): ReactNode => (
    <Form.Item
      name={['routing', name]}
      label={t(`campaigns.routing.${name}`)}
      tooltip={t(`campaigns.routing.${name}Hint`)}
      rules={[{ required: true, message: t('trunks.needed') }]}
      className={half}
    >
      <InputNumber min={0} max={routingLimits[name]} precision={0} suffix={unit} className={styles.full ?? ''} />
    </Form.Item>
  );
  return (
    <>
      <Form.Item
        name={['routing', 'requiredSkills']}
        label={t('campaigns.routing.requiredSkills')}
        tooltip={t('campaigns.routing.requiredSkillsHint')}
        className={half}
      >
        <Select
          mode="tags"
          tokenSeparators={[',', '，']}
          options={props.choices.skills.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <Form.Item
        name={['routing', 'languageRule']}
        label={t('campaigns.routing.languageRule')}
        tooltip={t('campaigns.routing.languageRuleHint')}
        className={half}
      >
        <Select options={languageRules.map((value) => ({ value, label: t(`campaigns.routing.language.${value}`) }))} />
      </Form.Item>
      {number('affinityMs', 'ms')}
      {number('stickyDays', t('campaigns.routing.days'))}
      <Form.Item
        name={['routing', 'balanceOccupancy']}
        label={t('campaigns.routing.balanceOccupancy')}
        tooltip={t('campaigns.routing.balanceOccupancyHint')}
        valuePropName="checked"
        className={styles.wide ?? ''}
      >
        <Switch />
      </Form.Item>
      <Form.Item
        label={t('campaigns.routing.levels')}
        tooltip={t('campaigns.routing.levelsHint')}
        className={styles.wide ?? ''}
      >
        <Levels agents={props.agents} />
      </Form.Item>
    </>
  );
}
