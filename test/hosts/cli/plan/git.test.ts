/** Sides of a plan that come from a real git repository. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeIo } from '../../../../src/hosts/cli/node-io.ts';
import { parseRevision } from '../../../../src/hosts/cli/plan/git.ts';
import { runProgram } from '../../../../src/hosts/cli/program.ts';
import { describeWith, output } from '../../real/programs.ts';
import { BROKEN, FOREIGN, stack } from '../stacks.ts';

describe('parseRevision', () => {
  it.each([
    ['HEAD~1:deploy/', { rev: 'HEAD~1', path: 'deploy/' }],
    ['main:./a:b.yaml', { rev: 'main', path: './a:b.yaml' }],
    ['main@{10:00}:a.yaml', { rev: 'main@{10:00}', path: 'a.yaml' }],
    ['HEAD^{/fix: it}:', { rev: 'HEAD^{/fix: it}', path: '' }],
    [':a.yaml', { rev: '', path: 'a.yaml' }],
    ['main', undefined],
    ['main@{10:00}', undefined],
  ])('%s', (text, expected) => {
    expect(parseRevision(text)).toEqual(expected);
  });
});

describeWith('git', 'a git repository', (git) => {
  let repository: string;

  beforeAll(() => {
    repository = mkdtempSync(join(tmpdir(), 'plan-git-'));
    const commit = (files: Readonly<Record<string, string>>, message: string) => {
      for (const [path, text] of Object.entries(files)) write(join(repository, path), text);
      inRepository('add', '--all');
      inRepository('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '-m', message);
    };
    const inRepository = (...args: readonly string[]) => output(git, ['-C', repository, ...args]);
    inRepository('init', '--quiet', '--initial-branch=main');
    symlinkSync('README', join(write(join(repository, 'links/README'), ''), 'a.yaml'));
    commit(
      {
        'k/shop.yaml': stack(),
        'k/settings.yaml': FOREIGN,
        'k/sub/no.yaml': BROKEN,
        'k/kustomization.yaml': '',
      },
      'one',
    );
    commit({ 'k/shop.yaml': stack({ spec: '    replicas: 3\n' }), 'empty/README': '' }, 'two: more');
    write(join(repository, 'k/shop.yaml'), stack({ spec: '    replicas: 4\n' }));
  });

  afterAll(() => rmSync(repository, { recursive: true }));

  /** As if it ran in a folder of the repository; files are named by their whole paths. */
  function plan(args: readonly string[], folder = '.') {
    const runGit = (own: readonly string[]) => nodeIo.runGit(['-C', join(repository, folder), ...own]);
    return runProgram(['plan', ...args], { ...nodeIo, runGit });
  }

  function file(path: string): string {
    return join(repository, path);
  }

  it.each([
    ['a file from the top', ['HEAD~1:k/shop.yaml', 'HEAD:k/shop.yaml'], '.', '2 -> 3'],
    ['a file from here', ['HEAD~1:./shop.yaml', 'HEAD:../k/shop.yaml'], 'k', '2 -> 3'],
    ['a folder', ['HEAD~1:k', 'HEAD:k/'], '.', '2 -> 3'],
    ['the folder here', ['HEAD~1:./', 'HEAD:./'], 'k', '2 -> 3'],
    ['a folder from the top, from another one', ['HEAD~1:k', 'HEAD:k'], 'k/sub', '2 -> 3'],
    ['a revision by its message', ['HEAD^{/one}:k', 'HEAD^{/two: more}:k'], '.', '2 -> 3'],
  ])('has %s', async (_, args, folder, scaled) => {
    const { stdout, stderr, exitCode } = await plan(args, folder);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain(scaled);
  });

  it('is compared with what is not committed yet', async () => {
    const work = file('k/shop.yaml');
    expect((await plan(['HEAD:k/shop.yaml', work])).stdout).toContain('3 -> 4');
  });

  it.each([
    ['the file of the other side', ['HEAD~1', 'k/shop.yaml'], '2 -> 4'],
    ['the folder of the other side', ['main', 'k'], '3 -> 4'],
  ])('takes a revision alone for %s, wherever it runs', async (_, [rev = '', path = ''], scaled) => {
    const { stdout, stderr } = await runProgram(['plan', rev, file(path)], nodeIo);
    expect(stderr).toBe('');
    expect(stdout).toContain(scaled);
  });

  it('takes a revision alone for the path of the other revision', async () => {
    expect((await plan(['HEAD~1', 'HEAD:k/shop.yaml'])).stdout).toContain('2 -> 3');
  });

  it('names the revision where something is wrong in it', async () => {
    const { stderr, exitCode } = await plan(['HEAD:k/sub', 'HEAD:k']);
    expect(stderr).toMatch(/^HEAD:k\/sub\/no\.yaml:15:11: error: /);
    expect(exitCode).toBe(1);
  });

  it.each([
    ['another revision', ['nope:k', 'HEAD:k'], 'git has no revision nope here'],
    [
      'another path',
      ['HEAD:shop.yaml', 'HEAD:k'],
      "git: path 'shop.yaml' does not exist in 'HEAD'; paths count from the top",
    ],
    ['no path', ['HEAD~1', 'HEAD'], 'say which path of HEAD~1 is meant: HEAD~1:PATH'],
    ['no path for stdin', ['HEAD', '-'], 'say which path of HEAD is meant: HEAD:PATH'],
    ['a file that is not there, beside a revision', ['HEAD', 'nope.yaml'], 'nope.yaml is neither a file'],
    ['the index', [':k', 'HEAD:k'], 'name a revision before the colon'],
    ['a folder without manifests', ['HEAD:empty', 'HEAD:k'], 'HEAD:empty holds no manifests'],
    ['a link', ['HEAD:links', 'HEAD:k'], 'HEAD:links/a.yaml is a symbolic link'],
    ['neither of both', ['nope', 'HEAD:k'], 'nope is neither a file or folder nor a git revision'],
    [
      'what would be an option of git',
      ['--', '--output=x:k', 'HEAD:k'],
      'no revision of git begins with a dash',
    ],
    [
      'an option of git alone',
      ['--', '--all', 'HEAD:k'],
      '--all is neither a file or folder nor a git revision',
    ],
  ])('refuses %s', async (_, args, message) => {
    const { stdout, stderr, exitCode } = await plan(args);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toMatch(/^error: [^\n]*\n$/);
    expect(stderr).toContain(message);
  });

  it('is said to be none where it is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plan-no-git-'));
    const runGit = (own: readonly string[]) => nodeIo.runGit(['-C', folder, ...own]);
    const { stderr, exitCode } = await runProgram(['plan', 'HEAD:a', 'HEAD:b'], { ...nodeIo, runGit });
    rmSync(folder, { recursive: true });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: git: not a git repository/);
  });
});

function write(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return dirname(path);
}
