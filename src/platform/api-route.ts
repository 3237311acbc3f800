import type { z } from 'zod';

/** What a door answers and to whom, for the document at `/api/openapi.json`. Stands beside the doors. */
export interface ApiRoute {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As the router has it: `/api/cases/:id`. */
  readonly path: string;
  readonly summary: string;
  /** A role, a named permission, `signed-in` or `anybody`; what is needed beside it after `with`. */
  readonly who: string;
  readonly query?: z.ZodType;
  /** A shape, or a file that is sent as multipart/form-data. */
  readonly body?: z.ZodType | 'upload';
  /** A shape, a file, or nothing. */
  readonly reply: z.ZodType | 'file' | null;
  readonly status: number;
  /** Further refusals beside those that follow from the rest. */
  readonly refusals: readonly number[];
}

type Told = Partial<Pick<ApiRoute, 'query' | 'body' | 'reply' | 'status' | 'refusals'>>;

/** `apiRoute('get /api/people', 'people.manage', 'People.', { query, reply })`. */
export function apiRoute(address: string, who: string, summary: string, told: Told = {}): ApiRoute {
  const [method = '', path = ''] = address.split(' ');
  const { reply = null, status = reply === null ? 204 : 200, refusals = [], ...asked } = told;
  return { method: method as ApiRoute['method'], path, who, summary, reply, status, refusals, ...asked };
}
