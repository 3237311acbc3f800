import type { Response } from 'express';
import type { Director } from '../stores.ts';

/** Put there by the door of access, without which no route of this room is reached. */
export const signedIn = (res: Response): Director => res.locals['user'] as Director;
