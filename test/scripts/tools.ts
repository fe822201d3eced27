/** The programs that these tests drive. A missing one skips the tests on a developer's machine and fails them in CI. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'vitest';

/** The interpreter that has Django; its PYTHONPATH may point to another Django than the installed one. */
export const PYTHON = process.env['PYTHON'] ?? '/usr/bin/python3';

const IS_ROOT = process.getuid?.() === 0;

/** Starts a program as process 1 of a PID namespace, where signals mean what they mean in a container. */
export const AS_PROCESS_1: readonly string[] = [
  'unshare',
  ...(IS_ROOT ? [] : ['--user', '--map-root-user']),
  ...['--pid', '--fork', '--kill-child=KILL'],
];

/** Starts a program as a user that PostgreSQL accepts: it refuses to run as root. */
export const AS_POSTGRES: readonly string[] = IS_ROOT
  ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups']
  : [];

/** The folder of the newest PostgreSQL server's programs; undefined if there is none (Debian's layout, else the PATH). */
export function postgresPrograms(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(root, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  return folders.find((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')));
}

/** Starts a program as process 1 of namespaces where it may also mount what it likes. */
export const WITH_MOUNTS: readonly string[] = [...AS_PROCESS_1, '--mount'];

const TOOLS = {
  unshare: () => succeeds([...AS_PROCESS_1, 'true']),
  'root, to mount': () => IS_ROOT && succeeds([...WITH_MOUNTS, 'mount', '-t', 'tmpfs', 'none', tmpdir()]),
  'python3 with django': () => succeeds([PYTHON, '-c', 'import django']),
  'python3 with a PostgreSQL driver': () =>
    succeeds([PYTHON, '-c', 'import psycopg2']) || succeeds([PYTHON, '-c', 'import psycopg']),
  'python3 with MySQLdb': () => succeeds([PYTHON, '-c', 'import MySQLdb']),
  gunicorn: () => succeeds([PYTHON, '-c', 'import gunicorn']),
  celery: () => succeeds([PYTHON, '-c', 'import celery, redis, django_celery_beat']),
  'redis-server': () => succeeds(['redis-server', '--version']),
  postgres: () => postgresPrograms() !== undefined && succeeds(['psql', '--version']),
  mariadbd: () =>
    succeeds(['mariadbd', '--no-defaults', '--version']) && succeeds(['my_print_defaults', '--version']),
} as const;

export type Tool = keyof typeof TOOLS;

/** `describe` for tests that need these programs besides Django. */
export function describeWith(tools: readonly Tool[], title: string, body: () => void): void {
  const needed: readonly Tool[] = ['unshare', 'python3 with django', ...tools];
  const missing = needed.find((tool) => !TOOLS[tool]());
  if (missing === undefined) describe(title, body);
  else if (process.env['CI']) throw new Error(`${missing} not found; tools/install-django.sh installs it`);
  else test.skip(`${title} (skipped: ${missing} not found)`); // not the body: it makes folders
}

function succeeds([program = '', ...args]: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
