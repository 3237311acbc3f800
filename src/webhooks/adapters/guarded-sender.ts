import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Sender, Sent } from '../ports.ts';

const timeoutMs = 10_000;

/** Neither this machine, nor its network, nor what a cloud keeps for itself. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}

class PrivateTarget extends Error {}

/** The name is asked for once, and the address that was judged is the one that is connected to. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) return void callback(error, '', 0);
    const [first] = addresses;
    if (first === undefined || addresses.some(({ address }) => !isPublicAddress(address))) {
      return void callback(new PrivateTarget(), '', 0);
    }
    if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

const faultOf = (error: Error): string => {
  if (error instanceof PrivateTarget) return 'private_address';
  return (error as NodeJS.ErrnoException).code ?? error.name;
};

export function makeGuardedSender(deps: { readonly privateTargets: boolean }): Sender {
  return {
    send: (address, headers, body) =>
      new Promise<Sent>((resolve) => {
        const url = new URL(address);
        const host = url.hostname.replaceAll(/[[\]]/g, '');
        if (!deps.privateTargets && isIP(host) !== 0 && !isPublicAddress(host)) {
          resolve({ fault: 'private_address' });
          return;
        }
        const request = url.protocol === 'https:' ? requestSecure : requestPlain;
        const sending = request(
          url,
          {
            method: 'POST',
            headers: {
              ...headers,
              'content-length': String(Buffer.byteLength(body)),
              'user-agent': 'casedial-webhooks',
            },
            signal: AbortSignal.timeout(timeoutMs),
            ...(deps.privateTargets ? {} : { lookup: publicLookup }),
          },
          (response: IncomingMessage) => {
            resolve({ status: response.statusCode ?? 0 });
            // What is answered beyond the status is of no use here.
            response.destroy();
          },
        );
        sending.on('error', (error) => resolve({ fault: faultOf(error) }));
        sending.end(body);
      }),
  };
}
