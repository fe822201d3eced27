import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../../src/hosts/cli/program.ts';
import { objectsOfStream } from '../../../support/manifests.ts';
import { type MemoryIo, memoryIo } from '../memory-io.ts';
import { BROKEN, FOREIGN, stack } from '../stacks.ts';

const WORKER = '  workers: {default: {}}\n';

/** Renders into `out` and says what there is then. */
async function render(io: MemoryIo, paths: readonly string[] = ['shop.yaml'], folder = 'out') {
  io.actions.length = 0;
  const output = await runProgram(['render', ...paths, '-o', folder], io);
  return { ...output, actions: [...io.actions] };
}

/** A world in which a stack was rendered before. */
async function rendered(spec = '', more: Readonly<Record<string, string>> = {}) {
  const io = memoryIo({ 'shop.yaml': stack({ spec }), ...more });
  expect(await render(io)).toMatchObject({ exitCode: 0, stderr: '' });
  return io;
}

function filesIn(io: MemoryIo, folder = 'out/'): readonly string[] {
  return [...io.files.keys()].filter((path) => path.startsWith(folder)).sort();
}

function textOf(io: MemoryIo, path: string): string {
  return String(io.files.get(path) ?? '');
}

describe('render -o', () => {
  it('writes the objects of the stream, one a file', async () => {
    const io = await rendered(WORKER);
    const stream = await runProgram(['render', 'shop.yaml'], io);
    const expected = objectsOfStream(stream.stdout);
    const actual = filesIn(io).map((path) => objectsOfStream(textOf(io, path)));
    expect(actual.every((objects) => objects.length === 1)).toBe(true);
    expect(actual.flat()).toHaveLength(expected.length);
    expect(actual.flat()).toEqual(expect.arrayContaining([...expected]));
  });

  it('names files by kind and name, the init Job without its hash', async () => {
    const io = await rendered();
    expect(filesIn(io)).toEqual(
      expect.arrayContaining(['out/deployment_shop-app.yaml', 'out/job_shop-init.yaml']),
    );
    expect(textOf(io, 'out/job_shop-init.yaml')).toMatch(/^ {2}name: shop-init-[0-9a-f]{8}$/m);
  });

  it('says what it did, on stdout', async () => {
    const io = memoryIo({ 'shop.yaml': stack() });
    const { stdout } = await render(io);
    const count = filesIn(io).length;
    expect(stdout).toContain('created out/deployment_shop-app.yaml\n');
    expect(stdout.endsWith(`\nout: ${count} created, 0 updated, 0 removed, 0 unchanged\n`)).toBe(true);
  });

  it('writes nothing when nothing has changed', async () => {
    const io = await rendered();
    const count = filesIn(io).length;
    const { stdout, actions } = await render(io);
    expect(stdout).toBe(`out: 0 created, 0 updated, 0 removed, ${count} unchanged\n`);
    expect(actions).toEqual(['make out']);
  });

  it('updates what differs, the init Job in its file', async () => {
    const io = await rendered();
    const before = new Map(io.files);
    io.files.set('shop.yaml', stack().replace('1.0.0', '1.1.0'));
    const { actions, stdout } = await render(io);
    expect(actions).toEqual(
      expect.arrayContaining(['write out/deployment_shop-app.yaml', 'write out/job_shop-init.yaml']),
    );
    expect(actions.filter((action) => action.startsWith('remove'))).toEqual([]);
    expect(stdout).toContain('updated out/job_shop-init.yaml\n');
    expect(textOf(io, 'out/service_shop-app.yaml')).not.toBe('');
    expect(filesIn(io)).toEqual([...before.keys()].filter((path) => path.startsWith('out/')).sort());
  });

  it('puts right what somebody changed in a generated file', async () => {
    const io = await rendered();
    const path = 'out/deployment_shop-app.yaml';
    const before = textOf(io, path);
    io.files.set(path, before.replace('replicas: 2', 'replicas: 3'));
    expect((await render(io)).actions).toEqual(['make out', `write ${path}`]);
    expect(textOf(io, path)).toBe(before);
  });

  it('removes what the MoneyPositive no longer gives', async () => {
    const io = await rendered(WORKER);
    io.files.set('shop.yaml', stack());
    const { stdout, actions } = await render(io);
    expect(actions).toContain('remove out/deployment_shop-worker-default.yaml');
    expect(stdout).toContain('removed out/deployment_shop-worker-default.yaml\n');
    expect(filesIn(io)).toEqual(filesIn(await rendered()));
  });

  it('never removes the scripts of an earlier version: pods may still need them', async () => {
    const io = await rendered();
    const scripts = textOf(io, 'out/configmap_shop-scripts-v1.yaml');
    expect(scripts).toContain('component: scripts');
    const old = 'out/configmap_shop-scripts-v0.yaml';
    io.files.set(old, scripts.replace('shop-scripts-v1', 'shop-scripts-v0'));
    expect(await render(io)).toMatchObject({ exitCode: 0, actions: ['make out'] });
    expect(io.files.has(old)).toBe(true);
  });

  it('leaves the files of other stacks and of people alone', async () => {
    const io = await rendered(WORKER, {
      'till.yaml': stack({ name: 'till' }),
      'out/notes.md': 'x',
      'out/mine.yaml': FOREIGN,
    });
    expect(await render(io, ['till.yaml'])).toMatchObject({ exitCode: 0 });
    const before = new Map(io.files);
    expect(await render(io)).toMatchObject({ exitCode: 0, actions: ['make out'] });
    expect(io.files).toEqual(before);
  });

  it('writes nothing after an error', async () => {
    const io = memoryIo({ 'shop.yaml': BROKEN });
    expect(await render(io)).toMatchObject({ stdout: '', exitCode: 1, actions: [] });
  });

  it('prints warnings on stderr', async () => {
    const io = memoryIo({ 'shop.yaml': stack({ spec: '  beat: {}\n' }) });
    const { stdout, stderr, exitCode } = await render(io);
    expect(stderr).toContain('[MP-BEAT-NO-WORKER]');
    expect(stdout).not.toContain('[MP-BEAT-NO-WORKER]');
    expect(exitCode).toBe(0);
  });

  it.each(['', '-'])('wants the name of a folder, not %j', async (folder) => {
    const io = memoryIo({ 'shop.yaml': stack() });
    expect(await render(io, ['shop.yaml'], folder)).toMatchObject({ exitCode: 2, actions: [] });
  });

  it('refuses a file for a folder', async () => {
    const io = memoryIo({ 'shop.yaml': stack(), out: '' });
    const { stderr, exitCode, actions } = await render(io);
    expect({ stderr, exitCode, actions }).toEqual({
      stderr: 'error: out is a file; -o takes the name of a folder\n',
      exitCode: 2,
      actions: [],
    });
  });
});

