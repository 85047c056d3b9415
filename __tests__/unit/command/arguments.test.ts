import { describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../../src/command/arguments.ts';

const DEFAULTS = { output: 'text', platforms: [], color: 'auto', quiet: false, verbose: false };

describe('parseArguments', () => {
  test('compare takes two images, limits and platforms', () => {
    expect(
      parseArguments([
        ...['compare', '--max-size', '20 MB', '--max-size', 'linux/arm64: 22 MB', '--max-increase', '5%'],
        ...['--platform', 'linux/amd64,linux/arm64', '--json', 'acme/api:main', 'build:'],
        ...['--head-base', 'debian:12'],
      ]),
    ).toEqual({
      ...DEFAULTS,
      kind: 'compare',
      details: 'auto',
      baseline: 'acme/api:main',
      head: 'build:',
      limits: [
        { option: 'max-size', text: '20 MB' },
        { option: 'max-size', text: 'linux/arm64: 22 MB' },
        { option: 'max-increase', text: '5%' },
      ],
      platforms: ['linux/amd64', 'linux/arm64'],
      output: 'json',
      html: null,
      bases: { baseline: null, head: 'debian:12' },
      worth: null,
      vulnerabilities: null,
    });
  });

  test('what it is worth: how often it is pulled, at which prices', () => {
    const worthOf = (...words: string[]) => {
      const asked = parseArguments(['compare', 'a', 'b', ...words]);
      return asked.kind === 'compare' ? asked.worth : null;
    };
    expect(worthOf()).toBeNull();
    expect(worthOf('--worth')).toEqual({ pulls: 1000, price: null });
    expect(worthOf('--worth', '--pulls', '5', '--price-transfer', '0.09')).toEqual({
      pulls: 5,
      price: { storage: 0, transfer: 0.09 },
    });
    expect(() => worthOf('--pulls', '5')).toThrow('--pulls goes with --worth');
    expect(() => worthOf('--worth', '--pulls', '-5')).toThrow();
    expect(() => worthOf('--worth', '--pulls', '5000000000')).toThrow(
      '--pulls: got "5000000000"; it takes how often a month',
    );
    expect(() => worthOf('--worth', '--price-storage', '1e9')).toThrow(
      '--price-storage: got "1e9"; it takes US dollars',
    );
    expect(parseArguments(['inspect', 'a', '--worth'])).toMatchObject({ worth: { pulls: 1000 } });
    expect(() => worthOf('--head-vulnerabilities', 'x')).toThrow('go together');
    expect(() => parseArguments(['inspect', 'a', '--head-vulnerabilities', 'x'])).toThrow(
      '--head-vulnerabilities is no option of inspect',
    );
  });

  test('a page may come beside any other output', () => {
    expect(parseArguments(['compare', 'a', 'b', '--html', 'out.html', '--markdown'])).toMatchObject({
      output: 'markdown',
      html: 'out.html',
    });
  });

  test('record takes one image', () => {
    expect(parseArguments(['record', 'a/b:c', '--json'])).toEqual({
      kind: 'record',
      reference: 'a/b:c',
      output: 'json',
      platforms: [],
      color: 'auto',
      quiet: false,
      verbose: false,
    });
  });

  test('timeline takes a build, or none for the last one', () => {
    const expected = { ...DEFAULTS, kind: 'timeline' };
    expect(parseArguments(['timeline'])).toEqual({ ...expected, build: '' });
    expect(parseArguments(['timeline', 'build:lab/', '--markdown'])).toEqual({
      ...expected,
      build: 'build:lab/',
      output: 'markdown',
    });
    expect(() => parseArguments(['timeline', 'a', 'b'])).toThrow('timeline takes one build; it got 2');
    expect(() => parseArguments(['timeline', '--max-size', '1 MB'])).toThrow('--max-size is no option of timeline');
    expect(() => parseArguments(['timeline', '--json', '--markdown'])).toThrow('exclude each other');
  });

  test('inspect takes one image', () => {
    expect(parseArguments(['inspect', 'oci:out', '-q', '--color', 'never'])).toEqual({
      ...DEFAULTS,
      kind: 'inspect',
      reference: 'oci:out',
      files: false,
      layers: false,
      depth: 2,
      top: 10,
      advise: false,
      ignored: [],
      failOn: null,
      base: null,
      worth: null,
      quiet: true,
      color: 'never',
    });
    const words = ['inspect', 'oci:out', '--advise', '--ignore', 'a,b', '--fail-on', 'medium', '--base', 'debian:12'];
    expect(parseArguments(words)).toMatchObject({
      advise: true,
      ignored: ['a', 'b'],
      failOn: 'medium',
      base: 'debian:12',
    });
    expect(() => parseArguments(['inspect', 'oci:out', '--base', 'debian:12'])).toThrow('--base goes with --advise');
    expect(() => parseArguments(['compare', 'a', 'b', '--advise'])).toThrow(
      '--advise is no option of compare; it is one of inspect',
    );
  });

  test.each([
    [['--version'], 'version'],
    [['demo'], 'demo'],
  ])('%j is %s', (words, kind) => {
    expect(parseArguments(words)).toEqual({ kind });
  });

  test.each([
    [['-h'], null],
    [['help'], null],
    [['help', 'weigh'], null],
    [['compare', '--help'], 'compare'],
    [['--help', 'inspect', 'a', 'b'], 'inspect'],
    [['help', 'init'], 'init'],
  ])('%j asks for the help of %s', (words, command) => {
    expect(parseArguments(words)).toEqual({ kind: 'help', command });
  });

  test('options may stand before their command', () => {
    expect(parseArguments(['--platform', 'linux/arm64', 'advise'])).toMatchObject({
      kind: 'advise',
      platforms: ['linux/arm64'],
    });
  });

  test.each([
    [[], 'no command was given'],
    [['weigh'], 'there is no command "weigh"'],
    [['compare', 'a'], 'compare takes two images, BASELINE and HEAD; it got 1'],
    [['compare', 'a', 'b', 'c'], 'it got 3'],
    [['inspect'], 'inspect takes one image; it got 0'],
    [['record'], 'record takes one image; it got 0'],
    [['record', 'a', '--platform', 'linux/amd64'], '--platform is no option of record'],
    [['record', 'a', '--markdown'], '--markdown is no option of record'],
    [['inspect', 'a', '--files', '--depth', 'x'], '--depth takes a number; it got "x"'],
    [['inspect', 'a', '--sarif'], '--sarif goes with --advise'],
    [['inspect', 'a', '--advise', '--sarif', '--files'], '--files and --sarif exclude each other'],
    [['inspect', 'a', '--top', '3'], '--top goes with --files'],
    [['inspect', 'a', '--files', '--layers'], '--layers goes with --files and --json'],
    [['compare', 'a', 'b', '--files'], '--files is no option of compare; it is one of inspect'],
    [['inspect', 'a', '--max-size', '1 MB'], '--max-size is no option of inspect; it is one of compare'],
    [['inspect', 'a', '--markdown'], '--markdown is no option of inspect; it is one of compare, timeline'],
    [['inspect', 'a', '--html', 'x'], '--html is no option of inspect; it is one of compare'],
    [['compare', 'a', 'b', '--html', ''], '--html takes a file'],
    [['compare', 'a', 'b', '--head-base', ''], '--head-base takes an image'],
    [['inspect', 'a', '--baseline-base', 'b'], '--baseline-base is no option of inspect; it is one of compare'],
    [['demo', 'a'], 'demo takes no image'],
    [['compare', 'a', 'b', '--json', '--markdown'], '--json and --markdown exclude each other'],
    [['compare', 'a', 'b', '--color', 'green'], '--color takes auto, always or never; it got "green"'],
    [['compare', 'a', 'b', '--nonsense'], '--nonsense'],
    [['compare', 'a', 'b', '--max-size'], '--max-size'],
  ])('%j is wrong use: %s', (words, message) => {
    expect(() => parseArguments(words)).toThrow(expect.objectContaining({ code: 'USAGE' }));
    expect(() => parseArguments(words)).toThrow(message);
  });
});
