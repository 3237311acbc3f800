import { createHash } from 'node:crypto';

/** What is stored of a random token: who reads the table cannot use it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
