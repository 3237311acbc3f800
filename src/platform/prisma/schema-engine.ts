import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

type EngineClass = typeof engineModule.SchemaEngine;

/** WebAssembly as far as it is needed here; its full types come only with those of a browser. */
interface WasmHost {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: Record<string, object>): Promise<{ exports: { __wbindgen_start(): void } }>;
}

let loaded: Promise<EngineClass> | undefined;

/** Prisma's schema engine as WebAssembly: applying migrations needs no binary that would have to be downloaded. */
async function loadEngine(): Promise<EngineClass> {
  const wasmPath = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const host = (globalThis as unknown as { WebAssembly: WasmHost }).WebAssembly;
  const compiled = await host.compile(await readFile(wasmPath));
  const instance = await host.instantiate(compiled, { './schema_engine_bg.js': engineModule });
  (engineModule as unknown as { __wbg_set_wasm(exports: unknown): void }).__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engineModule.SchemaEngine;
}

export async function withSchemaEngine<T>(
  databaseUrl: string,
  schema: { path: string; content: string },
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= loadEngine();
  const Engine = await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl, max: 2 }));
  const engine = await Engine.new({ datamodels: [[schema.path, schema.content]] }, () => undefined, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}
