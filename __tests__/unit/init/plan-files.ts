import { expect } from '@jest/globals';
import { detectKind } from '../../../src/init/detect-kind.ts';
import { planProject } from '../../../src/init/plan-project.ts';
import { found } from '../advice/found.ts';
import { makeProject } from './fake-project.ts';
import type { Kind } from '../../../src/init/kinds.ts';

/** What init writes for a project of these files: nothing that advise would find something in. */
export async function plan(files: Record<string, string>, wishes: { main?: string; port?: number; kind?: Kind } = {}) {
  const project = makeProject(files);
  const { kind = await detectKind(project), main = null, port = null } = wishes;
  const { images, write, ignored, notes } = await planProject(project, kind, { main, port });
  const text = write((image) => `${image}@sha256:${'0'.repeat(64)}`).text;
  expect(found(text, { files })).toEqual([]);
  return { images, text: write((image) => image).text, ignored, notes };
}

/** Files of projects that are little else than of their kind. */
export const GO = { 'go.mod': 'module example.com/x\n\ngo 1.24\n', 'main.go': '// Package main\n\npackage main\n' };
export const SERVER = { 'server.js': '' };
export const PIP = { 'requirements.txt': 'flask\ngunicorn==23\n' };
export const CARGO = { 'Cargo.toml': '[package]\nname = "x"\n', 'src/main.rs': '' };
export const npm = (manifest: object) => ({ 'package.json': JSON.stringify(manifest) });
export const VITE = { scripts: { build: 'tsc -b && vite build' }, devDependencies: { vite: '8' } };
export const pom = (inside: string) => `<project><artifactId>a</artifactId><version>1.0</version>${inside}</project>`;
export const java = (name: string) => ({
  [`src/main/java/com/example/${name}.java`]:
    'package com.example;\nclass X { public static void main(String[] a) {} }',
});
export const APPLICATION = "plugins {\n    id 'application'\n}\napplication {\n    mainClass = 'com.example.App'\n}\n";
export const WEB = 'Microsoft.NET.Sdk.Web';
export const csproj = (sdk: string, framework: string) =>
  `<Project Sdk="${sdk}"><PropertyGroup><TargetFramework>${framework}</TargetFramework></PropertyGroup></Project>`;
