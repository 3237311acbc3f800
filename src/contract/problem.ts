import { z } from 'zod';

/** RFC 9457 problem document with what a person needs to mend the input. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** Stable code, see docs/ERRORS.md. */
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), rule: z.string(), remedy: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;
