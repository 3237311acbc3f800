import { Router } from 'express';
import type { Exchange } from '../exchange/exchange.ts';
import type { RecordingRecord } from '../recording/record.ts';
import { ApiError, notFound } from './api-error.ts';
import { callIn } from './calls-door.ts';
import { bodyOf, queryOf, sidOf } from './door.ts';
import { within } from './list-calls.ts';
import { pageOf } from './page.ts';
import { accountRecordingBody, callRecordingBody } from './recording-body.ts';
import { recordingOrdersIn } from './recording-orders.ts';

const STATUSES = ['in-progress', 'paused', 'stopped'] as const;

export function recordingsDoor(exchange: Exchange): Router {
  const router = Router();
  const { recordings } = exchange;

  const recordIn = (sid: string, callSid?: string): RecordingRecord => {
    const record =
      sid === 'Twilio.CURRENT' && callSid !== undefined ? recordings.currentOf(callSid) : recordings.get(sid);
    if (!record || (callSid !== undefined && record.callSid !== callSid)) throw notFound(`/Recordings/${sid}.json`);
    return record;
  };

  router.post('/Calls/:sid/Recordings.json', (req, res) => {
    const call = callIn(exchange, sidOf(req, 'CA'));
    const orders = recordingOrdersIn(bodyOf(req), 'StartCallRecordingAPI', exchange.settings.recordingTrimDefault);
    if (call.status !== 'in-progress')
      throw new ApiError(400, 21220, 'Requested resource is not eligible for recording');
    res.status(201).json(callRecordingBody(recordings.start(call, orders)));
  });
  router.get('/Calls/:sid/Recordings.json', (req, res) => {
    const sid = sidOf(req, 'CA');
    const query = queryOf(req);
    const found = recordings.list().filter((record) => record.callSid === sid && fitsDates(query, record));
    // A recording outlives its call's entry, so a call that is gone is no reason to refuse.
    if (found.length === 0) callIn(exchange, sid);
    res.json(pageOf(`${req.baseUrl}/Calls/${sid}/Recordings.json`, 'recordings', query, found, callRecordingBody));
  });
  router.get('/Calls/:sid/Recordings/:recording.json', (req, res) => {
    res.json(callRecordingBody(recordIn(req.params.recording, sidOf(req, 'CA'))));
  });
  router.post('/Calls/:sid/Recordings/:recording.json', (req, res) => {
    const record = recordIn(req.params.recording, sidOf(req, 'CA'));
    const form = bodyOf(req);
    const status = form.choice('Status', STATUSES, 20001);
    if (status === null) throw new ApiError(400, 20001, 'Status is required');
    const behavior = form.choice('PauseBehavior', ['silence', 'skip'] as const, 20001) ?? 'silence';
    const isLive = record.status === 'in-progress' || record.status === 'paused';
    if (!isLive) throw new ApiError(400, 21220, 'Recording is no longer in progress');
    if (status === 'stopped') recordings.stop(record.sid);
    else recordings.setPaused(record.sid, status === 'paused' ? behavior : null);
    // The answer names what was asked for; processing follows.
    res.json({ ...callRecordingBody(record), status });
  });
  router.delete('/Calls/:sid/Recordings/:recording.json', async (req, res) => {
    await recordings.delete(recordIn(req.params.recording, sidOf(req, 'CA')).sid);
    res.status(204).end();
  });
  router.get('/Recordings.json', (req, res) => {
    const query = queryOf(req);
    const [callSid, conferenceSid] = [query.text('CallSid'), query.text('ConferenceSid')];
    const found = recordings
      .list()
      .filter((record) => (callSid === null || record.callSid === callSid) && fitsDates(query, record))
      .filter((record) => conferenceSid === null || record.conferenceSid === conferenceSid);
    res.json(
      pageOf(`${req.baseUrl}/Recordings.json`, 'recordings', query, found, (record) =>
        accountRecordingBody(exchange, record),
      ),
    );
  });
  router.get(
    '/Recordings/:sid.json',
    (req, res) => void res.json(accountRecordingBody(exchange, recordIn(sidOf(req, 'RE')))),
  );
  router.delete('/Recordings/:sid.json', async (req, res) => {
    await recordings.delete(recordIn(sidOf(req, 'RE')).sid);
    res.status(204).end();
  });
  return router;
}

function fitsDates(query: Parameters<typeof within>[0], record: RecordingRecord): boolean {
  return within<RecordingRecord>(query, 'DateCreated', ({ createdAt }) => createdAt).every((fits) => fits(record));
}
