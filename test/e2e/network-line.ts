import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * The way between a browser and the server, to be broken on purpose. `drop`: every connection is reset and new ones
 * are too, as with a network that went away. `hush`: connections stay but nothing passes, as with a dead access point.
 */
export interface NetworkLine {
  readonly url: string;
  drop(): void;
  hush(): void;
  restore(): void;
  close(): Promise<void>;
}

export async function openNetworkLine(serverPort: number): Promise<NetworkLine> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: 'up' | 'dropped' | 'hushed' = 'up';
  const eachEnd = (act: (end: Socket) => void): void => pairs.forEach((pair) => pair.forEach(act));

  const server = createServer((browser) => {
    if (state === 'dropped') {
      browser.resetAndDestroy();
      return;
    }
    const app = connect(serverPort, '127.0.0.1');
    const pair = [browser, app] as const;
    pairs.add(pair);
    const over = (): void => {
      pairs.delete(pair);
      pair.forEach((end) => end.destroy());
    };
    pair.forEach((end) => {
      end.setNoDelay(true);
      end.on('error', over);
      end.on('close', over);
    });
    browser.on('data', (bytes) => void app.write(bytes));
    app.on('data', (bytes) => void browser.write(bytes));
    if (state === 'hushed') pair.forEach((end) => end.pause());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    drop() {
      state = 'dropped';
      eachEnd((end) => end.destroy());
    },
    hush() {
      state = 'hushed';
      eachEnd((end) => end.pause());
    },
    restore() {
      state = 'up';
      eachEnd((end) => end.resume());
    },
    close: () =>
      new Promise((resolve) => {
        eachEnd((end) => end.destroy());
        server.close(() => resolve());
      }),
  };
}
