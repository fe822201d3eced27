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
