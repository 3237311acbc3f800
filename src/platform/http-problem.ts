import type { ErrorRequestHandler, NextFunction, Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { Fault } from './fault.ts';
import { faultCodes } from './fault-codes.ts';
import type { Logger } from './log.ts';
import { asFault } from './prisma/as-fault.ts';

/** One field that did not pass: which, what rule it broke, and what would pass. */
export interface FieldProblem {
  readonly field: string;
  readonly rule: string;
  readonly remedy: string;
}

/** RFC 9457 problem details. `code` is stable, `title` and `remedy` are for people. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly remedy?: string;
  readonly errors?: readonly FieldProblem[];
  readonly [extension: string]: unknown;
}

export function sendProblem(res: Response, problem: Problem): void {
  if (res.headersSent) {
    res.end();
    return;
  }
  const { status, code, title, ...rest } = problem;
  res
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `urn:casedial:problem:${code}`, title, status, code, ...rest }));
}

/** Input that did not parse at the door. Carries no value of the input. */
export class BadInput extends Error {
  readonly errors: readonly FieldProblem[];

  constructor(errors: readonly FieldProblem[]) {
    super('the input did not pass its schema');
    this.name = 'BadInput';
    this.errors = errors;
  }
}

/** A schema that stands for a rule of the domain names it in its `params`. */
const ruleOf = (issue: z.core.$ZodIssue): string => {
  const named: unknown = issue.code === 'custom' ? issue.params?.['rule'] : undefined;
  return typeof named === 'string' ? named : issue.code;
};

export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({
    field: issue.path.map(String).join('.') || '(whole)',
    rule: ruleOf(issue),
    remedy: issue.message,
  }));
}

const parse = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const result = schema.safeParse(input);
  if (!result.success) throw new BadInput(fieldProblems(result.error));
  return result.data;
};

export const parseBody = <S extends z.ZodType>(schema: S, req: Request): z.output<S> => parse(schema, req.body);
export const parseQuery = <S extends z.ZodType>(schema: S, req: Request): z.output<S> => parse(schema, req.query);
export const parseParams = <S extends z.ZodType>(schema: S, req: Request): z.output<S> => parse(schema, req.params);

/** An async door whose rejection reaches the error handler below. */
export function route(handler: (req: Request, res: Response) => Promise<void> | void): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    void (async () => {
      try {
        await handler(req, res);
      } catch (error) {
        next(error);
      }
    })();
  };
}

export const notFound: RequestHandler = (_req, res) => {
  sendProblem(res, { status: 404, code: 'not-found', title: 'There is nothing at this address.' });
};

/** Body-parser and friends throw errors with a 4xx `status` and a `type`; their text may quote the input, so it is not repeated. */
const clientFault = (error: unknown): { status: number; type: string } | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  const { status, type } = error as { status?: unknown; type?: unknown };
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  return { status, type: typeof type === 'string' ? type.replaceAll('.', '-') : 'bad-request' };
};

export function problemErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, _req, res, next: NextFunction) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    if (error instanceof BadInput) {
      sendProblem(res, {
        status: 400,
        code: 'bad-input',
        title: 'Some of what was sent cannot be accepted.',
        errors: error.errors,
      });
      return;
    }
    const ofClient = clientFault(error);
    if (ofClient !== undefined && !(error instanceof Fault)) {
      sendProblem(res, { status: ofClient.status, code: ofClient.type, title: 'The request could not be read.' });
      return;
    }
    const fault = asFault(error);
    log.error({ err: fault, code: fault.code, detail: fault.detail }, 'request failed');
    if (fault.retryable) res.set('Retry-After', '2');
    sendProblem(res, {
      status: fault.status,
      code: fault.code,
      title: faultCodes[fault.code].meaning,
      remedy: faultCodes[fault.code].remedy,
    });
  };
}
