import { faultCodes, type FaultCode } from './fault-codes.ts';

/**
 * The program failed, as opposed to having refused: a refusal is a value in a return type, a fault is thrown.
 * The sentence comes from the table, so a fault never carries what a person's data happened to be; `detail` holds ids only.
 */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly retryable: boolean;
  readonly status: number;
  readonly detail: Readonly<Record<string, string | number | boolean>>;

  constructor(
    code: FaultCode,
    options: { cause?: unknown; detail?: Readonly<Record<string, string | number | boolean>> } = {},
  ) {
    super(faultCodes[code].meaning, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.retryable = faultCodes[code].retryable;
    this.status = faultCodes[code].status;
    this.detail = options.detail ?? {};
  }
}

/** Closes a switch over a union: a case that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Fault('INTERNAL', { cause: new TypeError(`unhandled case of type ${typeof value}`) });
}
