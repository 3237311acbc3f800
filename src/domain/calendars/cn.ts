import { calendarOf, daysFrom } from './calendar-of.ts';

/**
 * Mainland China: days off and make-up workdays of the State Council's yearly notices for 2025 and 2026.
 * The notice for 2027 is not out: of that year only the thirteen days of the holiday regulation (as amended in 2024)
 * are here, provisional until the notice is imported. Beyond it only weekends are known.
 */
export const cnCalendar = calendarOf('CN', {
  years: [2025, 2026],
  provisional: [2027],
  offDays: [
    '2025-01-01',
    ...daysFrom('2025-01-28', '2025-02-04'),
    ...daysFrom('2025-04-04', '2025-04-06'),
    ...daysFrom('2025-05-01', '2025-05-05'),
    ...daysFrom('2025-05-31', '2025-06-02'),
    ...daysFrom('2025-10-01', '2025-10-08'),
    ...daysFrom('2026-01-01', '2026-01-03'),
    ...daysFrom('2026-02-15', '2026-02-23'),
    ...daysFrom('2026-04-04', '2026-04-06'),
    ...daysFrom('2026-05-01', '2026-05-05'),
    ...daysFrom('2026-06-19', '2026-06-21'),
    ...daysFrom('2026-09-25', '2026-09-27'),
    ...daysFrom('2026-10-01', '2026-10-07'),
    '2027-01-01',
    ...daysFrom('2027-02-05', '2027-02-08'),
    '2027-04-05',
    ...daysFrom('2027-05-01', '2027-05-02'),
    '2027-06-09',
    '2027-09-15',
    ...daysFrom('2027-10-01', '2027-10-03'),
  ],
  makeupWorkdays: [
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ],
});
