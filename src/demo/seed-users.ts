import { newId } from '../platform/ids.ts';
import type { PrismaClient } from '../platform/prisma/client.ts';

interface DemoUser {
  readonly username: string;
  readonly displayName: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
  readonly locale: string;
  /** Taken by the simulated floor. */
  readonly simulated: boolean;
}

export const floorSeats = 12;
const seatName = (index: number): string => `floor${String(index + 1).padStart(2, '0')}`;

/** Free seats first: they are what the newcomer is shown. */
export const demoUsers: readonly DemoUser[] = [
  { username: 'agent1', displayName: '林示范', role: 'agent', locale: 'zh-CN', simulated: false },
  { username: 'agent2', displayName: 'Robin Sample', role: 'agent', locale: 'en', simulated: false },
  { username: 'agent3', displayName: '何样例', role: 'agent', locale: 'zh-CN', simulated: false },
  { username: 'supervisor', displayName: '周主管', role: 'supervisor', locale: 'zh-CN', simulated: false },
  { username: 'admin', displayName: 'Admin', role: 'admin', locale: 'en', simulated: false },
  ...Array.from({ length: floorSeats }, (_, index): DemoUser => ({
    username: seatName(index),
    displayName: `Floor ${String(index + 1).padStart(2, '0')}`,
    role: 'agent',
    locale: 'en',
    simulated: true,
  })),
];

export interface SeededUsers {
  readonly admin: string;
  /** Everybody who can take calls. */
  readonly agents: readonly string[];
  /** Who owns some of the cases. */
  readonly owners: readonly string[];
}

export async function seedUsers(prisma: PrismaClient, passwordHash: string): Promise<SeededUsers> {
  const team = await prisma.team.upsert({
    where: { name: 'Demo team' },
    create: { id: newId(), name: 'Demo team' },
    update: {},
  });
  const ids = new Map<string, string>();
  for (const user of demoUsers) {
    const { id } = await prisma.user.upsert({
      where: { username: user.username },
      create: { id: newId(), ...user, passwordHash, teamId: team.id },
      update: { passwordHash, failedSignIns: 0, lockedUntil: null },
      select: { id: true },
    });
    ids.set(user.username, id);
  }
  const idsOf = (users: readonly DemoUser[]): string[] => users.flatMap((user) => ids.get(user.username) ?? []);
  const agents = demoUsers.filter((user) => user.role === 'agent');
  return {
    admin: ids.get('admin') ?? '',
    agents: idsOf(agents),
    owners: idsOf(agents.filter((user) => user.simulated || user.username === 'agent1')),
  };
}
