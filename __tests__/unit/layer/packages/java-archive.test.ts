import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { JavaArchive } from '../../../../src/layer/packages/java-archive.ts';
import { makeZip } from './make-zip.ts';

function read(archive: Buffer, chunk = 65_536): string | null {
  const reader = new JavaArchive(archive.length);
  for (let place = 0; place < archive.length; place += chunk) reader.write(archive.subarray(place, place + chunk));
  return reader.end();
}

const MANIFEST = {
  name: 'META-INF/MANIFEST.MF',
  content:
    'Manifest-Version: 1.0\r\nImplementation-Title: Some\r\n  thing\r\nImplementation-Version: 1.2\r\n\r\nName: x\r\n',
};
const POM = {
  name: 'META-INF/maven/com.acme/api/pom.properties',
  content: '#Generated\nversion=1.2.3\ngroupId=com.acme\nartifactId=api\n',
};
const library = (name: string, bytes: number) => ({
  name: `BOOT-INF/lib/${name}`,
  content: randomBytes(bytes),
  isStored: true,
});
const FILES = [
  MANIFEST,
  { name: 'A.class', content: 'x'.repeat(500) },
  library('a-1.jar', 5000),
  library('b-2.0.jar', 70),
  POM,
];
const TEXT = `Java archive
manifest\tSome thing\t1.2
archive\tBOOT-INF/lib/a-1.jar\t5000
archive\tBOOT-INF/lib/b-2.0.jar\t70
pom\tcom.acme\tapi\t1.2.3`;

test('what it says of itself, and the archives in it with their bytes, however it is cut', () => {
  const archive = makeZip(FILES, 'a comment');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: archive.length }), (chunk) => {
      expect(read(archive, chunk)).toBe(TEXT);
    }),
  );
});

test('one that a script starts, as Spring Boot makes them', () => {
  expect(read(Buffer.concat([Buffer.from('#!/bin/bash\nexec java -jar "$0"\n'), makeZip(FILES)]))).toBe(TEXT);
});

test('of a large one, what its beginning and its end have', () => {
  const classes = { name: 'big', content: randomBytes(6_000_000), isStored: true };
  const middle = { ...POM, name: 'META-INF/maven/com.acme/middle/pom.properties' };
  const archive = makeZip([MANIFEST, library('first-1.jar', 100_000), middle, classes, POM]);
  expect(read(archive)?.split('\n').slice(1)).toEqual([
    'manifest\tSome thing\t1.2',
    'archive\tBOOT-INF/lib/first-1.jar\t100000',
    'pom\tcom.acme\tmiddle\t',
    'pom\tcom.acme\tapi\t1.2.3',
  ]);
});

test('OSGi’s names where there are no others', () => {
  const content = 'Bundle-SymbolicName: org.acme.x;singleton:=true\nBundle-Version: 4.0.0\n';
  expect(read(makeZip([{ ...MANIFEST, content }]))).toBe('Java archive\nmanifest\torg.acme.x\t4.0.0');
});

describe('says nothing', () => {
  test.each<[string, Buffer]>([
    ['of what is no archive', Buffer.alloc(100_000, 'PK')],
    ['of an empty file', Buffer.alloc(0)],
    ['of a directory that is not there', makeZip(FILES).subarray(-22)],
    ['of an archive that is cut off', makeZip(FILES).subarray(0, -1)],
  ])('%s', (_, archive) => {
    expect(read(archive)).toBeNull();
  });

  test('of a manifest that unpacks to more than any has, and of the first hundred poms only', () => {
    const bomb = {
      ...MANIFEST,
      content: Buffer.concat([Buffer.from(MANIFEST.content), Buffer.alloc(100_000_000, 10)]),
    };
    expect(read(makeZip([bomb]))).toBe('Java archive\n');
    const poms = Array.from({ length: 2000 }, (_, place) => ({
      name: `META-INF/maven/g/a${place}/pom.properties`,
      content: `version=1\n${'#'.repeat(250_000)}`,
    }));
    const text = read(makeZip(poms)) ?? '';
    expect(text.match(/\t1$/gm)).toHaveLength(100);
  });
});

test('whatever bytes come, it ends without an error', () => {
  const archive = makeZip(FILES);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { maxLength: 20 }), (changes) => {
      const other = Buffer.from(archive);
      for (const [place, byte] of changes) other[place] = byte;
      expect(typeof (read(other) ?? '')).toBe('string');
    }),
  );
});
