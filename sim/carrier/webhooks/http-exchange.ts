import http from 'node:http';
import https from 'node:https';

export type HttpReply =
  | { kind: 'reply'; status: number; contentType: string; body: Buffer; location: string | null }
  | { kind: 'no-connection' }
  | { kind: 'no-reply' };

export interface HttpQuery {
  url: URL;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body: string | null;
  connectMs: number;
  readMs: number;
  /** Bytes kept of the answer; what goes beyond is dropped. */
  maxBytes: number;
  freshConnection?: boolean;
}

const agents = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: 256, timeout: 20_000 }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: 256, timeout: 20_000 }),
};

/** One request with a limit on connecting and one on waiting. Never throws: a carrier only notes what came back. */
export function exchangeHttp(query: HttpQuery): Promise<HttpReply> {
  return new Promise((resolve) => {
    const secure = query.url.protocol === 'https:';
    const send = secure ? https.request : http.request;
    let connected = false;
    let settled = false;
    let answering = false;
    let timedOut = false;
    const settle = (reply: HttpReply): void => {
      if (settled) return;
      settled = true;
      clearTimeout(connectTimer);
      clearTimeout(readTimer);
      resolve(reply);
    };
    const fail = (): void => {
      // A kept connection the other side had just closed never carried the request: send it again on a fresh one.
      if (!settled && request.reusedSocket && !answering && !timedOut) {
        settled = true;
        clearTimeout(connectTimer);
        clearTimeout(readTimer);
        resolve(exchangeHttp({ ...query, freshConnection: true }));
        return;
      }
      settle({ kind: connected ? 'no-reply' : 'no-connection' });
    };
    const request = send(query.url, {
      method: query.method,
      headers: query.headers,
      agent: query.freshConnection ? false : secure ? agents['https:'] : agents['http:'],
    });
    const connectTimer = setTimeout(() => {
      if (!connected) request.destroy(new Error('connect timeout'));
    }, query.connectMs);
    const giveUp = (): void => {
      timedOut = true;
      request.destroy(new Error('read timeout'));
    };
    let readTimer = setTimeout(giveUp, query.connectMs + query.readMs);
    request.on('socket', (socket) => {
      const arrived = (): void => {
        connected = true;
        clearTimeout(connectTimer);
        clearTimeout(readTimer);
        if (!settled) readTimer = setTimeout(giveUp, query.readMs);
      };
      if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', arrived);
      else arrived();
    });
    request.on('error', fail);
    request.on('response', (response) => {
      answering = true;
      const chunks: Buffer[] = [];
      let kept = 0;
      response.on('data', (chunk: Buffer) => {
        if (kept > query.maxBytes) return;
        kept += chunk.length;
        chunks.push(chunk);
      });
      response.on('error', fail);
      response.on('aborted', fail);
      response.on('end', () =>
        settle({
          kind: 'reply',
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? '',
          body: Buffer.concat(chunks),
          location: response.headers.location ?? null,
        }),
      );
    });
    request.end(query.body ?? undefined);
  });
}

export function closeHttpAgents(): void {
  agents['http:'].destroy();
  agents['https:'].destroy();
}
