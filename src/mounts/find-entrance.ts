import { randomBytes } from 'node:crypto';
import { askDocker, type Docker } from '../image/docker.ts';

/** How a program is run in a container: what is called, and what it is given before that program and its arguments. */
export interface Entrance {
  readonly program: Docker;
  readonly args: readonly string[];
  /** Past Docker: programs start in milliseconds. */
  readonly isDirect: boolean;
}

/** Nothing of this process's environment is for a program in a container. */
const ENV = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' };
const LIMITS = { maxBytes: 64 * 1024, timeoutMs: 10_000 };

/** No file has it where a user namespace gives owners other numbers. */
const OWNER = '3000000:3000000';

/**
 * What `docker exec` streams goes through its command line, the engine and a shim: that took a third of the processor's
 * time of putting files into mounts, and two fifths of taking them out. Where the container runs on this machine and we are
 * root, or on a runner of GitHub's, `nsenter` runs the same programs with the same rights among the same files, and where
 * a link leads is still up to the container; who may call Docker may do that anyhow. That the process of that number is the
 * container's, and no other one's here, is seen by a mark before anything of it is run; wherever that is not to be
 * seen (a remote engine, Docker Desktop, rootless, a runner in a container), Docker is asked as ever. Never throws.
 */
export async function findEntrance(docker: Docker, container: string): Promise<Entrance> {
  const through: Entrance = { program: docker, args: ['exec', '-i', container], isDirect: false };
  const isRoot = process.getuid?.() === 0;
  // Elsewhere sudo may be refused, and that be reported to who keeps the machine.
  const maySudo = docker.env['RUNNER_ENVIRONMENT'] === 'github-hosted';
  if (process.platform !== 'linux' || !(isRoot || maySudo)) return through;
  const mark = `/tmp/plimsoll-${randomBytes(12).toString('hex')}`;
  const [marked, inspected] = await Promise.all([
    ask(through, ['sh', '-c', `: > "$0" && chown ${OWNER} "$0"`, mark]),
    ask({ program: docker, args: [] }, ['container', 'inspect', '--format', '{{.State.Pid}}', container]),
  ]);
  const pid = inspected?.trim() ?? '';
  if (marked === null || !/^[1-9]\d*$/.test(pid)) return through;
  const [path = '', ...args] = isRoot ? ['env'] : ['sudo', '-n'];
  const asRoot: Entrance = { program: { path, env: ENV }, args, isDirect: true };
  const owner = await ask(asRoot, ['stat', '-c', '%u:%g', `/proc/${pid}/root${mark}`]);
  const beside: Entrance = { ...asRoot, args: [...args, 'nsenter', '--target', pid, '--mount', '--'] };
  if (owner?.trim() === OWNER && (await ask(beside, ['rm', mark])) !== null) return beside;
  await ask(through, ['rm', '-f', mark]);
  return through;
}

/** `null` where it cannot be run, or fails. */
async function ask({ program, args }: Omit<Entrance, 'isDirect'>, command: readonly string[]): Promise<string | null> {
  const answer = await askDocker(program, [...args, ...command], LIMITS).catch(() => null);
  return answer?.kind === 'done' ? Buffer.from(answer.stdout).toString('utf8') : null;
}
