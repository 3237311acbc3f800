import type { InboundSettings, MenuChoice } from '../../contract/inbound.ts';
import { announcedMinutes } from '../../domain/inbound-call.ts';

interface Words {
  readonly greeting: string;
  readonly closed: string;
  readonly unknown: string;
  readonly busy: string;
  readonly callbackKept: string;
  readonly leaveMessage: string;
  readonly messageTaken: string;
  readonly menuGreeting: string;
  readonly enterReference: string;
  readonly referenceUnknown: string;
  readonly goodBye: string;
  readonly callbackOffer: string;
  readonly messageOffer: string;
  waiting(position: number, minutes: number | null): string;
  choice(key: string, choice: MenuChoice): string;
}

/** Said aloud to callers; a number's settings may have own words for the first three and the menu's greeting. */
const words: Readonly<Record<InboundSettings['language'], Words>> = {
  'zh-CN': {
    greeting: '您好,感谢您的来电。为保证服务质量,通话将被录音。',
    closed: '您好,现在是非工作时间,我们已记录您的来电,会尽快与您联系。',
    unknown: '您好,我们没有找到与该号码相关的记录,请使用您登记的电话号码来电。再见。',
    busy: '正在为您接通,请稍候。',
    callbackKept: '好的,轮到您时我们会拨打您的这个号码。您可以挂机了,再见。',
    leaveMessage: '请在提示音后留言,按井号键结束。',
    messageTaken: '您的留言已收到,我们会尽快与您联系。再见。',
    menuGreeting: '您好,感谢您的来电。',
    enterReference: '请输入您的案件编号中的数字,按井号键结束。',
    referenceUnknown: '没有找到该案件编号。',
    goodBye: '再见。',
    callbackOffer: '如需保留位置由我们给您回电,请按1。',
    messageOffer: '如需留言,请按2。',
    waiting: (position, minutes) =>
      minutes === null ? `您排在第${position}位,请稍候。` : `您排在第${position}位,预计等待${minutes}分钟,请稍候。`,
    choice: (key, choice) =>
      ({
        queue: `转接人工服务,请按${key}。`,
        reference: `输入案件编号,请按${key}。`,
        voicemail: `留言,请按${key}。`,
        hang_up: `结束通话,请按${key}。`,
      })[choice],
  },
  'en-US': {
    greeting: 'Thank you for calling. This call will be recorded for quality.',
    closed: 'Our office is closed at the moment. We have noted your call and will get back to you.',
    unknown: 'We have no record for this number. Please call from the number that is registered with us. Good-bye.',
    busy: 'You are being connected, one moment please.',
    callbackKept: 'We will call this number when it is your turn. You may hang up now. Good-bye.',
    leaveMessage: 'Please leave your message after the tone, and end it with the pound key.',
    messageTaken: 'We have your message and will get back to you. Good-bye.',
    menuGreeting: 'Thank you for calling.',
    enterReference: 'Please enter the digits of your case number, and end with the pound key.',
    referenceUnknown: 'We could not find that case number.',
    goodBye: 'Good-bye.',
    callbackOffer: 'To keep your place and be called back, press 1.',
    messageOffer: 'To leave a message, press 2.',
    waiting: (position, minutes) =>
      minutes === null
        ? `You are number ${position} in the queue. Please hold the line.`
        : `You are number ${position} in the queue. The expected wait is ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    choice: (key, choice) =>
      ({
        queue: `To speak to somebody, press ${key}.`,
        reference: `To enter a case number, press ${key}.`,
        voicemail: `To leave a message, press ${key}.`,
        hang_up: `To end the call, press ${key}.`,
      })[choice],
  },
};

export type Said = {
  [K in keyof Words]: Words[K] extends string ? K : never;
}[keyof Words];

const owned = ['greeting', 'closed', 'unknown', 'menuGreeting'] as const;
type Owned = (typeof owned)[number];
const isOwned = (what: Said): what is Owned => owned.some((each) => each === what);

/** The number's own words where it has them. */
export const wordsOf = (settings: InboundSettings, what: Said): string =>
  (isOwned(what) ? settings[what] : undefined) ?? words[settings.language][what];

export const waitingOf = (settings: InboundSettings, position: number, waitMs: number | null): string =>
  words[settings.language].waiting(position, waitMs === null ? null : announcedMinutes(waitMs));

/** Everything the menu offers, in the order of its keys. */
export const menuOf = (settings: InboundSettings): string =>
  [
    wordsOf(settings, 'menuGreeting'),
    ...Object.entries(settings.menu).map(([key, choice]) => words[settings.language].choice(key, choice)),
  ].join(' ');
