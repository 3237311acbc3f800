import { Router, type Request, type Response } from 'express';
import type { Exchange } from '../exchange/exchange.ts';
import { oneChannel } from '../recording/one-channel.ts';
import { ApiError, notFound } from './api-error.ts';
import { queryOf } from './door.ts';

/** The sound itself. Open unless the account enforces Basic auth on media; 404 until it has been processed. */
export function mediaDoor(exchange: Exchange): Router {
  const router = Router({ mergeParams: true });
  const serve = async (req: Request, res: Response): Promise<void> => {
    const { sid, ending } =
      /^(?<sid>RE[0-9a-fA-F]{32})(?<ending>\.wav|\.mp3)?$/.exec(String(req.params['file']))?.groups ?? {};
    const record = sid === undefined ? null : exchange.recordings.get(sid);
    if (!record || record.status !== 'completed') throw notFound(req.originalUrl);
    if (ending === '.mp3') throw new ApiError(400, 20001, 'This carrier keeps recordings as WAV only');
    const path = exchange.recordings.mediaPath(record.sid);
    res.type('audio/x-wav');
    const channels = queryOf(req).integer('RequestedChannels', { low: 1, high: 2, code: 20001 });
    if (channels === 1 && record.channels === 2) res.end(await oneChannel(path));
    else res.sendFile(path, { dotfiles: 'allow' });
  };
  router.get('/Recordings/:file', (req, res, next) => {
    if (String(req.params.file).endsWith('.json')) next();
    else serve(req, res).catch(next);
  });
  return router;
}
