import { Modal, Switch } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { setSingleKeys, useSingleKeys } from './single-keys.ts';
import styles from './hotkeys-overlay.module.css';

const rows = [
  ['Alt R', 'ready'],
  ['Alt B', 'break'],
  ['Alt M', 'mute'],
  ['Alt H', 'hold'],
  ['Alt K', 'keypad'],
  ['Alt X', 'hangUp'],
  ['Alt I', 'identity'],
  ['Alt L', 'linked'],
  ['Alt J', 'next'],
  ['Alt D', 'dial'],
  ['Alt C', 'card'],
  ['Alt N', 'numbers'],
  ['Alt P', 'calls'],
  ['Alt W', 'wrapUp'],
  ['Ctrl ↵', 'saveReady'],
  ['Ctrl Shift ↵', 'saveBreak'],
  ['?', 'help'],
] as const;

export function HotkeysOverlay(props: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const single = useSingleKeys();
  return (
    <Modal open={props.open} onCancel={props.onClose} footer={null} title={t('floor.hotkeys.title')} width={460}>
      <p className="cd-soft">{t('floor.hotkeys.lead')}</p>
      <dl className={styles.list}>
        {rows.map(([keys, what]) => (
          <Fragment key={what}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`floor.hotkeys.${what}`)}</dd>
          </Fragment>
        ))}
      </dl>
      <label className={styles.single}>
        <Switch size="small" checked={single} onChange={setSingleKeys} />
        {t('floor.hotkeys.single')}
      </label>
    </Modal>
  );
}
