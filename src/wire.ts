import { saveAccount } from './access/adapters/prisma-accounts.ts';
import { argon2Hasher } from './access/adapters/argon2-hasher.ts';
import { makeAccess } from './access/make-access.ts';
import type { DemoSignIn, House, Platform } from './start-app.ts';

/** The only place where rooms meet. */
export function wire(platform: Platform): House {
  const { prisma, clock, metrics, config } = platform;
  const access = makeAccess({
    prisma,
    clock,
    metrics,
    publicUrl: config.publicUrl,
    signedOut: () => Promise.resolve(),
  });
  return {
    routers: [access.router],
    refuseCrossSite: access.refuseCrossSite,
    attach: () => undefined,
    pingCarrier: () => Promise.resolve(),
    async seedDemo(password) {
      const signIns: DemoSignIn[] = [
        { username: 'agent1', role: 'agent' },
        { username: 'supervisor', role: 'supervisor' },
        { username: 'admin', role: 'admin' },
      ];
      const passwordHash = await argon2Hasher.hash(password);
      for (const { username, role } of signIns) {
        await saveAccount(prisma, { username, displayName: username, role, passwordHash });
      }
      return signIns;
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
}
