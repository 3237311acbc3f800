import { z } from 'zod';
import { languageTag } from './skills.ts';

/** `PUT /api/cases/:id/language`: what is spoken with the debtor; null: nobody knows. */
export const caseLanguage = z.object({ language: languageTag.nullable() });
export type CaseLanguage = z.infer<typeof caseLanguage>;
