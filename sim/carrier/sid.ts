import { randomBytes } from 'node:crypto';

export type SidPrefix = 'CA' | 'RE' | 'MZ' | 'CF' | 'QU' | 'PN' | 'NO';

export const newSid = (prefix: SidPrefix): string => prefix + randomBytes(16).toString('hex');
