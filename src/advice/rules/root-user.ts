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
/** A shell, or a tool that people use by hand: no service. */
const TOOLS =
  /^(?:sh|bash|ash|zsh|sleep|tail|true|false|echo|cat|ls|env|ldconfig|init|systemd|go|cargo|mvn|gradle|npx?|make)$/;

/** These start as root to open a port or log somebody in, and serve as another user. */
const DROP_THEMSELVES =
  /^(?:nginx|httpd|apache2(?:ctl|-foreground)?|php-fpm[0-9.]*|sshd|crond?|haproxy|postgres|mysqld|mariadbd|dropbear|postfix|dovecot|vsftpd|dnsmasq|unbound|named|chronyd|openvpn|dockerd|containerd|buildkitd)$/;
/** Without arguments they wait for a person's words. */
const PROMPTS =
  /^(?:irb|python[0-9.]*|pypy[0-9]*|node|php|iex|erl|ghci|julia|R|lua|luajit|scala|jshell|groovysh|deno|bun|swift|clojure|clj|lein|sbcl|hy|racket)$/;

/** Found where a service is started as root, by an image that starts as root, and nothing drops it. */
export const rootUser: Rule = {
  id: 'root-user',
  level: 'medium',
  title: 'The service runs as root',
  why: 'Whoever breaks into the service is root in the container, and may write to all of it. Most services need no more than an own user.',
  instead: 'Add a user, or take one that the base image has, and end with USER and its number.',
  check: (subject) => {
    const { target, shipped, dockerfile } = subject;
    const entry = readEntry(subject);
    if (entry === null || isForeign(entry) || !isService(entry)) return [];
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
    return [{ line, lastLine, message: `USER in line ${line} makes ${entry.program} run as root.`, patch: null }];
  },
};

function isService({ program, words }: Entry): boolean {
  if (TOOLS.test(program) || /\.sh$|entrypoint/.test(program)) return false;
  return !DROP_THEMSELVES.test(program) && !(words.length === 1 && PROMPTS.test(program));
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
