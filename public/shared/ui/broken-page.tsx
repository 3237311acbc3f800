import { ReloadOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './failure-view.module.css';

function BrokenNotice(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.failure} role="alert">
      <WarningOutlined className={styles.icon} />
      <strong>{t('common.failure.page')}</strong>
      <span className="cd-soft">{t('common.failure.pageDetail')}</span>
      <Button type="primary" icon={<ReloadOutlined />} onClick={() => location.reload()}>
        {t('common.failure.reload')}
      </Button>
    </div>
  );
}

/**
 * Keeps a fault of drawing to the part it happened in: a broken list must not take the call's controls away.
 * React needs a class to catch it.
 */
export class BrokenPage extends Component<{ readonly children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenNotice /> : this.props.children;
  }
}
