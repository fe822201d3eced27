/** kpt, for real: a package that is rendered, rendered again, and rendered after a change. */
import { expect, it } from 'vitest';
import { comparable } from './objects.ts';
import { BUNDLE, describeWith, output, run } from './programs.ts';
import { example, moneypositive, snapshot, workspace, write } from './workspace.ts';

const RENDER = ['fn', 'render', '--allow-exec'];

const KPTFILE = `apiVersion: kpt.dev/v1
kind: Kptfile
metadata:
  name: app
  annotations:
    config.kubernetes.io/local-config: "true"
pipeline:
  mutators:
    - exec: ${BUNDLE}
`;

/** A file of the user's, with what a careless function would change. */
const FOREIGN = `apiVersion: v1
kind: ConfigMap
metadata: {name: settings} # mine
data:
  # quoted, and to stay so
  mode: "0777"
  limit: "1e3"
`;

describeWith('kpt', 'kpt', (kpt) => {
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
    expect(stderr).toContain('money-positive.yaml');
    expect(stderr).toContain('MP-IMAGE-LATEST');
    expect(withoutKptfile(snapshot(cwd))).toEqual(withoutKptfile(before));
  });
});

/** Newer kpts write the results of a run into it. */
function withoutKptfile(files: ReadonlyMap<string, string>): object {
  const { Kptfile: _, ...rest } = Object.fromEntries(files);
  return rest;
}
