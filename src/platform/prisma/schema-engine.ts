import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool, type QueryArrayConfig, type QueryArrayResult } from 'pg';

type EngineClass = typeof engineModule.SchemaEngine;

/** WebAssembly as far as it is needed here; its full types come only with those of a browser. */
interface WasmHost {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: Record<string, object>): Promise<{ exports: { __wbindgen_start(): void } }>;
}

/** The engine bounds its wait for a lock by a timer that it never clears; unheld, it does not keep a finished process alive. */
function withIdleTimers(imports: object): object {
  const idle = (callback: () => void, ms: number): NodeJS.Timeout => setTimeout(callback, ms).unref();
  const timers = Object.keys(imports).filter((name) => name.startsWith('__wbg_setTimeout_'));
  return { ...imports, ...Object.fromEntries(timers.map((name) => [name, idle])) };
}

let loaded: Promise<EngineClass> | undefined;

/** Prisma's schema engine as WebAssembly: applying migrations needs no binary that would have to be downloaded. */
async function loadEngine(): Promise<EngineClass> {
  const wasmPath = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const host = (globalThis as unknown as { WebAssembly: WasmHost }).WebAssembly;
  const compiled = await host.compile(await readFile(wasmPath));
  const instance = await host.instantiate(compiled, { './schema_engine_bg.js': withIdleTimers(engineModule) });
  (engineModule as unknown as { __wbg_set_wasm(exports: unknown): void }).__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engineModule.SchemaEngine;
}

const oidOfChar = 18;
const oidOfText = 25;

/**
 * The catalogue tells kinds of constraints in PostgreSQL's one-byte "char", a type the driver adapter refuses.
 * It is let through as text, and handed to the engine as the single character that it expects.
 */
function catalogueReader(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const oneByteColumns = new Set<string>();
  const plain = pool.query.bind(pool) as (config: QueryArrayConfig) => Promise<QueryArrayResult>;
  const relabelled = async (config: QueryArrayConfig): Promise<QueryArrayResult> => {
    const result = await plain(config);
    for (const field of result.fields.filter((one) => one.dataTypeID === oidOfChar)) {
      oneByteColumns.add(field.name);
      field.dataTypeID = oidOfText;
    }
    return result;
  };
  pool.query = relabelled as typeof pool.query;
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      const read = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = async (query) => {
        const result = await read(query);
        result.columnNames.forEach((name, at) => {
          if (oneByteColumns.has(name)) result.columnTypes[at] = ColumnTypeEnum.Character;
        });
        return result;
      };
      // The adapter cuts scripts at every semicolon, also inside comments and strings; the server knows better.
      adapter.executeScript = async (script) => {
        await plain({ text: script, rowMode: 'array' });
      };
      return adapter;
    },
  };
}

export async function withSchemaEngine<T>(
  databaseUrl: string,
  schema: { path: string; content: string },
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= loadEngine();
  const Engine = await loaded;
  const pool = new Pool({ connectionString: databaseUrl, max: 2, allowExitOnIdle: true });
  const adapter = bindMigrationAwareSqlAdapterFactory(catalogueReader(pool));
  const engine = await Engine.new({ datamodels: [[schema.path, schema.content]] }, () => undefined, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}
