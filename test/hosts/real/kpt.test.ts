/** kpt, for real: a package that is rendered, rendered again, and rendered after a change. */
import { expect, it } from 'vitest';
import { comparable } from './objects.ts';
import { BUNDLE, describeWithEach, output, run } from './programs.ts';
import { example, moneypositive, snapshot, workspace, write } from './workspace.ts';

const RENDER = ['fn', 'render', '--allow-exec'];
const EVAL = ['fn', 'eval', '--exec', BUNDLE];

/** A Kptfile whose one mutator is this program. `more` are further fields of the mutator. */
function kptfile(program: string, ...more: readonly string[]): string {
  return `apiVersion: kpt.dev/v1
kind: Kptfile
metadata:
  name: app
  annotations:
    config.kubernetes.io/local-config: "true"
pipeline:
  mutators:
    - exec: ${[program, ...more].join('\n      ')}
`;
}

const KPTFILE = kptfile(BUNDLE);

/** A file of the user's, with what a careless function would change. */
const FOREIGN = `apiVersion: v1
kind: ConfigMap
metadata: {name: settings} # mine
data:
  # quoted, and to stay so
  mode: "0777"
  limit: "1e3"
`;

/** What kpt itself changes when it reads and writes: spaces before comments, indentation, what stands between documents. */
const ODD = `# first

apiVersion: v1
kind: ConfigMap
metadata:
    name: odd
data:
    mode: 0777     # octal
    anchor: &a "yes"
    alias: *a
    script: |+
      one

      two

---
# Only a comment.
---
{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "json"}, "stringData": {"limit": "1e3", on: "yes"}}
`;

