import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { CODES } from '../../../src/codes.ts';
import { drifted } from '../../../tools/generate/drift.ts';
import { findingsPage } from '../../../tools/generate/findings.ts';
import { openApi } from '../../../tools/generate/openapi.ts';
import { type Output, outputs } from '../../../tools/generate/outputs.ts';

let files: readonly Output[] = [];

// Reading the API compiles it: once for all tests.
beforeAll(() => {
  files = outputs();
}, 60_000);

function text(path: string): string {
  return files.find((file) => file.path === path)?.text ?? '';
}

describe('the field reference', () => {
  it('has a section for each type, inherited ones once', () => {
    const sections = [...text('docs/reference.md').matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
    expect(sections.slice(0, 3)).toEqual(['MoneyPositive', 'Metadata', 'MoneyPositiveSpec']);
    expect(sections).toEqual([...new Set(sections)]);
    expect(sections).toEqual(
      expect.arrayContaining(['App', 'Component', 'EnvVarReference', 'Gate', 'Inherited']),
    );
    expect(text('docs/reference.md').match(/^\| `nodeSelector` /gm)).toHaveLength(1);
  });

  it('links to sections that exist', () => {
    const page = text('docs/reference.md');
    const targets = [...page.matchAll(/\]\(#(\w+)\)/g)].map(([, target]) => target ?? '');
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) expect(page.toLowerCase()).toContain(`\n## ${target}\n`);
  });

  it('shows type, default, description and example of a field', () => {
    expect(text('docs/reference.md')).toContain(
      '| `port` | integer 1 to 65535 | `8000` | Port the app listens on. Ports below 1024 need a privilege that `restricted` takes away. | `8080` |',
    );
    expect(text('docs/reference.md')).toMatch(/^\| `image`\\\* \| string \|/m);
    expect(text('docs/reference.md')).toMatch(/^\| `version` .* \| `"2021\.12\.1"` \|$/m);
  });

  it('keeps tables whole: each row has as many cells as its head', () => {
    const rows = text('docs/reference.md')
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) expect(row.replaceAll('\\|', '').split('|'), row).toHaveLength(7);
  });
});

describe('the list of findings', () => {
  it('has a row for each code', () => {
    const rows = text('docs/findings.md')
      .split('\n')
      .filter((line) => line.startsWith('| `MP-'));
    expect(rows).toHaveLength(Object.keys(CODES).length);
  });

  it('is not made of nothing', () => {
    expect(() => findingsPage({})).toThrow('there are no codes');
  });
});

describe('the OpenAPI document', () => {
  it('merges what has a name, and replaces what has an order', () => {
    const { definitions } = JSON.parse(text('fn-config/openapi.json'));
    const component = definitions.Worker.properties;
    expect(component.volumes).toMatchObject({
      'x-kubernetes-patch-merge-key': 'name',
      'x-kubernetes-patch-strategy': 'merge',
    });
    expect(component.volumeMounts['x-kubernetes-patch-merge-key']).toBe('mountPath');
    expect(definitions['k8s.Container'].properties.ports['x-kubernetes-patch-merge-key']).toBe(
      'containerPort',
    );
    expect(definitions.Init.properties).not.toHaveProperty('fixtures');
    expect(component).not.toHaveProperty('envFrom');
  });

  it("has what a patch on Kubernetes' own kinds needs, since kustomize looks nowhere else then", () => {
    const { definitions } = JSON.parse(text('fn-config/openapi.json'));
    const deployment = definitions['apps.v1.Deployment'];
    expect(deployment['x-kubernetes-group-version-kind']).toEqual([
      { group: 'apps', kind: 'Deployment', version: 'v1' },
    ]);
    expect(deployment.properties.spec.properties.template.properties.spec).toEqual({
      $ref: '#/definitions/k8s.PodSpec',
    });
    expect(definitions['k8s.PodSpec'].properties.containers['x-kubernetes-patch-merge-key']).toBe('name');
    expect(definitions['v1.Service']['x-kubernetes-group-version-kind'][0].group).toBe('');
  });

  it('refers to definitions it has', () => {
    const { definitions } = JSON.parse(text('fn-config/openapi.json'));
    const targets = [...text('fn-config/openapi.json').matchAll(/"#\/definitions\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(definitions).toHaveProperty([target ?? '']);
  });

  it('says nothing of a schema in which nothing merges', () => {
    const definitions = openApi({ properties: { spec: { type: 'object' } } })['definitions'];
    expect(definitions).toMatchObject({ 'coop.moneypositive.v1alpha1.MoneyPositive': {} });
    expect(JSON.stringify(definitions)).not.toContain('"spec":{"type":"object"}');
  });
});

describe('the drift check', () => {
  it('finds the files as they are', () => {
    expect(drifted(files, (path) => readFileSync(path, 'utf8')).map(({ path }) => path)).toEqual([]);
  });

  it('names a file that differs or is missing', () => {
    const [first, second] = files;
    const read = (path: string) =>
      path === first?.path ? undefined : `${text(path)}${path === second?.path ? ' ' : ''}`;
    expect(drifted(files, read).map(({ path }) => path)).toEqual([first?.path, second?.path]);
  });

  it('fails when it looks at nothing', () => {
    expect(() => drifted([], () => '')).toThrow('nothing to generate');
  });
});
