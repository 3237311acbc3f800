import { AuditOutlined, EditOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { Button, Tag, Tooltip } from 'antd';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptView, RecordingView } from '../../../src/contract/case.ts';
import { clockSpan } from '../format/span.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerm } from '../i18n/use-term.ts';
import { RecordingPlayer } from '../recording/lazy-player.tsx';
import { EmptyView } from '../ui/empty-view.tsx';
import { CallDecision } from './call-decision.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { useMaySupervise } from './stop-commands.ts';
import styles from './calls-list.module.css';

/** Percent, so that no column moves when a call of the list ends. */
const widths = [16, 18, 25, 15, 9, 17];
const widthsWithCase = [15, 16, 18, 28, 9, 14];

const partyColor = { RPC: 'success', TPC: 'warning', WPC: 'error', none: 'default', unknown: 'default' } as const;

/** Our own recording where it is whole, else the carrier's copy. */
export const bestRecording = (recordings: readonly RecordingView[]): RecordingView | undefined =>
  recordings.find((r) => r.source === 'own' && r.mediaUrl !== null) ??
  recordings.find((r) => r.mediaUrl !== null) ??
  recordings[0];

export function RecordingButton(props: {
  readonly recording: RecordingView | undefined;
  readonly onPlay: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { recording } = props;
  if (recording === undefined) return <span className="cd-soft">{t('common.nothing')}</span>;
  if (recording.mediaUrl === null || recording.status !== 'complete') {
    // Whole, but only its agent, the case's owner and supervisors may hear it.
    const word = recording.status === 'complete' ? 'withheld' : recording.status;
    return (
      <span className={styles.absent} data-status={recording.status}>
        {t(`cases.recording.${word}`)}
      </span>
    );
  }
  return (
    <Tooltip title={recording.source === 'carrier' ? t('cases.recording.carrier') : t('cases.recording.play')}>
      <Button
        size="small"
        type="text"
        icon={<PlayCircleOutlined />}
        aria-label={`${t('cases.recording.play')} ${clockSpan(recording.durationMs)}`}
        data-recording-id={recording.recordingId}
        onClick={props.onPlay}
      >
        {clockSpan(recording.durationMs)}
      </Button>
    </Tooltip>
  );
}

export interface ListedCall extends AttemptView {
  /** Present in lists over several cases. */
  readonly caseLabel?: ReactNode;
  readonly caseId?: string;
}

export function CallsList(props: {
  readonly calls: readonly ListedCall[];
  /** The case of all calls that name none. */
  readonly caseId?: string;
  readonly withCase?: boolean;
  readonly empty?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const term = useTerm();
  const format = useFormat();
  const [playing, setPlaying] = useState<string | null>(null);
  const [deciding, setDeciding] = useState<ListedCall | null>(null);
  const maySupervise = useMaySupervise();
  const [correcting, setCorrecting] = useState<ListedCall | null>(null);
  const decidedCase = deciding?.caseId ?? props.caseId;
  const correctedCase = correcting?.caseId ?? props.caseId;
  const withCase = props.withCase === true;
  if (props.calls.length === 0) return props.empty ?? <EmptyView title={t('cases.callsEmpty')} />;
  return (
    <>
      <table className={styles.calls}>
        <colgroup>
          {(withCase ? widthsWithCase : widths).map((width, i) => (
            <col key={i} style={{ width: `${width}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('cases.column2.when')}</th>
            {withCase && <th scope="col">{t('cases.column.debtor')}</th>}
            <th scope="col">{t('cases.column2.number')}</th>
            <th scope="col">{t('cases.column2.result')}</th>
            {!withCase && <th scope="col">{t('cases.column2.agent')}</th>}
            <th scope="col">{t('cases.column2.talk')}</th>
            <th scope="col">{t('cases.column2.recording')}</th>
          </tr>
        </thead>
        <tbody>
          {props.calls.map((call) => {
            const recording = bestRecording(call.recordings);
            return (
              <Fragment key={call.attemptId}>
                <tr>
                  <td>{format.moment(call.intendedAt)}</td>
                  {withCase && <td className={styles.name}>{call.caseLabel}</td>}
                  <td>
                    <div className={styles.number}>
                      <span>{term('numberClass', call.class)}</span>
                      <span className="cd-mono cd-soft">{call.masked}</span>
                    </div>
                  </td>
                  <td>
                    <div className={styles.result}>
                      <span>
                        {call.result === null ? t(`terms.attemptState.${call.state}`) : term('result', call.result)}
                      </span>
                      {call.voicemail && <Tag className={styles.tag ?? ''}>{t('inbound.voicemail')}</Tag>}
                      {call.direction === 'inbound' && !call.voicemail && (
                        <Tag className={styles.tag ?? ''}>{t('inbound.rangUs')}</Tag>
                      )}
                      {call.party !== null && call.party !== 'none' && (
                        <Tag color={partyColor[call.party]} className={styles.tag ?? ''}>
                          {t(`terms.party.${call.party}`)}
                        </Tag>
                      )}
                      {call.corrections > 0 && (
                        <Tag className={styles.tag ?? ''}>
                          {t('wrapUp.correction.corrected', { count: call.corrections })}
                        </Tag>
                      )}
                      {maySupervise && (
                        <Tooltip title={t('cases.decided')}>
                          <Button
                            type="text"
                            size="small"
                            icon={<AuditOutlined />}
                            aria-label={`${t('cases.decided')} ${format.moment(call.intendedAt)}`}
                            onClick={() => setDeciding(call)}
                          />
                        </Tooltip>
                      )}
                      {call.mayCorrect && (
                        <Tooltip title={t('wrapUp.correction.title')}>
                          <Button
                            type="text"
                            size="small"
                            icon={<EditOutlined />}
                            aria-label={`${t('wrapUp.correction.title')} ${format.moment(call.intendedAt)}`}
                            data-correct={call.attemptId}
                            onClick={() => setCorrecting(call)}
                          />
                        </Tooltip>
                      )}
                    </div>
                    {call.note !== null && call.note !== '' && <div className={styles.note}>{call.note}</div>}
                  </td>
                  {!withCase && (
                    <td className={styles.name}>
                      {call.agentName ?? <span className="cd-soft">{t('cases.system')}</span>}
                    </td>
                  )}
                  <td>{call.talkMs === null ? t('common.nothing') : clockSpan(call.talkMs)}</td>
                  <td>
                    <RecordingButton
                      recording={recording}
                      onPlay={() => setPlaying(playing === call.attemptId ? null : call.attemptId)}
                    />
                  </td>
                </tr>
                {playing === call.attemptId && recording !== undefined && recording.mediaUrl !== null && (
                  <tr>
                    <td colSpan={6} className={styles.playerCell}>
                      <RecordingPlayer
                        recordingId={recording.recordingId}
                        mediaUrl={recording.mediaUrl}
                        onClose={() => setPlaying(null)}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {deciding !== null && decidedCase !== undefined && (
        <CallDecision caseId={decidedCase} attemptId={deciding.attemptId} onClose={() => setDeciding(null)} />
      )}
      {correcting !== null && correctedCase !== undefined && (
        <CorrectionDialog caseId={correctedCase} attemptId={correcting.attemptId} onClose={() => setCorrecting(null)} />
      )}
    </>
  );
}
