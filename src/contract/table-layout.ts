import { z } from 'zod';

/** `GET` and `PUT /api/me/tables/:screen`: the columns one wants to see, in their order. Null: as the screen has them. */
export const tableScreen = z.string().regex(/^[a-z][a-z_-]{0,39}$/);
const columns = z
  .array(z.string().regex(/^[a-zA-Z][a-zA-Z_]{0,39}$/))
  .min(1)
  .max(60);
export const tableLayout = z.object({ columns: columns.nullable() });
export type TableLayout = z.infer<typeof tableLayout>;
