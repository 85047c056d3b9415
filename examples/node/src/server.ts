// Turns Markdown into HTML: POST / with {"markdown": "…"}.
import Fastify from 'fastify';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: true });
const server = Fastify({ logger: true });
const body = { type: 'object', required: ['markdown'], properties: { markdown: { type: 'string' } } };

server.get('/', async () => 'POST {"markdown": "…"}\n');
server.post<{ Body: { markdown: string } }>('/', { schema: { body } }, async (request, reply) => {
  return reply.type('text/html; charset=utf-8').send(markdown.render(request.body.markdown));
});

process.once('SIGTERM', () => void server.close());
await server.listen({ host: '0.0.0.0', port: Number(process.env['PORT'] ?? 8080) });
