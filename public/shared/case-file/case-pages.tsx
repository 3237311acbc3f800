import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { CaseList } from './case-list.tsx';
import { CaseOverview } from './case-overview.tsx';

const linkTo = (caseId: string, text: string): ReactNode => <Link to={`/cases/${caseId}`}>{text}</Link>;

export function CaseListPage(): ReactNode {
  const navigate = useNavigate();
  return <CaseList linkTo={linkTo} onOpen={(caseId) => void navigate(`/cases/${caseId}`)} />;
}

export function CaseScreen(): ReactNode {
  const { t } = useTranslation();
  const { caseId } = useParams();
  const navigate = useNavigate();
  const back = (
    <Button icon={<ArrowLeftOutlined />} aria-label={t('common.back')} onClick={() => void navigate('/cases')} />
  );
  return <CaseOverview caseId={caseId ?? ''} back={back} linkTo={linkTo} />;
}
