import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import send from 'send';

export type ServeFiles = (request: IncomingMessage, response: ServerResponse) => void;

/** Scripts, styles and data come from this server alone: no document can make a page fetch or run anything else. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The built web app, with its one page for every address of it; without a build, a page that says so. */
export function serveWeb(directory: string | undefined): ServeFiles {
  const app = directory !== undefined && existsSync(join(directory, 'index.html')) ? directory : undefined;
  return (request, response) => {
    response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else if (app !== undefined) serveApp(request, response, { root: app, path });
    else if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LANDING_PAGE);
    } else notFound(response);
  };
}

/** A file of the app. Files are looked at when they are asked for: a newer build may have replaced them meanwhile. */
function serveApp(
  request: IncomingMessage,
  response: ServerResponse,
  { root, path }: { readonly root: string; readonly path: string },
): void {
  send(request, path, { root, cacheControl: false })
    .on('headers', () =>
      response.setHeader(
        'cache-control',
        path.startsWith(BY_CONTENT) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
    )
    .on('error', () => {
      // A file that ends in the middle leaves nothing to be said.
      if (response.headersSent) response.destroy();
      else if (isFileName(path)) notFound(response);
      else serveApp(request, response, { root, path: '/index.html' });
    })
    .pipe(response);
}

/** Files below it carry a hash of their content in their names. */
const BY_CONTENT = '/assets/';

/** Whether an address names a file; every other one is a page of the app. */
function isFileName(path: string): boolean {
  return /\.\w+$/u.test(path);
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found.\n');
}

const LANDING_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>GenGlossary</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}code{font-family:ui-monospace,monospace}</style>
<h1>GenGlossary is running</h1>
<p>The web app is not built here. Programs reach this server by <code>@genglossary/client</code> at this address.</p>
</html>
`;
