import { onlyWhenChanged } from './fingerprint.mjs';
import { runBin } from './run.mjs';
import { say, step, Stop } from './say.mjs';

/** The generator is WebAssembly and never runs the engine binary that installing and generating would download. */
export const noDownload = {
  PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
};

export const ensurePrismaClient = () =>
  onlyWhenChanged(
    {
      inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'],
      result: 'src/platform/prisma/generated/client.ts',
      stamp: 'src/platform/prisma/generated/.made-from',
    },
    () =>
      step('Generating the database client', async () => {
        const generated = await runBin('prisma/build/index.js', ['generate'], { env: noDownload });
        if (generated.ok) return;
        say(generated.output);
        throw new Stop('prisma generate failed; its output stands above.');
      }),
  );

export const ensureConsoles = () =>
  onlyWhenChanged(
    {
      inputs: ['public', 'src/contract', 'src/domain', 'vite.config.ts', 'package-lock.json'],
      result: 'dist/public/agent/index.html',
      stamp: 'dist/.made-from',
    },
    () =>
      step('Building the consoles', async () => {
        const built = await runBin('vite/bin/vite.js', ['build', '--logLevel', 'warn'], {
          env: { NODE_ENV: 'production' },
        });
        if (built.ok) return;
        say(built.output);
        throw new Stop('The consoles could not be built; the output stands above.');
      }),
  );