describe('the objects of another MoneyPositive', () => {
  it('stay, and are spoken of: it may be gone', async () => {
    const io = await rendered();
    const before = filesIn(io);
    io.files.set('shop.yaml', stack({ name: 'till' }));
    const { stdout, stderr, exitCode } = await render(io);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain(
      '\nkept what is generated from MoneyPositive shop/shop: delete it if that is gone\nout: ',
    );
    expect(filesIn(io)).toEqual(expect.arrayContaining([...before]));
  });

  it('are not overwritten by those of its namesake in another namespace', async () => {
    const io = await rendered();
    io.files.set('shop.yaml', stack({ namespace: 'prod' }));
    const { stderr, exitCode, actions } = await render(io);
    expect({ exitCode, actions }).toEqual({ exitCode: 1, actions: [] });
    expect(stderr).toContain('Service shop/shop-app, which is generated from MoneyPositive shop/shop, and');
  });
});

describe('a file in the way', () => {
  const mine = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop-app, namespace: shop}\n';

  it.each([
    [
      "somebody else's object of the same name",
      mine,
      'holds Deployment.apps shop/shop-app, which is not generated, ',
    ],
    ['another object', FOREIGN, 'holds ConfigMap shop/settings'],
    [
      'a generated object of another stack',
      mine.replace('}', ', annotations: {moneypositive.coop/owner: x}}'),
      'holds Deployment.apps shop/shop-app',
    ],
    ['no object', 'replicas: 2\n', 'holds something that is no Kubernetes object'],
    ['no YAML', 'a: [\n', 'holds something that is no Kubernetes object'],
    ['no text', Buffer.from([0xff]), 'holds something that is no Kubernetes object'],
  ])('is an error that names both: %s', async (_, content, message) => {
    const io = memoryIo({ 'shop.yaml': stack(), 'out/deployment_shop-app.yaml': content });
    const { stdout, stderr, exitCode, actions } = await render(io);
    expect({ stdout, exitCode, actions }).toEqual({ stdout: '', exitCode: 1, actions: [] });
    expect(stderr).toMatch(/^out\/deployment_shop-app\.yaml: error: .* \[MP-FILE-FOREIGN\]\n$/);
    expect(stderr).toContain(message);
    expect(stderr).toContain('and Deployment.apps shop/shop-app would be written to it');
  });

  it('is one that holds something beside a generated object', async () => {
    const io = await rendered();
    const path = 'out/deployment_shop-app.yaml';
    io.files.set(path, `${textOf(io, path).replace('replicas: 2', 'replicas: 3')}---\n${FOREIGN}`);
    expect((await render(io)).stderr).toContain(`${path}: error: this file holds ConfigMap shop/settings`);
  });

  it('is not one that holds nothing but generated objects', async () => {
    const io = await rendered();
    const stream = await runProgram(['render', 'shop.yaml'], io);
    const other = memoryIo({
      'shop.yaml': stack(),
      'out/deployment_shop-app.yaml': stream.stdout,
      'out/all.yaml': stream.stdout,
    });
    expect(await render(other)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(filesIn(other)).toEqual(filesIn(io));
  });
});

