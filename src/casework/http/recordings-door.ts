import { pipeline } from 'node:stream/promises';
import { Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import type { Playback, PlaybackRefusal } from '../play-recording.ts';
import { rangeStart, readByteRange } from './byte-range.ts';
import { isGone } from './connection-gone.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });
export const peaksQuery = z.object({ slices: z.coerce.number().int().min(50).max(2000).default(800) });

const refusals = {
  unknown: { status: 404, code: 'recording-unknown', title: 'There is no such recording.' },
  not_allowed: { status: 403, code: 'recording-not-yours', title: 'This recording belongs to another agent’s call.' },
  no_media: { status: 404, code: 'recording-no-media', title: 'There is nothing to play for this call.' },
  damaged: { status: 409, code: 'recording-damaged', title: 'The stored file is not what was recorded.' },
} as const satisfies Record<PlaybackRefusal['because'], { status: number; code: string; title: string }>;

const refuse = (res: Response, refusal: PlaybackRefusal): void => sendProblem(res, refusals[refusal.because]);

export function makeRecordingsDoor(deps: { playback: Playback; requireListener: RequestHandler }): Router {
  const router = Router();
  router.get(
    '/api/recordings/:id/media',
    deps.requireListener,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const wanted = req.headers.range;
      const opened = await deps.playback.open(id, signedIn(res), rangeStart(wanted));
      if (opened.kind === 'refused') {
        refuse(res, opened);
        return;
      }
      const range = readByteRange(wanted, opened.byteSize);
      res.set({
        'Accept-Ranges': 'bytes',
        'Content-Type': 'audio/wav',
        'Cache-Control': 'private, no-store',
        'Content-Disposition': `inline; filename="${opened.recordingId}.wav"`,
        ETag: `"${opened.sha256}"`,
      });
      if (range.kind === 'unsatisfiable') {
        res.status(416).set('Content-Range', `bytes */${opened.byteSize}`).end();
        return;
      }
      const { start, end } = range.kind === 'part' ? range : { start: 0, end: opened.byteSize - 1 };
      if (range.kind === 'part') res.status(206).set('Content-Range', `bytes ${start}-${end}/${opened.byteSize}`);
      res.set('Content-Length', String(end - start + 1));
      if (req.method === 'HEAD' || opened.byteSize === 0) {
        res.end();
        return;
      }
      try {
        await pipeline(opened.read({ start, end }), res);
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    }),
  );
  router.get(
    '/api/recordings/:id/peaks',
    deps.requireListener,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const { slices } = parseQuery(peaksQuery, req);
      const found = await deps.playback.peaks(id, signedIn(res), slices);
      if (found.kind === 'refused') {
        refuse(res, found);
        return;
      }
      res.set('Cache-Control', 'private, no-store').json(found.peaks);
    }),
  );
  return router;
}
