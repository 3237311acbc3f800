import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Only the console's own files run, talk or play; sound and recordings may also come from memory. */
export function securityHeaders(publicUrl: string): RequestHandler {
  const secure = publicUrl.startsWith('https:');
  const socketOrigin = new URL(publicUrl);
  socketOrigin.protocol = secure ? 'wss:' : 'ws:';
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: [
          "'self'",
          socketOrigin.origin === 'null' ? `${socketOrigin.protocol}//${socketOrigin.host}` : socketOrigin.origin,
        ],
        mediaSrc: ["'self'", 'blob:', 'data:'],
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: ["'self'", 'data:'],
        // The component library writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Over plain http, as on a first try, these would lock the browser out.
    strictTransportSecurity: secure,
    originAgentCluster: secure,
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
  });
}