describe('generated objects in other files of the folder', () => {
  it('are refused beside something else: kubectl would apply both', async () => {
    const io = await rendered(WORKER);
    const deployment = textOf(io, 'out/deployment_shop-app.yaml');
    const worker = textOf(io, 'out/deployment_shop-worker-default.yaml');
    io.files.set('out/mixed.yaml', `${FOREIGN}---\n${deployment}---\n${worker}`);
    io.files.set('shop.yaml', stack());
    const { stderr, exitCode, actions } = await render(io);
    expect({ exitCode, actions }).toEqual({ exitCode: 1, actions: [] });
    expect(stderr).toContain(
      'out/mixed.yaml: error: Deployment.apps shop/shop-app in this file would also be written to out/deployment_shop-app.yaml',
    );
    expect(stderr).toContain('Deployment.apps shop/shop-worker-default in this file is no longer generated');
  });
});

describe("other people's objects", () => {
  it('get files too, byte for byte', async () => {
    const io = memoryIo({ 'k8s/shop.yaml': stack(), 'k8s/settings.yaml': FOREIGN });
    expect(await render(io, ['k8s'])).toMatchObject({ exitCode: 0 });
    expect(textOf(io, 'out/configmap_settings.yaml')).toBe(FOREIGN);
    expect(await render(io, ['k8s'])).toMatchObject({ actions: ['make out'] });
  });

  it('are updated where their file holds them and nothing else', async () => {
    const io = memoryIo({
      'shop.yaml': stack(),
      'settings.yaml': FOREIGN,
      'out/configmap_settings.yaml': FOREIGN.replace('0777', '1'),
    });
    expect(await render(io, ['shop.yaml', 'settings.yaml'])).toMatchObject({ exitCode: 0 });
    expect(textOf(io, 'out/configmap_settings.yaml')).toBe(FOREIGN);
    io.files.set('out/configmap_settings.yaml', `${FOREIGN}---\n${FOREIGN.replace('settings', 'more')}`);
    expect(await render(io, ['shop.yaml', 'settings.yaml'])).toMatchObject({ exitCode: 1, actions: [] });
  });

  it('are not written to a second file of the folder', async () => {
    const io = memoryIo({ 'shop.yaml': stack(), 'settings.yaml': FOREIGN, 'out/mine.yaml': FOREIGN });
    const { stderr, actions } = await render(io, ['shop.yaml', 'settings.yaml']);
    expect(stderr).toContain(
      'out/mine.yaml: error: ConfigMap shop/settings in this file would also be written to out/configmap_settings.yaml',
    );
    expect(actions).toEqual([]);
  });

  it("can't stand in one file twice", async () => {
    const io = memoryIo({ 'shop.yaml': stack(), 'a.yaml': FOREIGN, 'b.yaml': FOREIGN });
    const { stderr, actions } = await render(io, ['shop.yaml', 'a.yaml', 'b.yaml']);
    expect(stderr).toContain('ConfigMap shop/settings stands twice in the input');
    expect(actions).toEqual([]);
  });

  it('end in a newline', async () => {
    const io = memoryIo({ 'shop.yaml': stack(), 'settings.yaml': FOREIGN.trimEnd() });
    await render(io, ['shop.yaml', 'settings.yaml']);
    expect(textOf(io, 'out/configmap_settings.yaml')).toBe(FOREIGN);
  });
});

