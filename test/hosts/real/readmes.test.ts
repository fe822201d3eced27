/** What the READMEs of `examples/hosts` say is tried: every command, in a copy of the folders, and what it prints. */
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { type Command, commandsOf, isAsSaid, withOutputs } from '../../support/console.ts';
import { BUNDLE, describeWith, run } from './programs.ts';
import { workspace } from './workspace.ts';

const HOSTS = 'examples/hosts';

/** The program that a folder is about, by the name it has here and by the one that users know. */
const PROGRAMS: Readonly<Record<string, { readonly program: string; readonly name: string }>> = {
  argocd: { program: 'kustomize', name: 'kustomize' },
  flux: { program: 'kustomize', name: 'kustomize' },
  'helm-3': { program: 'helm3', name: 'helm' },
  'helm-4': { program: 'helm4', name: 'helm' },
  kpt: { program: 'kpt', name: 'kpt' },
  kustomize: { program: 'kustomize', name: 'kustomize' },
};

/** `UPDATE_READMES=1 npm run test:hosts` writes what came out; elided lines have to be elided again by hand. */
const UPDATE = process.env['UPDATE_READMES'] === '1';

const FOLDERS = readdirSync(HOSTS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it('is tried for every folder', () => {
  expect(FOLDERS.length).toBeGreaterThan(0);
  expect(FOLDERS.filter((folder) => !Object.hasOwn(PROGRAMS, folder))).toEqual([]);
});

for (const folder of FOLDERS) {
  const { program, name } = PROGRAMS[folder] ?? { program: folder, name: folder };
  describeWith(program, `the README of ${HOSTS}/${folder}`, (path) => {
    it('says what its commands print', () => {
      const readme = join(HOSTS, folder, 'README.md');
      const text = readFileSync(readme, 'utf8');
      const commands = commandsOf(text);
      expect(commands.length).toBeGreaterThan(0);
      const session = openSession(folder, { [name]: path });
      const actual = new Map(commands.map((said) => [said, runCommand(said, session)]));
      if (UPDATE) writeFileSync(readme, withOutputs(text, actual));
      else for (const [said, output] of actual) expect.soft(shownAs(said, output)).toBe(said.output);
    });
  });
}

interface Session {
  readonly cwd: string;
  readonly path: string;
}

/** A copy of the folders, and the programs by their names. */
function openSession(folder: string, programs: Readonly<Record<string, string>>): Session {
  const root = workspace({});
  cpSync(HOSTS, join(root, 'hosts'), { recursive: true });
  const bin = join(root, 'bin');
  mkdirSync(bin);
  for (const [name, target] of Object.entries({ ...programs, moneypositive: BUNDLE })) {
    symlinkSync(resolve(target), join(bin, name));
  }
  return { cwd: join(root, 'hosts', folder), path: `${bin}${delimiter}${process.env['PATH']}` };
}

/** Its output in the order it was printed. A command that fails says so: `…; echo "exit code $?"`. */
function runCommand({ command }: Command, { cwd, path }: Session): string {
  const script = `exec 2>&1; export PATH="$1" HOME="$2" HELM_PLUGINS="$2/helm/plugins"; ${command}`;
  const { status, stdout } = run('bash', ['-c', script, 'bash', path, join(cwd, '..')], { cwd });
  expect.soft({ command, status, ...(status !== 0 && { stdout }) }).toEqual({ command, status: 0 });
  return stdout;
}

/** What the README says where that is what came out, so that a difference is shown line by line. */
function shownAs(said: Command, actual: string): string {
  return isAsSaid(said, actual) ? said.output : actual;
}
