/** A browser's REST half: keeps the session cookie, speaks JSON, and never throws for a refusal. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export class Web {
  readonly #base: string;
  #cookie = '';

  constructor(base: string) {
    this.#base = base.replace(/\/+$/, '');
  }

  get cookie(): string {
    return this.#cookie;
  }

  async signIn(username: string, password: string): Promise<Reply> {
    return this.ask('POST', '/api/session', { username, password });
  }

  async ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<Reply> {
    const reply = await fetch(this.#base + path, {
      method,
      headers: {
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const given = reply.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    const session = given.find((pair) => pair.includes('casedial='));
    if (session !== undefined) this.#cookie = session;
    const text = await reply.text();
    return { status: reply.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }
}
