import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

function BrokenNotice(): ReactNode {
  const { t } = useTranslation();
  return (
    <Result
      status="warning"
      title={t('common.failure.page')}
      subTitle={t('common.failure.pageDetail')}
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          {t('common.failure.reload')}
        </Button>
      }
    />
  );
}

/** React needs a class to catch a fault of drawing. */
export class BrokenPage extends Component<{ readonly children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenNotice /> : this.props.children;
  }
}
