import { z } from 'zod';
import { languageTag } from './skills.ts';

/** Languages that can be chosen by name; any other tag may have come with a file. */
export { namedLanguages } from '../domain/placement/read-language.ts';

/** `PUT /api/cases/:id/language`: what is spoken with the debtor; null: nobody knows. */
export const caseLanguage = z.object({ language: languageTag.nullable() });
export type CaseLanguage = z.infer<typeof caseLanguage>;
