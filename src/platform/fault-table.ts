import { faultCodes } from './fault-codes.ts';

/** The table of docs/ERRORS.md, between its markers. */
export function faultTable(): string {
  const rows = Object.entries(faultCodes).map(
    ([code, fault]) =>
      `| \`${code}\` | ${fault.meaning} | ${fault.remedy} | ${fault.retryable ? 'yes' : 'no'} | ${fault.status} |`,
  );
  return ['| Code | What it means | What to do | Retried | HTTP |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}
