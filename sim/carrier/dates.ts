/** `Fri, 18 Oct 2019 17:00:00 +0000`, the form of every date in JSON bodies and call callbacks. */
export const rfc2822 = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000');

export const rfc2822OrNull = (at: number | null): string | null => (at === null ? null : rfc2822(at));

/** Stream callbacks alone use ISO 8601. */
export const iso8601 = (at: number): string => new Date(at).toISOString();
