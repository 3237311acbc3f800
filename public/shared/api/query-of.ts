type Given = string | number | boolean | null | undefined;

/** What stands behind the question mark of an address; what is not given is left out. */
export const queryOf = (given: Readonly<Record<string, Given>> | object): string =>
  new URLSearchParams(
    Object.entries(given as Readonly<Record<string, Given>>).flatMap(([key, value]) =>
      value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
    ),
  ).toString();

/** Address of a list as a file, narrowed down as the list is. */
export const fileOf = (path: string, filters: object): string => {
  const query = queryOf(filters);
  return query === '' ? path : `${path}?${query}`;
};
