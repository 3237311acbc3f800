import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/client.ts';

/** What a store needs: the client itself or the transaction it was handed. */
export type Db = PrismaClient | Prisma.TransactionClient;
export { Prisma };
export type { PrismaClient };

const defaultPoolSize = 10;
const connectTimeoutMs = 5_000;

export function makePrisma(databaseUrl: string, opts: { poolSize?: number } = {}): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: databaseUrl,
    max: opts.poolSize ?? defaultPoolSize,
    connectionTimeoutMillis: connectTimeoutMs,
  });
  return new PrismaClient({ adapter });
}
