import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../src/hosts/cli/manifests.ts';
import { memoryIo } from './memory-io.ts';

const FILES = {
  'k8s/b.yml': 'b',
  'k8s/a.yaml': 'a',
  'k8s/c.json': 'c',
  'k8s/B.yaml': 'B',
  'k8s/readme.md': '',
  'k8s/Kptfile': '',
  'k8s/kustomization.yaml': '',
  'k8s/sub/d.yaml': 'd',
  'k8s/folder.yaml/x.yaml': 'x',
  'docs/readme.md': '',
  'notes.txt': 'n',
};

async function read(paths: readonly string[], stdin?: string) {
  const manifests = await readManifests(paths, memoryIo(FILES, stdin === undefined ? {} : { stdin }));
  return manifests.map(({ path, bytes }) => `${path}=${Buffer.from(bytes)}`);
}

describe('readManifests', () => {
  it('takes the manifests of a folder by name, those of its subfolders not', async () => {
    expect(await read(['k8s'])).toEqual(['k8s/B.yaml=B', 'k8s/a.yaml=a', 'k8s/b.yml=b', 'k8s/c.json=c']);
    expect(await read(['k8s/'])).toEqual(await read(['k8s']));
  });

  it('takes a file that is named, whatever its name, in the order of the names', async () => {
    expect(await read(['notes.txt', 'k8s/b.yml'])).toEqual(['notes.txt=n', 'k8s/b.yml=b']);
  });

  it('takes no file twice', async () => {
    expect(await read(['k8s/b.yml', 'k8s', './k8s/a.yaml', `${process.cwd()}/k8s/b.yml`])).toEqual([
      'k8s/b.yml=b',
      'k8s/B.yaml=B',
      'k8s/a.yaml=a',
      'k8s/c.json=c',
    ]);
  });

  it('reads stdin for -, once, where it stands, and without any name', async () => {
    expect(await read(['-', 'notes.txt', '-'], 's')).toEqual(['<stdin>=s', 'notes.txt=n']);
    expect(await read([], 's')).toEqual(['<stdin>=s']);
  });

  it.each([
    [['docs'], 'docs holds no manifests'],
    [['-'], 'nothing to read'],
    [[], 'nothing to read'],
    [['nowhere'], 'ENOENT'],
  ])('refuses %j', async (paths, message) => {
    await expect(read(paths)).rejects.toThrow(message);
  });

  it('asks for stdin only if it is named', async () => {
    const io = { ...memoryIo(FILES), readStdin: () => Promise.reject(new Error('read stdin')) };
    expect(await readManifests(['notes.txt'], io)).toHaveLength(1);
  });
});