describeWithEach('kpt', ['version'], 'kpt', (kpt) => {
  const text = example('minimal');
  const expected = comparable(moneypositive(['post-render'], text));

  function folder(): string {
    return workspace({ Kptfile: KPTFILE, 'money-positive.yaml': text, 'settings.yaml': FOREIGN });
  }

  function generated(files: ReadonlyMap<string, string>): string {
    return [...files].flatMap(([name, content]) => (name.startsWith('shop/') ? [content] : [])).join('---\n');
  }

  it('renders the same objects as the command line, one file each, and leaves the user’s files alone', () => {
    const cwd = folder();
    output(kpt, RENDER, { cwd });
    const files = snapshot(cwd);
    expect(comparable(generated(files))).toEqual(expected);
    expect(files.get('money-positive.yaml')).toBe(text);
    expect(files.get('settings.yaml')).toBe(FOREIGN);
    expect([...files.keys()]).toContain('shop/job_shop-init.yaml');
  });

  it('gives an object the annotations of nobody but its owner', () => {
    const cwd = folder();
    output(kpt, RENDER, { cwd });
    expect(generated(snapshot(cwd))).not.toMatch(/config\.(kubernetes|k8s)\.io|^\s+\w.*: [&*]/m);
  });

  it('evaluates to the same files as it renders', () => {
    const [rendered, evaluated] = [folder(), folder()];
    output(kpt, RENDER, { cwd: rendered });
    output(kpt, EVAL, { cwd: evaluated });
    expect(snapshot(evaluated)).toEqual(snapshot(rendered));
  });

  it('takes the object by configPath, once', () => {
    const [item, config] = [folder(), folder()];
    write(config, 'Kptfile', kptfile(BUNDLE, 'configPath: money-positive.yaml'));
    output(kpt, RENDER, { cwd: item });
    output(kpt, RENDER, { cwd: config });
    expect(comparable(generated(snapshot(config)))).toEqual(expected);
    expect(withoutKptfile(snapshot(config))).toEqual(withoutKptfile(snapshot(item)));
  });

  it('takes the object by --fn-config, in the package and outside of it', () => {
    const [inside, outside] = [folder(), workspace({ Kptfile: KPTFILE, 'settings.yaml': FOREIGN })];
    const config = workspace({ 'money-positive.yaml': text });
    output(kpt, [...EVAL, '--fn-config', 'money-positive.yaml'], { cwd: inside });
    output(kpt, [...EVAL, '--fn-config', `${config}/money-positive.yaml`], { cwd: outside });
    expect(comparable(generated(snapshot(inside)))).toEqual(expected);
    const files = [...snapshot(outside)].filter(([name]) => name !== 'settings.yaml');
    expect(comparable(files.map(([, content]) => content).join('---\n'))).toEqual(expected);
  });

  it('refuses options by configMap that it doesn’t have, and touches no file', () => {
    const cwd = folder();
    write(cwd, 'Kptfile', kptfile(BUNDLE, 'configMap: {speed: fast}'));
    const before = snapshot(cwd);
    const { status, stderr } = run(kpt, RENDER, { cwd });
    expect(status).not.toBe(0);
    expect(stderr).toContain('MP-FUNCTION-CONFIG-DATA');
    expect(withoutKptfile(snapshot(cwd))).toEqual(withoutKptfile(before));
  });

  it('only checks as a validator', () => {
    const validator = KPTFILE.replace('mutators', 'validators').concat('      configMap: {mode: validate}\n');
    const cwd = workspace({ Kptfile: validator, 'money-positive.yaml': text });
    output(kpt, RENDER, { cwd });
    expect([...snapshot(cwd).keys()]).toEqual(['Kptfile', 'money-positive.yaml']);
    write(cwd, 'money-positive.yaml', example('invalid-image'));
    const { status, stderr } = run(kpt, RENDER, { cwd });
    expect(status).not.toBe(0);
    expect(stderr).toContain('MP-IMAGE-LATEST');
  });

  it('changes no more of the user’s files than a function that does nothing', () => {
    const files = {
      'money-positive.yaml': text,
      'odd.yaml': ODD,
      'settings.yaml': FOREIGN,
      'LICENSE.txt': '',
    };
    const ours = workspace({ ...files, Kptfile: kptfile(BUNDLE) });
    const identity = workspace({ ...files, Kptfile: kptfile('cat') });
    for (const cwd of [ours, identity]) output(kpt, RENDER, { cwd });
    const untouched = [...snapshot(ours)].filter(([name]) => !name.startsWith('shop/') && name !== 'Kptfile');
    expect(untouched).toEqual([...snapshot(identity)].filter(([name]) => name !== 'Kptfile'));
  });

  it('changes nothing when it renders again', () => {
    const cwd = folder();
    output(kpt, RENDER, { cwd });
    const first = snapshot(cwd);
    output(kpt, RENDER, { cwd });
    expect(snapshot(cwd)).toEqual(first);
  });

  it('keeps several stacks apart, in subpackages and by namespace', () => {
    const cwd = workspace({
      Kptfile: KPTFILE,
      'money-positive.yaml': text,
      'prod.yaml': text.replace('namespace: shop', 'namespace: prod'),
      'blog.yaml': text.replace('name: shop', 'name: blog'),
      'sub/Kptfile': KPTFILE,
      'sub/money-positive.yaml': text.replace('name: shop', 'name: till'),
    });
    output(kpt, RENDER, { cwd });
    const first = snapshot(cwd);
    const files = ['shop/shop', 'prod/shop', 'blog', 'sub/till'].map(
      (name) => `${name}/service_${name.split('/').at(-1)}-app.yaml`,
    );
    expect([...first.keys()]).toEqual(expect.arrayContaining(files));
    output(kpt, RENDER, { cwd });
    expect(snapshot(cwd)).toEqual(first);
  });

  it('expands several objects of one file, which stays as it is', () => {
    const both = `${text}---\n${text.replace('name: shop', 'name: blog')}`;
    const cwd = workspace({ Kptfile: KPTFILE, 'sites/both.yaml': both });
    output(kpt, RENDER, { cwd });
    const files = snapshot(cwd);
    expect(files.get('sites/both.yaml')).toBe(both);
    for (const name of ['shop', 'blog']) expect(files.has(`sites/${name}/job_${name}-init.yaml`)).toBe(true);
  });

  it('writes a new release into the files of the former one', () => {
    const cwd = folder();
    output(kpt, RENDER, { cwd });
    const before = snapshot(cwd);
    write(cwd, 'money-positive.yaml', text.replace('2021.12.1', '2021.12.2'));
    output(kpt, RENDER, { cwd });
    const after = snapshot(cwd);
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(after.get('shop/job_shop-init.yaml')).not.toBe(before.get('shop/job_shop-init.yaml'));
    expect(after.get('shop/service_shop-app.yaml')).toBe(
      before.get('shop/service_shop-app.yaml')?.replaceAll('2021.12.1', '2021.12.2'),
    );
  });

  it('says what to do with the files of a former namespace, and touches none', () => {
    const cwd = folder();
    output(kpt, RENDER, { cwd });
    write(cwd, 'money-positive.yaml', text.replace('namespace: shop', 'namespace: prod'));
    const before = snapshot(cwd);
    const { status, stderr } = run(kpt, RENDER, { cwd });
    expect(status).not.toBe(0);
    expect(stderr).toContain('delete it if it is stale');
    expect(withoutKptfile(snapshot(cwd))).toEqual(withoutKptfile(before));
  });

  it('deletes what a changed object no longer gives, and nothing else', () => {
    const cwd = folder();
    output(kpt, RENDER, { cwd });
    const before = [...snapshot(cwd).keys()];
    write(cwd, 'money-positive.yaml', text.replace('  beat: {}\n', ''));
    output(kpt, RENDER, { cwd });
    const after = [...snapshot(cwd).keys()];
    expect(before.filter((name) => !after.includes(name))).toEqual(['shop/statefulset_shop-beat.yaml']);
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });

  it('shows an error with file and field, and touches no file', () => {
    const cwd = folder();
    write(cwd, 'money-positive.yaml', example('invalid-image'));
    const before = snapshot(cwd);
    const { status, stderr } = run(kpt, RENDER, { cwd });
    expect(status).not.toBe(0);
    expect(stderr).toContain('money-positive.yaml: error: ');
    expect(stderr).toMatch(/\[error\] moneypositive\.coop\S+ spec\.\w+: .*\[MP-IMAGE-LATEST\]/);
    expect(withoutKptfile(snapshot(cwd))).toEqual(withoutKptfile(before));
  });
});

/** Newer kpts write the results of a run into it. */
function withoutKptfile(files: ReadonlyMap<string, string>): object {
  const { Kptfile: _, ...rest } = Object.fromEntries(files);
  return rest;
}
