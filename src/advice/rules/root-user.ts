import { libraryName, rootImage, isOnScratch } from '../base-image.ts';
import { isForeign, readEntry, type Entry } from '../entry.ts';
import { expand } from '../../dockerfile/expand.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Images of Docker's library that run as root and leave a server's rights to it: no such thing is known of these. */
const RUN_AS_ROOT = new Set([
  ...['alpine', 'debian', 'ubuntu', 'busybox', 'fedora', 'rockylinux', 'almalinux', 'amazonlinux', 'buildpack-deps'],
  ...[
    'node',
    'python',
    'ruby',
    'golang',
    'rust',
    'perl',
    'pypy',
    'eclipse-temurin',
    'openjdk',
    'amazoncorretto',
    'ibmjava',
    'sapmachine',
  ],
]);

const DROPS = /\b(?:gosu|su-exec|setpriv|runuser|s6-|s6-overlay|supervisord?|systemd|chroot|capsh|step-down)\b/;
/** A shell, what keeps a container there for one, and what starts services of its own. */
const TOOLS = /^(?:sh|bash|ash|zsh|sleep|tail|init|systemd)$/;

/** These start as root to open a port or log somebody in, and serve as another user. */
const DROP_THEMSELVES =
  /^(?:nginx|httpd|apache2(?:ctl|-foreground)?|php-fpm[0-9.]*|sshd|crond?|haproxy|postgres|mysqld|mariadbd|dropbear|postfix|dovecot|vsftpd|dnsmasq|unbound|named|chronyd|openvpn|dockerd|containerd|buildkitd)$/;
const SERVERS =
  /^(?:gunicorn|uvicorn|hypercorn|daphne|waitress-serve|uwsgi|puma|unicorn|rackup|flask|celery|pm2-runtime|caddy|traefik|redis-server|memcached|mongod)$/;
/** What a program, or the file that a language runs, is called that serves: `auth_server`, `app.py`. */
const SERVER_NAME = /(?:^|[-_])(?:server?|daemon|backend|api|app|web|www)$/;
const FILE = /\.(?:[cm]?js|ts|py|rb|php|pl|jar)$/;
/** A word to a tool: `manage.py runserver`, `ng serve`. */
const SERVE = /^(?:serve|server|runserver)$/;
const STARTS = /^(?:npm|yarn|pnpm|bun)(?: run)? (?:start|serve|dev)(?:$|[ :])/;
/** Not what a service starts with: these show what a tool can do. */
const SHOWS = new Set(['--help', '-h', 'help', '--version']);

/** Found where what is a service for certain is started as root, by an image that starts as root, and nothing drops it. */
export const rootUser: Rule = {
  id: 'root-user',
  level: 'medium',
  title: 'The service runs as root',
  why: 'Whoever breaks into the service is root in the container, and may write to all of it. Most services need no more than an own user.',
  instead: 'Add a user, or take one that the base image has, and end with USER and its number.',
  check: (subject) => {
    const { target, shipped, dockerfile } = subject;
    const entry = readEntry(subject);
    if (entry === null || isForeign(entry) || !isService(subject, entry)) return [];
    if (dockerfile.lines.some((line) => DROPS.test(line))) return [];
    const user = shipped.findLast(({ instruction }) => instruction.keyword === 'USER');
    if (user === undefined) {
      if (!startsAsRoot(subject)) return [];
      const { line, lastLine } = target.from;
      return [
        {
          line,
          lastLine,
          message: `No USER stands before the image's end, so that ${entry.program} runs as root.`,
          patch: null,
        },
      ];
    }
    const name = expand(user.instruction.argument.text.trim(), user.variables, dockerfile.escape)?.split(':')[0];
    if (name !== 'root' && name !== '0') return [];
    const { line, lastLine } = user.instruction;
    return [{ line, lastLine, message: `This USER makes ${entry.program} run as root.`, patch: null }];
  },
};

/** A port or a check of its health says so, or the name of what it starts: a tool that people call is often in an image, too. */
function isService({ shipped }: Subject, { program, words }: Entry): boolean {
  if (TOOLS.test(program) || /\.sh$|entrypoint/.test(program) || DROP_THEMSELVES.test(program)) return false;
  if (words.some((word) => SHOWS.has(word))) return false;
  return (
    shipped.some(({ instruction: { keyword, argument } }) =>
      keyword === 'HEALTHCHECK' ? !/^none$/i.test(argument.text.trim()) : keyword === 'EXPOSE',
    ) ||
    STARTS.test(words.join(' ')) ||
    words.some((word, place) => isServer(word.slice(word.lastIndexOf('/') + 1), place === 0))
  );
}

function isServer(word: string, isProgram: boolean): boolean {
  if (SERVERS.test(word)) return true;
  return isProgram || FILE.test(word) ? SERVER_NAME.test(word.replace(FILE, '')) : SERVE.test(word);
}

function startsAsRoot(subject: Subject): boolean {
  if (isOnScratch(subject, subject.target)) return true;
  const image = rootImage(subject, subject.target);
  if (image === null) return false;
  if (image.registry === 'gcr.io' && image.repository.startsWith('distroless/'))
    return !(image.tag ?? '').includes('nonroot');
  const name = libraryName(image);
  return name !== null && RUN_AS_ROOT.has(name);
}
