import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

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
  const app =
    directory !== undefined && existsSync(join(directory, 'index.html'))
      ? sirv(directory, {
          single: true,
          etag: true,
          setHeaders(response, path) {
            // Files below assets/ carry a hash of their content in their names.
            const isNamedByContent = path.startsWith('/assets/');
            response.setHeader('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache');
          },
        })
      : undefined;
  return (request, response) => {
    response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else if (app !== undefined) app(request, response, () => notFound(response));
    else if ((request.url ?? '/').split('?')[0] === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LANDING_PAGE);
    } else notFound(response);
  };
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
