import { argon2Hasher } from '../../src/access/adapters/argon2-hasher.ts';
import { saveAccount } from '../../src/access/adapters/prisma-accounts.ts';
import { password, type CallingHouse } from '../e2e/calling-house.ts';

/** Cookies of an administrator, who is added to the house, of its supervisor and of its agent. */
export async function signInEach(
  house: CallingHouse,
): Promise<Readonly<Record<'admin' | 'supervisor' | 'agent', string>>> {
  const passwordHash = await argon2Hasher.hash(password);
  await saveAccount(house.app.platform.prisma, { username: 'ada', displayName: 'Ada', role: 'admin', passwordHash });
  const signIn = async (username: string): Promise<string> => {
    const response = await fetch(`${house.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    return response.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  return { admin: await signIn('ada'), supervisor: await signIn('sam'), agent: await signIn('avery') };
}
