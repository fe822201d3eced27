import { describe, expect, it } from 'vitest';
import { runPostRenderer } from '../../src/hosts/helm.ts';
import { objectsOfStream } from '../support/manifests.ts';

const run = (text: string) => runPostRenderer(Buffer.from(text));

const SHOP = `---
# Source: shop/templates/money-positive.yaml
apiVersion: moneypositive.coop/v1alpha1
kind: MoneyPositive
metadata:
  name: shop
spec:
  image: registry.example.com/shop:1.0.0
  project: shop
  envFrom: [{secretRef: {name: shop}}]
  app: {probes: {path: /healthz, host: shop}}
  init: {migrate: false}
`;

const BEFORE = `---
# Source: shop/templates/settings.yaml
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data:
  script: |
    ---
    # not a document
  mode: "0777" # stays
`;

const AFTER =
  '---\n# Source: shop/templates/empty.yaml\n---\n# Source: shop/charts/a.yaml\r\nkind: A\r\napiVersion: b/v1\r\n';

describe('runPostRenderer', () => {
  it('puts the objects in the place of the MoneyPositive, and passes the rest as it came', () => {
    const { stdout, stderr, exitCode } = run(BEFORE + SHOP + AFTER);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout.startsWith(BEFORE)).toBe(true);
    expect(stdout.endsWith(AFTER)).toBe(true);
    expect(stdout).not.toContain('kind: MoneyPositive');
  });

  it('names the template of the MoneyPositive as the source of its objects', () => {
    const documents = run(SHOP)
      .stdout.split(/^---\n/m)
      .filter(Boolean);
    expect(documents.length).toBeGreaterThan(3);
    for (const text of documents) expect(text).toMatch(/^# Source: shop\/templates\/money-positive.yaml\n/);
  });

  it('gives its objects the file that Helm 4 sorts documents by', () => {
    const file = 'postrenderer.helm.sh/postrender-filename';
    const annotated = SHOP.replace(
      '  name: shop\n',
      `  name: shop\n  annotations: {${file}: 'templates/a.yaml'}\n`,
    );
    for (const { metadata } of objectsOfStream(run(annotated).stdout)) {
      expect(metadata?.annotations).toMatchObject({ [file]: 'templates/a.yaml' });
    }
  });

  it('emits no annotation of the other hosts', () => {
    expect(run(SHOP).stdout).not.toMatch(/config\.(kubernetes|k8s)\.io/);
  });

  it('passes everything where there is no MoneyPositive', () => {
    const { stdout, exitCode } = run(BEFORE + AFTER);
    expect({ stdout, exitCode }).toEqual({ stdout: BEFORE + AFTER, exitCode: 0 });
  });

  it('lets one object stand twice, as hook and as template', () => {
    expect(run(BEFORE + BEFORE + SHOP).exitCode).toBe(0);
  });

  it('prints nothing after an error, and names the template, whose lines are not those of the stream', () => {
    const { stdout, stderr, exitCode } = run(BEFORE + SHOP.replace('project:', 'projekt:'));
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toMatch(/^shop\/templates\/money-positive.yaml: error: unknown field `projekt`/);
  });

  it.each(['', '\n', '  \n\n'])('answers %j with a comment, which both Helms take', (text) => {
    expect(run(text)).toEqual({ stdout: '# no manifests\n', stderr: '', exitCode: 0 });
  });
});

describe('runPostRenderer with files of --config', () => {
  const OWN = SHOP.replace(/^# Source.*\n/m, '');
  const withConfig = (text: string, ...files: readonly string[]) =>
    runPostRenderer(
      Buffer.from(text),
      files.map((content, index) => ({ path: `${index}.yaml`, bytes: Buffer.from(content) })),
    );

  it('gives the same objects as with the MoneyPositive in the chart, after what the chart has', () => {
    const { stdout, stderr, exitCode } = withConfig(BEFORE, OWN);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout.startsWith(BEFORE)).toBe(true);
    expect(stdout).not.toContain('kind: MoneyPositive');
    expect(objectsOfStream(stdout)).toEqual(objectsOfStream(run(BEFORE + SHOP).stdout));
  });

  it.each(['', '\n'])('needs no manifest from the chart (%j)', (text) => {
    expect(objectsOfStream(withConfig(text, OWN).stdout)).toEqual(objectsOfStream(run(SHOP).stdout));
  });

  it('takes several documents, and comments between them', () => {
    const other = OWN.replace(/name: shop$/m, 'name: other');
    const { stdout, exitCode } = withConfig('', `# Ours.\n${OWN}---\n# nothing\n${other}`);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('name: shop-app');
    expect(stdout).toContain('name: other-app');
  });

  it('counts one that also stands in the chart once', () => {
    expect(withConfig(BEFORE + SHOP, OWN)).toEqual(run(BEFORE + SHOP));
  });

  it('refuses another one of the same name', () => {
    const { stdout, stderr, exitCode } = withConfig(SHOP, OWN.replace('1.0.0', '2.0.0'));
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toBe(
      '0.yaml:5:9: error: this MoneyPositive also stands in shop/templates/money-positive.yaml, with another spec: keep one of them (metadata.name) [MP-FUNCTION-CONFIG-DIFFERS]\n',
    );
  });

  it('refuses one that two files hold', () => {
    const { stderr, exitCode } = withConfig('', OWN, OWN);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^1\.yaml:5:9: error: this MoneyPositive stands here twice, first in 0\.yaml: /);
  });

  it.each([
    ['nothing', '# nothing\n', /^input: error: there is no MoneyPositive in 0\.yaml \[MP-NOTHING-FOUND\]\n$/],
    ['another object', `${OWN}${BEFORE}`, /^0\.yaml:\d+:7: error: .*\[MP-FUNCTION-CONFIG-KIND\]\n$/],
    ['only another object', BEFORE, /^0\.yaml:4:7: error: .*\[MP-FUNCTION-CONFIG-KIND\]\n$/],
    ['values', 'replicas: 2\n', /^0\.yaml:1:1: error: .*\[MP-NOT-AN-OBJECT\]\n$/],
    ['no kind', OWN.replace(/^kind.*\n/m, ''), /^0\.yaml:2:1: error: .*\[MP-NOT-AN-OBJECT\]\n$/],
    ['no YAML', 'a: [\n', /^0\.yaml:\d+:\d+: error: .*\[MP-YAML-SYNTAX\]\n$/],
    ['no text', '\u0000', /^0\.yaml:.*\[MP-YAML-SYNTAX\]\n$/],
    ['a mistake', OWN.replace('project:', 'projekt:'), /^0\.yaml:8:3: error: unknown field `projekt`.*\n/],
  ])('refuses a file with %s in one line, with its place', (_, text, message) => {
    const { stdout, stderr, exitCode } = withConfig(BEFORE, text);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
    expect(stderr).toMatch(message);
  });
});

describe('a document of Helm 4', () => {
  it('is known by its annotation', () => {
    const text = SHOP.replace(/^# Source.*\n/m, '')
      .replace(
        '  name: shop\n',
        "  name: shop\n  annotations: {postrenderer.helm.sh/postrender-filename: 'shop/a.yaml'}\n",
      )
      .replace('project:', 'projekt:');
    expect(run(text).stderr).toMatch(/^shop\/a\.yaml: error: unknown field `projekt`/);
  });
});
