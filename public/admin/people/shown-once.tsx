import { Alert, Modal, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A secret that is never shown again. */
export function ShownOnce(props: {
  readonly title: string;
  readonly lead: string;
  readonly secret: string;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={props.title}
      okText={t('people.once.kept')}
      onOk={props.onClose}
      onCancel={props.onClose}
      cancelButtonProps={{ style: { display: 'none' } }}
      mask={{ closable: false }}
    >
      <p>{props.lead}</p>
      <Typography.Paragraph copyable className="cd-mono" data-shown-once>
        {props.secret}
      </Typography.Paragraph>
      <Alert type="warning" showIcon title={t('people.once.warning')} />
    </Modal>
  );
}
