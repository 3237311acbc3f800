import type { TwimlNode } from './parse.ts';

interface Shape {
  attributes: readonly string[];
  /** Elements it may hold; without a list its content is not looked at. */
  holds?: readonly string[];
}

const shape = (attributes: string, holds?: string): Shape => ({
  attributes: words(attributes),
  ...(holds === undefined ? {} : { holds: words(holds) }),
});

const RECORDS =
  'recordingConfigurationId recordingStatusCallback recordingStatusCallbackMethod recordingStatusCallbackEvent trim';
const CALLS_BACK = 'statusCallback statusCallbackMethod statusCallbackEvent';
const DETECTS =
  'machineDetection machineDetectionTimeout machineDetectionSpeechThreshold machineDetectionSpeechEndThreshold ' +
  'machineDetectionSilenceTimeout amdStatusCallback amdStatusCallbackMethod';

/** What may be written where, of the verbs and nouns this carrier conducts. */
const SHAPES: Readonly<Record<string, Shape>> = {
  Connect: shape('action method', 'Stream'),
  Start: shape('action method', 'Stream Recording'),
  Stop: shape('', 'Stream'),
  Stream: shape(
    'url name track statusCallback statusCallbackMethod audioFormat sampleRate connectorName extensions',
    'Parameter',
  ),
  Parameter: shape('name value', ''),
  Recording: shape(`${RECORDS} track channels name`, ''),
  Say: shape('voice language loop'),
  Play: shape('loop digits', ''),
  Pause: shape('length', ''),
  Gather: shape(
    'action method timeout finishOnKey numDigits actionOnEmptyResult bargeIn input language hints speechTimeout ' +
      'speechModel maxSpeechTime partialResultCallback partialResultCallbackMethod profanityFilter enhanced debug',
    'Say Play Pause',
  ),
  Record: shape(
    `${RECORDS} action method timeout finishOnKey maxLength playBeep transcribe transcribeCallback channels`,
    '',
  ),
  Dial: shape(
    `${RECORDS} action method answerOnBridge callerId events hangupOnStar passports record recordingTrack referMethod ` +
      'referUrl ringTone sequential timeLimit timeout',
    'Number Client Sip Conference Queue',
  ),
  Number: shape(`${CALLS_BACK} ${DETECTS} url method sendDigits byoc`, ''),
  Client: shape(`${CALLS_BACK} url method`, 'Identity Parameter'),
  Sip: shape(`${CALLS_BACK} ${DETECTS} url method username password`),
  Identity: shape('', ''),
  Conference: shape(
    `${RECORDS} ${CALLS_BACK} beep coach endConferenceOnExit eventCallbackUrl jitterBufferSize maxParticipants muted ` +
      'participantLabel record region startConferenceOnEnter waitMethod waitUrl',
    '',
  ),
  Queue: shape('url method reservationSid postWorkActivitySid', ''),
  Enqueue: shape('action method waitUrl waitUrlMethod workflowSid maxQueueSize', ''),
  Leave: shape('', ''),
  Redirect: shape('method', ''),
  Reject: shape('reason', ''),
  Hangup: shape('', ''),
};

/** What is written into a verb and will be ignored: attributes and elements nobody knows, at any depth. */
export function schemaWarnings(node: TwimlNode): string[] {
  const known = SHAPES[node.name];
  if (!known) return [];
  const strange = Object.keys(node.attributes).filter((name) => !known.attributes.includes(name));
  const misplaced = node.children.filter(({ name }) => known.holds?.includes(name) === false);
  return [
    ...strange.map((name) => `${node.name} has no attribute ${name}`),
    ...misplaced.map(({ name }) => `${node.name} may not hold ${name}`),
    ...node.children.filter((child) => !misplaced.includes(child)).flatMap(schemaWarnings),
  ];
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
