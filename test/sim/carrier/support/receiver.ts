import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import { WebSocketServer, type WebSocket } from 'ws';
import { MediaPeer } from './media-peer.ts';

export interface Received {
  path: string;
  method: string;
  headers: IncomingHttpHeaders;
  params: Record<string, string>;
  /** Verified with the SDK's own code against the address the application configured. */
  isSigned: boolean;
  at: number;
}

type Reply = {
  status?: number;
  type?: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
  delayMs?: number;
};
type Answerer = Reply | ((received: Received) => Reply);

/** The application's side: takes webhooks, answers with TwiML, and accepts media streams. */
export class Receiver {
  readonly received: Received[] = [];
  readonly peers: MediaPeer[] = [];
  url = '';
  wsUrl = '';
  /** Called with each new stream before its first message. */
  onPeer: (peer: MediaPeer) => void = () => undefined;
  readonly #authToken: string;
  readonly #answers = new Map<string, Answerer>();
  readonly #server = createServer((req, res) => void this.#take(req, res));
  readonly #sockets = new WebSocketServer({ noServer: true });
  #waiting: (() => void)[] = [];

  constructor(authToken: string) {
    this.#authToken = authToken;
    this.#server.on('upgrade', (req, socket, head) => {
      if (req.url?.startsWith('/refuse')) {
        socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      this.#sockets.handleUpgrade(req, socket, head, (ws: WebSocket) => {
        const signature = String(req.headers['x-twilio-signature']);
        const isSigned = twilio.validateRequest(this.#authToken, signature, this.wsUrl + (req.url ?? ''), {});
        const peer = new MediaPeer(ws, req.url ?? '', req.headers, isSigned);
        this.peers.push(peer);
        this.onPeer(peer);
        this.#wake();
      });
    });
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const { port } = this.#server.address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}`;
    this.wsUrl = `ws://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    for (const peer of this.peers) peer.close();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  answer(path: string, answer: Answerer): void {
    this.#answers.set(path, answer);
  }

  twiml(path: string, verbs: string): string {
    this.answer(path, { type: 'text/xml', body: `<Response>${verbs}</Response>` });
    return this.url + path;
  }

  at(path: string): Received[] {
    return this.received.filter((entry) => entry.path === path);
  }

  async next(
    path: string,
    fits: (params: Record<string, string>) => boolean = () => true,
    deadlineMs = 10_000,
  ): Promise<Received> {
    return this.#until(`webhook at ${path}`, () => this.at(path).find((entry) => fits(entry.params)), deadlineMs);
  }

  async times(path: string, count: number, deadlineMs = 10_000): Promise<Received[]> {
    return this.#until(
      `${count} webhooks at ${path}`,
      () => (this.at(path).length >= count ? this.at(path) : undefined),
      deadlineMs,
    );
  }

  async peer(index = 0): Promise<MediaPeer> {
    return this.#until(`media stream ${index}`, () => this.peers[index], 10_000);
  }

  #until<T>(what: string, ask: () => T | undefined, deadlineMs: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== check);
        reject(new Error(`no ${what} within ${deadlineMs} ms`));
      }, deadlineMs);
      const check = (): void => {
        const found = ask();
        if (found === undefined) return;
        clearTimeout(deadline);
        this.#waiting = this.#waiting.filter((other) => other !== check);
        resolve(found);
      };
      this.#waiting.push(check);
      check();
    });
  }

  #wake(): void {
    for (const check of [...this.#waiting]) check();
  }

  async #take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const target = new URL(req.url ?? '/', this.url);
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    const isPost = req.method === 'POST';
    const params = Object.fromEntries(isPost ? form : target.searchParams);
    const received: Received = {
      path: target.pathname,
      method: req.method ?? '',
      headers: req.headers,
      params,
      isSigned: twilio.validateRequest(
        this.#authToken,
        String(req.headers['x-twilio-signature']),
        this.url + (req.url ?? ''),
        isPost ? params : {},
      ),
      at: Date.now(),
    };
    this.received.push(received);
    const answer = this.#answers.get(target.pathname) ?? { status: 204 };
    const reply = typeof answer === 'function' ? answer(received) : answer;
    if (reply.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, reply.delayMs));
    res.writeHead(reply.status ?? 200, {
      ...(reply.type === undefined ? {} : { 'content-type': reply.type }),
      ...reply.headers,
    });
    res.end(reply.body);
    this.#wake();
  }
}
