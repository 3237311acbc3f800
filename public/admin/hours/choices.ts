import { probeRequest } from '../../../src/contract/probe.ts';
import { windowRule } from '../../../src/contract/window-rule.ts';

/** Places alone: what has no continent is an offset or an old name. */
export const places = Intl.supportedValuesOf('timeZone').filter(
  (zone) => zone.includes('/') && !zone.startsWith('Etc/'),
);
export const numberClassNames = probeRequest.shape.typed.unwrap().shape.class.options;
export const presetChoices = windowRule.shape.preset.unwrap().options;
export const windowDayKinds = windowRule.shape.on.options;
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** A date of that weekday, to name it in the reader's language; 1 = Monday. */
export const dateOfWeekday = (day: number): string => `2024-01-0${day}`;
