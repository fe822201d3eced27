/**
 * The hosts as one: files go in, and what the host made of them comes out. Each takes the program to run, so that a case
 * can compare with `cat`, which shows what the host itself changes.
 */
import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinDocuments, readStream } from '../../../../src/yaml/stream.ts';
import { type Run, run } from '../programs.ts';
import { snapshot, workspace } from '../workspace.ts';

/** A user's files by name, the MoneyPositives among them. */
export type Files = Readonly<Record<string, string>>;

export interface Outcome {
  readonly status: number | null;
  /** What the user sees on the terminal. */
  readonly shown: string;
  /** The manifests after the run. */
  readonly manifests: string;
}

export interface Host {
  readonly name: string;
  /** The program to look for; `sh` where moneypositive runs alone. */
  readonly program: string;
  /** What is left of the user's manifests after an error: all in place, or no word on stdout for somebody to apply. */
  readonly afterError: 'all' | 'nothing';
  /** The user does not see stderr. */
  readonly isSilent?: true;
  /** Ends every document but the last with a blank line. */
  readonly padsDocuments?: true;
  run(path: string, files: Files, command: string): Outcome;
}

export const HOSTS = [
  {
    name: 'KRM function',
    program: 'sh',
    afterError: 'all',
    run: (_path, files, command) => {
      const items = Object.values(files).flatMap((text) => readStream(text).map((document) => document.text));
      return printed(run(command, [], { input: listOf(items) }));
    },
  },
  {
    name: 'command line',
    program: 'sh',
    afterError: 'nothing',
    run: (_path, files, command) => {
      const args = command.endsWith('cat') ? [] : ['render', '-'];
      return printed(run(command, args, { input: joinDocuments(Object.values(files)) }));
    },
  },
  {
    name: 'kpt render',
    program: 'kpt',
    afterError: 'all',
    run: (path, files, command) => {
      const cwd = workspace({ ...files, Kptfile: `${KPTFILE}pipeline: {mutators: [{exec: ${command}}]}\n` });
      return inFolder(run(path, ['fn', 'render', '--allow-exec'], { cwd }), cwd);
    },
  },
  {
    name: 'kpt eval',
    program: 'kpt',
    afterError: 'all',
    run: (path, files, command) => {
      const cwd = workspace({ ...files, Kptfile: KPTFILE });
      return inFolder(run(path, ['fn', 'eval', '--exec', command], { cwd }), cwd);
    },
  },
  {
    name: 'kustomize generator',
    program: 'kustomize',
    afterError: 'nothing',
    run: (path, files, command) => {
      const { resources, stacks } = split(files);
      const generators = Object.fromEntries(
        Object.entries(stacks).map(([name, text]) => [
          name,
          text.replace('  annotations:\n', `  annotations:\n    ${FUNCTION}\n`),
        ]),
      );
      return kustomize(path, { ...resources, ...generators }, command, {
        resources: Object.keys(resources),
        generators: Object.keys(stacks),
      });
    },
  },
  {
    name: 'kustomize transformer',
    program: 'kustomize',
    afterError: 'nothing',
    run: (path, files, command) =>
      kustomize(path, { ...files, 'function.yaml': CONFIG }, command, {
        resources: Object.keys(files),
        transformers: ['function.yaml'],
      }),
  },
  {
    name: 'Helm 3',
    program: 'helm3',
    afterError: 'nothing',
    run: (path, files, command) => {
      const args = ['template', 'release', '.', '--post-renderer', command];
      return printed(run(path, args, { cwd: chart(files) }));
    },
  },
  {
    name: 'Helm 4',
    program: 'helm4',
    afterError: 'nothing',
    isSilent: true,
    padsDocuments: true,
    run: (path, files, command) => {
      const plugins = workspace({ 'conformance/plugin.yaml': plugin(command) });
      const args = [
        `HELM_PLUGINS=${plugins}`,
        path,
        'template',
        'release',
        '.',
        '--post-renderer',
        'conformance',
      ];
      return printed(run('env', args, { cwd: chart(files) }));
    },
  },
] as const satisfies readonly Host[];

export type HostName = (typeof HOSTS)[number]['name'];

const KPTFILE = 'apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata: {name: app} # the package\n';
const FUNCTION = `config.kubernetes.io/function: 'exec: {path: ./program}'`;
const CONFIG = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: function\n  annotations:\n    ${FUNCTION}\n`;

/** A ResourceList whose items are these documents, each line as it is, two columns to the right. */
function listOf(documents: readonly string[]): string {
  const items = documents.map((text) => `- ${text.replace(/^---.*\n/, '').replaceAll(/\n(?=.)/g, '\n  ')}`);
  return `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${items.join('')}`;
}

function isStack(text: string): boolean {
  return text.includes('kind: MoneyPositive');
}

function split(files: Files): { readonly resources: Files; readonly stacks: Files } {
  const entries = Object.entries(files);
  return {
    resources: Object.fromEntries(entries.filter(([, text]) => !isStack(text))),
    stacks: Object.fromEntries(entries.filter(([, text]) => isStack(text))),
  };
}

function printed({ status, stdout, stderr }: Run): Outcome {
  return { status, shown: stderr, manifests: stdout };
}

function inFolder({ status, stdout, stderr }: Run, cwd: string): Outcome {
  const texts = [...snapshot(cwd)].flatMap(([name, text]) => (name === 'Kptfile' ? [] : [text]));
  return { status, shown: stdout + stderr, manifests: joinDocuments(texts) };
}

function kustomize(path: string, files: Files, command: string, fields: object): Outcome {
  const cwd = workspace({ ...files, 'kustomization.yaml': JSON.stringify(fields) });
  const program = join(cwd, 'program');
  if (command.endsWith('cat')) writeFileSync(program, '#!/bin/sh\ncat\n');
  else copyFileSync(command, program);
  chmodSync(program, 0o755);
  return printed(run(path, ['build', '--enable-alpha-plugins', '--enable-exec', '.'], { cwd }));
}

/** A chart with these files as templates. */
function chart(files: Files): string {
  const templates = Object.entries(files).map(([name, text]) => [`templates/${name}`, text]);
  return workspace({
    'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 0.1.0\n',
    ...Object.fromEntries(templates),
  });
}

function plugin(command: string): string {
  return `apiVersion: v1
type: postrenderer/v1
name: conformance
version: 0.1.0
runtime: subprocess
config: {}
runtimeConfig:
  platformCommand: [{command: ${command}}]
`;
}
