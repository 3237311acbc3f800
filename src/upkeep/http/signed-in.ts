import type { Response } from 'express';

/** Put there by the door of access, without which no route of this room is reached. */
export const userIdOf = (res: Response): string => (res.locals as { user: { id: string } }).user.id;
