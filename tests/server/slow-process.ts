/** A process that serves `/slow` (answered after the time in `?ms=`) and ends as the product does; for signals.test.ts. */
import { drainOnSignal } from '#server/http/run.ts';
import { serve } from '#server/http/serve.ts';

const serving = await serve({
  host: '127.0.0.1',
  port: 0,
  lan: false,
  listener: () => (req, res) => {
    const ms = Number(new URL(req.url ?? '/', 'http://a').searchParams.get('ms'));
    process.stdout.write('begun\n');
    setTimeout(() => res.end('whole answer'), ms);
  },
});
drainOnSignal(serving);
process.stdout.write(`${serving.port}\n`);