describe('rendering into the folder of the manifests', () => {
  it('adds the generated objects, and leaves the rest where it is', async () => {
    const io = memoryIo({ 'k8s/shop.yaml': stack({ spec: WORKER }), 'k8s/mine.yaml': FOREIGN });
    expect(await render(io, ['k8s'], './k8s/')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(textOf(io, 'k8s/mine.yaml')).toBe(FOREIGN);
    expect(io.files.has('k8s/configmap_settings.yaml')).toBe(false);
    expect(io.files.has('k8s/deployment_shop-app.yaml')).toBe(true);
  });

  it('is the same again, and follows the MoneyPositive', async () => {
    const io = memoryIo({ 'k8s/shop.yaml': stack({ spec: WORKER }), 'k8s/mine.yaml': FOREIGN });
    await render(io, ['k8s'], 'k8s');
    expect(await render(io, ['k8s'], 'k8s')).toMatchObject({ exitCode: 0, actions: ['make k8s'] });
    io.files.set('k8s/shop.yaml', stack().replace('1.0.0', '1.1.0'));
    const { actions } = await render(io, ['k8s'], 'k8s');
    expect(actions).toContain('remove k8s/deployment_shop-worker-default.yaml');
    expect(actions).toContain('write k8s/job_shop-init.yaml');
    expect(filesIn(io, 'k8s/')).toEqual(
      [
        ...filesIn(await rendered()).map((path) => path.replace('out/', 'k8s/')),
        'k8s/mine.yaml',
        'k8s/shop.yaml',
      ].sort(),
    );
  });

  it('takes a stream that was rendered there apart', async () => {
    const io = memoryIo({ 'k8s/shop.yaml': stack() });
    const { stdout } = await runProgram(['render', 'k8s'], io);
    io.files.set('k8s/all.yaml', stdout);
    expect(await render(io, ['k8s'], 'k8s')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(io.files.has('k8s/all.yaml')).toBe(false);
    expect(await render(io, ['k8s'], 'k8s')).toMatchObject({ exitCode: 0, actions: ['make k8s'] });
  });
});

describe('two stacks of one name', () => {
  it('get files that tell their namespaces', async () => {
    const io = memoryIo({ 'a.yaml': stack({ namespace: 'a' }), 'b.yaml': stack({ namespace: 'b' }) });
    expect(await render(io, ['a.yaml', 'b.yaml'])).toMatchObject({ exitCode: 0 });
    expect(filesIn(io)).toEqual(
      expect.arrayContaining(['out/a_deployment.apps_shop-app.yaml', 'out/b_deployment.apps_shop-app.yaml']),
    );
    expect(await render(io, ['a.yaml', 'b.yaml'])).toMatchObject({ actions: ['make out'] });
  });
});
