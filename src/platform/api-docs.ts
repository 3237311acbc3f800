import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { Router } from 'express';
import type { ApiRoute } from './api-route.ts';
import { openApiDocument } from './openapi.ts';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Casedial API</title>
    <link rel="stylesheet" href="/api/docs/assets/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/api/docs/assets/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;
const start = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, docExpansion: 'none' });\n`;

/** Of the package only its files are needed: importing it would run the browser's program here. */
const assetsDir = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** `/api/openapi.json` and, to read it in a browser, `/api/docs`; all from this server. */
export function makeApiDocs(routes: readonly ApiRoute[], version: string): Router {
  const router = Router();
  const document = JSON.stringify(openApiDocument(routes, version));
  router.get('/api/openapi.json', (_req, res) => void res.type('application/json').send(document));
  router.get('/api/docs', (_req, res) => void res.type('html').send(page));
  router.get('/api/docs/start.js', (_req, res) => void res.type('text/javascript').send(start));
  router.use('/api/docs/assets', express.static(assetsDir, { index: false, maxAge: '1h' }));
  return router;
}
