/** A private MariaDB server in a temporary folder, on a free loopback port. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort, until } from './servers.ts';
import { PYTHON } from './tools.ts';

export interface Mariadb {
  /** What Django's settings need for a database that exists, empty. */
  readonly database: (name: 'shop' | 'blog') => Readonly<Record<string, unknown>>;
  /** Runs one statement as the application's user; the rows as text, one a line. */
  readonly sql: (statement: string) => string;
  /** Stops the server and removes its folder. */
  readonly remove: () => Promise<void>;
}

const PASSWORD = 'S3cret-of-the-tests';

const FIRST_SQL = `
CREATE DATABASE shop;
CREATE DATABASE blog;
CREATE USER shop@'127.0.0.1' IDENTIFIED BY '${PASSWORD}';
GRANT ALL ON *.* TO shop@'127.0.0.1';
`;

const QUERY = `
import MySQLdb, sys
connection = MySQLdb.connect(host='127.0.0.1', port=int(sys.argv[1]), user='shop', passwd=sys.argv[2], db='shop')
cursor = connection.cursor()
cursor.execute(sys.argv[3])
for row in cursor.fetchall():
    print(*row, sep='|')
`;

/** A new server, started. */
export async function newMariadb(): Promise<Mariadb> {
  const folder = mkdtempSync(join(tmpdir(), 'moneypositive-mariadb-'));
  const port = await freePort();
  const user = userInfo().username;
  const own = ['--no-defaults', `--user=${user}`, `--datadir=${join(folder, 'data')}`];
  execFileSync('mariadb-install-db', [...own, '--auth-root-authentication-method=normal', '--skip-test-db'], {
    stdio: 'pipe',
  });
  writeFileSync(join(folder, 'first.sql'), FIRST_SQL);
  const options = {
    port,
    'bind-address': '127.0.0.1',
    socket: join(folder, 'socket'),
    'pid-file': join(folder, 'pid'),
    'init-file': join(folder, 'first.sql'),
    'log-error': join(folder, 'log'),
  };
  const args = Object.entries(options).map(([key, value]) => `--${key}=${value}`);
  const server = spawn('mariadbd', [...own, '--skip-name-resolve', ...args], { stdio: 'ignore' });

  const sql = (statement: string): string =>
    execFileSync(PYTHON, ['-c', QUERY, `${port}`, PASSWORD, statement], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  const remove = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  };
  await until(() => sql('SELECT 1') === '1');
  const database = (name: 'shop' | 'blog') => ({
    ...{
      ENGINE: 'django.db.backends.mysql',
      HOST: '127.0.0.1',
      PORT: port,
      NAME: name,
      USER: 'shop',
      PASSWORD,
    },
  });
  return { database, sql, remove };
}
