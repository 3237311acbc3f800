import type { Response } from 'express';
import type { Listener } from '../may-listen.ts';

/** Put there by the door of access, without which no route of this room is reached. */
export const signedIn = (res: Response): Listener => res.locals['user'] as Listener;
