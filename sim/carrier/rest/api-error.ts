import type { Response } from 'express';

/** A refusal as the REST interface words it. */
export class ApiError extends Error {
  readonly code: number;
  readonly status: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

export function sendError(res: Response, status: number, code: number, message: string): void {
  res.status(status).json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}

export const notFound = (path: string): ApiError =>
  new ApiError(404, 20404, `The requested resource ${path} was not found`);
