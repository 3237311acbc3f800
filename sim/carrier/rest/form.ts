import { ApiError } from './api-error.ts';

/** The fields of a form or query. Names are case-sensitive, keys may repeat, an empty value counts as not given. */
export class Form {
  readonly #fields: URLSearchParams;

  constructor(text: string) {
    this.#fields = new URLSearchParams(text);
  }

  text(name: string): string | null {
    const value = this.#fields.get(name);
    return value === null || value === '' ? null : value;
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  /** Repeated keys, and the space-separated form the documentation also names. */
  words(name: string): string[] {
    return this.#fields.getAll(name).flatMap((value) => value.split(/[\s,]+/).filter((word) => word !== ''));
  }

  integer(name: string, bounds: { low: number; high: number; code: number; status?: number }): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= bounds.low && number <= bounds.high) return number;
    throw new ApiError(
      bounds.status ?? 400,
      bounds.code,
      `${name} must be a whole number from ${bounds.low} to ${bounds.high}`,
    );
  }

  choice<T extends string>(name: string, choices: readonly T[], code: number): T | null {
    const value = this.text(name);
    if (value === null) return null;
    const choice = choices.find((candidate) => candidate === value);
    if (choice !== undefined) return choice;
    throw new ApiError(400, code, `${name} must be one of ${choices.join(', ')}`);
  }

  entries(): [string, string][] {
    return [...this.#fields.entries()];
  }
}
