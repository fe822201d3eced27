/** A private PostgreSQL server in a temporary folder, on a free loopback port. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, until } from './servers.ts';
import { AS_POSTGRES, postgresPrograms } from './tools.ts';

export interface Postgres {
  /** Where its socket is: what a container of another network is given for HOST. */
  readonly folder: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Stops the server and removes its folder. */
  readonly remove: () => Promise<void>;
  /** Runs SQL as the superuser; the rows as text, one a line. */
  readonly sql: (database: string, text: string) => string;
  /** Makes an empty database; returns what Django's settings need for it. */
  readonly createDatabase: (name: string) => DjangoDatabase;
}

export type DjangoDatabase = Readonly<Record<string, unknown>>;

const PASSWORD = 'S3cret-of-the-tests';

/** A new server, started. */
export async function newPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'moneypositive-postgres-'));
  const port = await freePort();
  execFileSync('chmod', ['0777', folder]);
  writeFileSync(join(folder, 'password'), PASSWORD);
  asPostgres('initdb', [
    '-D',
    join(folder, 'data'),
    '-U',
    'admin',
    '--auth=scram-sha-256',
    `--pwfile=${join(folder, 'password')}`,
    '--no-sync',
    '--locale=C',
    '--encoding=UTF8',
  ]);
  let server: ChildProcess | undefined;

  const sql = (database: string, text: string): string =>
    execFileSync(
      'psql',
      [
        '-h',
        '127.0.0.1',
        '-p',
        `${port}`,
        '-U',
        'admin',
        '-d',
        database,
        '-X',
        '-qAt',
        '-v',
        'ON_ERROR_STOP=1',
        '-c',
        text,
      ],
      {
        env: { ...process.env, PGPASSWORD: PASSWORD },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    ).trim();

  const start = async (): Promise<void> => {
    server = spawnPostgres(folder, port);
    await until(() => {
      sql('postgres', 'SELECT 1');
      return true;
    });
  };
  const stop = async (): Promise<void> => {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGINT'); // fast shutdown: connections are closed
    await ended;
  };
  const remove = async (): Promise<void> => {
    if (server?.exitCode === null) await stop();
    rmSync(folder, { recursive: true });
  };
  const createDatabase = (name: string): DjangoDatabase => {
    // Not a superuser: an application's role isn't one either.
    sql('postgres', `CREATE ROLE "${name}" LOGIN PASSWORD '${PASSWORD}'`);
    sql('postgres', `CREATE DATABASE "${name}" OWNER "${name}"`);
    return {
      ENGINE: 'django.db.backends.postgresql',
      HOST: '127.0.0.1',
      PORT: port,
      NAME: name,
      USER: name,
      PASSWORD,
    };
  };
  await start();
  return { folder, start, stop, remove, sql, createDatabase };
}

function spawnPostgres(folder: string, port: number): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    log_min_messages: 'fatal',
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const [program = '', ...args] = [
    ...AS_POSTGRES,
    programPath('postgres'),
    '-D',
    join(folder, 'data'),
    '-p',
    `${port}`,
    ...options,
  ];
  return spawn(program, args, { cwd: folder, stdio: 'ignore' });
}

function asPostgres(program: string, args: readonly string[]): void {
  const [command = '', ...rest] = [...AS_POSTGRES, programPath(program), ...args];
  const result = spawnSync(command, rest, { cwd: tmpdir(), encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${program} failed: ${result.stderr}`);
}

function programPath(program: string): string {
  return join(postgresPrograms() ?? '', program);
}
