import type { InboundSettings } from '../../contract/inbound.ts';
import { announcedMinutes } from '../../domain/inbound-call.ts';

interface Words {
  readonly greeting: string;
  readonly closed: string;
  readonly unknown: string;
  readonly busy: string;
  waiting(position: number, minutes: number | null): string;
}

/** Said aloud to callers; a number's settings may have own words for the first three. */
const words: Readonly<Record<InboundSettings['language'], Words>> = {
  'zh-CN': {
    greeting: '您好,感谢您的来电。为保证服务质量,通话将被录音。',
    closed: '您好,现在是非工作时间,我们已记录您的来电,会尽快与您联系。',
    unknown: '您好,我们没有找到与该号码相关的记录,请使用您登记的电话号码来电。再见。',
    busy: '正在为您接通,请稍候。',
    waiting: (position, minutes) =>
      minutes === null ? `您排在第${position}位,请稍候。` : `您排在第${position}位,预计等待${minutes}分钟,请稍候。`,
  },
  'en-US': {
    greeting: 'Thank you for calling. This call will be recorded for quality.',
    closed: 'Our office is closed at the moment. We have noted your call and will get back to you.',
    unknown: 'We have no record for this number. Please call from the number that is registered with us. Good-bye.',
    busy: 'You are being connected, one moment please.',
    waiting: (position, minutes) =>
      minutes === null
        ? `You are number ${position} in the queue. Please hold the line.`
        : `You are number ${position} in the queue. The expected wait is ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  },
};

export const greetingOf = (settings: InboundSettings): string => settings.greeting ?? words[settings.language].greeting;
export const closedOf = (settings: InboundSettings): string => settings.closed ?? words[settings.language].closed;
export const unknownOf = (settings: InboundSettings): string => settings.unknown ?? words[settings.language].unknown;
export const busyOf = (settings: InboundSettings): string => words[settings.language].busy;
export const waitingOf = (settings: InboundSettings, position: number, waitMs: number | null): string =>
  words[settings.language].waiting(position, waitMs === null ? null : announcedMinutes(waitMs));
