import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAUSE_MS = 60;

/**
 * The product behind a connection that stops and starts: pages come in pieces cut at the given places, so that a browser
 * paints what it has. Everything else is handed through.
 * @param origin where the product is served.
 * @param cut    places in the HTML after which the line goes quiet for a moment.
 */
export async function slowServer(origin: string, cut: RegExp): Promise<{ origin: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? '/', origin), { headers: { accept: '*/*' } });
    const type = answer.headers.get('content-type') ?? '';
    response.writeHead(answer.status, { 'content-type': type });
    if (!type.startsWith('text/html')) return response.end(Buffer.from(await answer.arrayBuffer()));
    for (const piece of (await answer.text()).split(cut)) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}
