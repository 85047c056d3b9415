import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import * as v from 'valibot';

const Task = v.object({
  section: v.string(),
  task: v.string(),
  crit: v.optional(v.boolean(), false),
  done: v.optional(v.boolean(), false),
  active: v.optional(v.boolean(), false),
  startTime: v.date(),
  endTime: v.date(),
});

export type GanttTask = v.InferOutput<typeof Task>;

const Read = v.function();
let mermaid: Promise<(text: string) => Promise<unknown>> | null = null;

/** What Mermaid itself reads of a chart: its real parser, run apart, since it is made for browsers. */
export async function parseGantt(text: string): Promise<GanttTask[]> {
  mermaid ??= loadMermaid();
  const read = await mermaid;
  return v.parse(v.array(Task), await read(text));
}

async function loadMermaid(): Promise<(text: string) => Promise<unknown>> {
  const file = createRequire(import.meta.url).resolve('@mermaid-js/tiny/dist/mermaid.tiny.js');
  const nothing = (): void => undefined;
  const world: Record<string, unknown> = {
    // Its dates have to be ours for `instanceof`.
    Date,
    console,
    setTimeout,
    clearTimeout,
    structuredClone,
    addEventListener: nothing,
    document: { addEventListener: nothing, createElement: () => ({}) },
  };
  world['window'] = world;
  const context = createContext(world);
  runInContext(readFileSync(file, 'utf8'), context);
  const reader: unknown = runInContext(
    `async (text) => {
      await mermaid.parse(text);
      const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
      if (type !== 'gantt') throw new Error(type);
      return db.getTasks().map(({ section, task, crit, done, active, startTime, endTime }) =>
        ({ section, task, crit, done, active, startTime, endTime }));
    }`,
    context,
  );
  const read = v.parse(Read, reader);
  return await Promise.resolve(async (chart: string): Promise<unknown> => await read(chart));
}
