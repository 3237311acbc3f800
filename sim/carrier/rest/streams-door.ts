import { Router } from 'express';
import { rfc2822 } from '../dates.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { MediaStream } from '../media/media-stream.ts';
import { openStream, streamsOf } from '../media/open-stream.ts';
import { tracksOf } from '../media/stream-orders.ts';
import { ApiError, notFound } from './api-error.ts';
import { callIn } from './calls-door.ts';
import { bodyOf, sidOf } from './door.ts';
import type { Form } from './form.ts';
import { addressIn } from './urls.ts';

/** Streams started over REST listen only. */
export function streamsDoor(exchange: Exchange): Router {
  const router = Router();
  router.post('/Calls/:sid/Streams.json', (req, res) => {
    const call = callIn(exchange, sidOf(req, 'CA'));
    const form = bodyOf(req);
    const url = form.text('Url');
    if (url === null) throw new ApiError(400, 21205, 'Url parameter is required');
    const tracks = tracksOf(form.text('Track'));
    if (!tracks) throw new ApiError(400, 31941, 'Stream: invalid track');
    if (call.status !== 'in-progress') throw new ApiError(400, 21220, 'Call is not in-progress');
    const stream = openStream(exchange, call, {
      url,
      name: form.text('Name'),
      tracks,
      bidirectional: false,
      parameters: parametersIn(form),
      callback: addressIn(form, 'StatusCallback', 'StatusCallbackMethod'),
    });
    res.json(streamBody(stream));
  });
  router.post('/Calls/:sid/Streams/:stream.json', (req, res) => {
    const call = callIn(exchange, sidOf(req, 'CA'));
    const named = req.params.stream;
    const stream = streamsOf(call).find((entry) => entry.sid === named || entry.name === named);
    if (!stream) throw notFound(req.path);
    if (bodyOf(req).choice('Status', ['stopped'] as const, 20001) === null)
      throw new ApiError(400, 20001, 'Status is required');
    stream.stop();
    res.json(streamBody(stream));
  });
  return router;
}

function parametersIn(form: Form): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (let index = 1; index <= 99; index += 1) {
    const name = form.text(`Parameter${index}.Name`);
    if (name !== null) parameters[name] = form.text(`Parameter${index}.Value`) ?? '';
  }
  return parameters;
}

function streamBody(stream: MediaStream): Record<string, unknown> {
  const { accountSid, sid: callSid } = stream.call;
  return {
    sid: stream.sid,
    account_sid: accountSid,
    call_sid: callSid,
    name: stream.orders.name,
    status: stream.status === 'stopped' ? 'stopped' : 'in-progress',
    date_updated: rfc2822(stream.updatedAt),
    uri: `/2010-04-01/Accounts/${accountSid}/Calls/${callSid}/Streams/${stream.sid}.json`,
  };
}
