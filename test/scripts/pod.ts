/**
 * Runs containers of rendered pods as a kubelet would: with the rendered command, arguments, variables, volumes and user, as
 * process 1, on a root file system that is read-only. Of an image there is what this machine has, and the project's folder.
 */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ConfigMap, Container as ContainerSpec, PodTemplateSpec } from '../../src/k8s/models.ts';
import { containersOf } from '../support/stack-objects.ts';
import { type Container, type Environment, startAsProcess1 } from './container.ts';
import type { Network } from './network.ts';
import { type Files, type Migrations, writeProject } from './project.ts';
import { PYTHON, WITH_MOUNTS } from './tools.ts';

/** Where the image has the project, its working directory. */
const WORKING_DIRECTORY = '/srv/project';

/** The program that starts a container without a command. */
const ENTRYPOINT = 'entrypoint';

const ENTER = resolve(import.meta.dirname, 'enter-container.sh');

/** What pods find around them. */
export interface Node {
  /** The project as its image has it; its `bin` is on the PATH. */
  readonly project: string;
  /** Secrets by name, then by key. */
  readonly secrets: Readonly<Record<string, Environment>>;
  readonly configMaps: readonly ConfigMap[];
  /** Folders that outlive a pod, by the name of the volume. */
  readonly claims?: Readonly<Record<string, string>>;
  /** A network of the test's own, in which ports are free; absent: the machine's. */
  readonly network?: Network;
}

/** Starts one container of a pod; its image's entrypoint is in `projectWith`, should it need one. */
export function startContainer(node: Node, pod: PodTemplateSpec, name: string): Container {
  const { command = [ENTRYPOINT], args = [] } = containerOf(pod, name);
  return startAs(node, pod, name, [...command, ...args]);
}

/** Starts one container of a pod and waits for its end: its exit code and output. */
export async function runContainer(node: Node, pod: PodTemplateSpec, name: string): Promise<Ended> {
  return ended(startContainer(node, pod, name));
}

/** Runs a program with all that a container has, as an exec probe does, and waits for its end. */
export function runInContainer(
  node: Node,
  pod: PodTemplateSpec,
  name: string,
  argv: readonly string[],
): Promise<Ended> {
  return ended(startAs(node, pod, name, argv));
}

interface Ended {
  readonly code: number;
  readonly output: string;
}

async function ended(container: Container): Promise<Ended> {
  return { code: await container.ended, output: container.output() };
}

function startAs(node: Node, pod: PodTemplateSpec, name: string, argv: readonly string[]): Container {
  const spec = containerOf(pod, name);
  const env = variablesOf(spec, node);
  const { runAsUser, runAsGroup } = pod.spec?.securityContext ?? {};
  const enter = [
    ...['sh', ENTER, temporaryFolder('root'), `${runAsUser}`, `${runAsGroup}`, WORKING_DIRECTORY],
    ...mounts(node, pod, spec),
    '--',
  ];
  return startAsProcess1(
    [...(node.network?.enter ?? []), ...WITH_MOUNTS],
    [...enter, ...argv.map((text) => expand(text, env))],
    '/',
    { PATH: `${WORKING_DIRECTORY}/bin:/usr/bin:/bin`, PYTHONPATH: process.env['PYTHONPATH'], ...env },
  );
}

function containerOf(pod: PodTemplateSpec, name: string): ContainerSpec {
  const spec = containersOf(pod).find((container) => container.name === name);
  if (spec === undefined) throw new Error(`the pod has no container ${name}`);
  return spec;
}

/** An image's project folder; `bin/python` is the interpreter of these tests. */
export function projectWith(migrations: Migrations, more: Files = {}): string {
  const folder = temporaryFolder('project');
  writeProject(folder, migrations, more);
  const programs = join(folder, 'bin');
  mkdirSync(programs, { recursive: true });
  for (const program of readdirSync(programs)) chmodSync(join(programs, program), 0o755);
  symlinkSync(PYTHON, join(programs, 'python'));
  return folder;
}

/** A new folder that everybody may write to, gone after the test. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `moneypositive-${name}-`));
  chmodSync(folder, 0o777);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** `SOURCE TARGET` for each mount; an empty source is an empty directory in memory. */
function mounts(node: Node, pod: PodTemplateSpec, { volumeMounts = [] }: ContainerSpec): readonly string[] {
  const own = volumeMounts.flatMap(({ name, mountPath }) => [sourceOf(node, pod, name), mountPath]);
  const hosts = node.network ? [node.network.hosts, '/etc/hosts'] : [];
  return [node.project, WORKING_DIRECTORY, ...hosts, ...own];
}

function sourceOf({ claims = {}, configMaps }: Node, pod: PodTemplateSpec, name: string): string {
  const volume = pod.spec?.volumes?.find((one) => one.name === name);
  if (claims[name] !== undefined) return claims[name];
  if (volume?.emptyDir) return '';
  const configMap = configMaps.find(({ metadata }) => metadata?.name === volume?.configMap?.name);
  if (configMap === undefined) throw new Error(`there is nothing to mount as ${name}`);
  return folderOf(configMap);
}

function folderOf({ data = {} }: ConfigMap): string {
  const folder = temporaryFolder('config-map');
  for (const [file, text] of Object.entries(data)) writeFileSync(join(folder, file), text);
  return folder;
}

/** The variables of a container. Source: makeEnvironmentVariables in the kubelet. */
function variablesOf({ env = [], envFrom = [] }: ContainerSpec, { secrets }: Node): Environment {
  const secret = (name = ''): Environment => {
    const found = secrets[name];
    if (found === undefined) throw new Error(`there is no Secret ${name}`);
    return found;
  };
  const variables: Record<string, string> = {};
  for (const { secretRef } of envFrom) Object.assign(variables, secret(secretRef?.name));
  for (const { name, value = '', valueFrom } of env) {
    const { secretKeyRef } = valueFrom ?? {};
    variables[name] = secretKeyRef
      ? (secret(secretKeyRef.name)[secretKeyRef.key] ?? '')
      : expand(value, variables);
  }
  return variables;
}

/** `$(NAME)` and `$$`; a name that is not known stays as it stands. Source: third_party/forked/golang/expansion. */
function expand(text: string, variables: Environment): string {
  return text.replace(
    /\$(?:(\$)|\(([^)]*)\))/g,
    (whole, dollar: string | undefined, name: string) => dollar ?? variables[name] ?? whole,
  );
}
