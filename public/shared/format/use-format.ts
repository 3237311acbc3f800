import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { money, moneyShort } from './money.ts';

export interface Format {
  money(minor: number, currency: string): string;
  moneyShort(minor: number, currency: string): string;
  /** Date and time; the year only when it is not this one. */
  moment(instant: number, zone?: string): string;
  time(instant: number, zone?: string): string;
  day(date: string): string;
  weekday(date: string): string;
  monthDay(date: string): string;
  whole(n: number): string;
  /** 0..1 as a percentage. */
  share(of: number): string;
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  const locale = i18n.language;
  return useMemo(() => {
    const show = (options: Intl.DateTimeFormatOptions, at: number): string =>
      new Intl.DateTimeFormat(locale, options).format(at);
    const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`);
    const inZone = (zone: string | undefined): Intl.DateTimeFormatOptions =>
      zone === undefined ? {} : { timeZone: zone };
    return {
      money: (minor, currency) => money(minor, currency, locale),
      moneyShort: (minor, currency) => moneyShort(minor, currency, locale),
      moment: (instant, zone) => {
        const thisYear = new Date(instant).getFullYear() === new Date().getFullYear();
        const year: Intl.DateTimeFormatOptions = thisYear ? {} : { year: 'numeric' };
        // Date and time side by side in every language, without the comma some put between.
        return show(
          {
            ...inZone(zone),
            ...year,
            month: '2-digit',
            day: '2-digit',
            hour: '2-digit',
            minute: '2-digit',
            hourCycle: 'h23',
          },
          instant,
        ).replace(',', '');
      },
      time: (instant, zone) => show({ ...inZone(zone), hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, instant),
      day: (date) => show({ timeZone: 'UTC', dateStyle: 'medium' }, noon(date)),
      weekday: (date) => show({ timeZone: 'UTC', weekday: 'short' }, noon(date)),
      monthDay: (date) => show({ timeZone: 'UTC', month: 'numeric', day: 'numeric' }, noon(date)),
      share: (of) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(of),
      whole: (n) => new Intl.NumberFormat(locale).format(n),
    };
  }, [locale]);
}
