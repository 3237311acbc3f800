import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { numberOwners } from '../../../src/contract/wrap-up.ts';
import type { Draft } from './draft.ts';
import { Field } from './field.tsx';
import styles from './wrap-up-fields.module.css';

/** R36: a number that the third party names, and whose it is said to be. */
export function OfferedNumber(props: {
  readonly offered: Draft['offered'];
  readonly problem: string | undefined;
  readonly onChange: (offered: Draft['offered']) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { offered } = props;
  const [open, setOpen] = useState(offered.number !== '');
  if (!open && props.problem === undefined) {
    return (
      <Button
        type="link"
        size="small"
        icon={<PlusOutlined />}
        className={styles.offer ?? ''}
        onClick={() => setOpen(true)}
      >
        {t('wrapUp.offered.add')}
      </Button>
    );
  }
  const put = (part: Partial<Draft['offered']>): void => props.onChange({ ...offered, ...part });
  return (
    <Field name="newNumber.number" label={t('wrapUp.offered.title')} problem={props.problem}>
      <div className={styles.offered}>
        <Input
          autoFocus
          aria-label={t('wrapUp.offered.number')}
          placeholder={t('wrapUp.offered.number')}
          inputMode="tel"
          maxLength={40}
          value={offered.number}
          onChange={(event) => put({ number: event.target.value })}
        />
        <Select
          aria-label={t('wrapUp.offered.whose')}
          value={offered.whose}
          options={numberOwners.map((value) => ({ value, label: t(`wrapUp.offered.owners.${value}`) }))}
          onChange={(whose) => put({ whose })}
        />
        <Input
          aria-label={t('wrapUp.offered.person')}
          placeholder={t('wrapUp.offered.person')}
          maxLength={120}
          value={offered.person}
          onChange={(event) => put({ person: event.target.value })}
        />
        <Input
          aria-label={t('wrapUp.offered.relation')}
          placeholder={t('wrapUp.offered.relation')}
          maxLength={60}
          value={offered.relation}
          onChange={(event) => put({ relation: event.target.value })}
        />
      </div>
      <small className="cd-soft">{t('wrapUp.offered.hint')}</small>
    </Field>
  );
}
