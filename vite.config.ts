import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, 'public');
const server = `http://localhost:${process.env['PORT'] ?? '3000'}`;

/** dist/public/agent/index.html, dist/public/admin/index.html, dist/public/supervisor/index.html and what they share in dist/public/assets. */
export default defineConfig({
  root,
  base: '/',
  plugins: [react()],
  publicDir: false,
  worker: { format: 'es' },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/public'),
    emptyOutDir: true,
    target: 'es2023',
    // Inline data would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: {
        agent: resolve(root, 'agent/index.html'),
        admin: resolve(root, 'admin/index.html'),
        supervisor: resolve(root, 'supervisor/index.html'),
      },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/, priority: 30 },
            { name: 'zod', test: /node_modules[\\/]zod[\\/]|api[\\/]without-eval/, priority: 30 },
            { name: 'wavesurfer', test: /node_modules[\\/]wavesurfer/, priority: 30 },
            {
              name: 'antd',
              test: /node_modules[\\/](antd|@ant-design|@rc-component|dayjs)[\\/]/,
              priority: 20,
            },
            { name: 'vendor', test: /node_modules[\\/]/, priority: 10, entriesAware: true },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
      '/ws': { target: server, ws: true },
    },
  },
});
