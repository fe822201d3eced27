import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runFunction } from '../../src/hosts/krm.ts';
import type { KubernetesObject } from '../../src/k8s/object.ts';

interface List {
  readonly items: readonly KubernetesObject[];
  readonly results?: readonly {
    severity: string;
    message: string;
    tags: { code: string };
    file?: object;
    field?: object;
  }[];
}

function run(text: string) {
  const output = runFunction(Buffer.from(text));
  return { ...output, list: parse(output.stdout) as List };
}

function codes({ results = [] }: List): readonly string[] {
  return results.map(({ tags }) => tags.code);
}

const SPEC = `  spec:
    image: registry.example.com/shop:1.0.0
    project: shop
    envFrom: [{secretRef: {name: shop}}]
    app: {probes: {path: /healthz, host: shop}}
    init: {migrate: false}
`;

const ITEM = `- apiVersion: moneypositive.coop/v1alpha1
  kind: MoneyPositive
  metadata:
    name: shop # the stack
    annotations:
      config.kubernetes.io/local-config: "true"
      config.kubernetes.io/path: 'shop/stack.yaml'
      config.kubernetes.io/index: '0'
${SPEC}`;

/** What a careless function would change, in many ways. */
const FOREIGN = `# before
- apiVersion: v1
  kind: ConfigMap   # odd   spaces
  metadata: {name:   "settings",  annotations: {internal.config.kubernetes.io/id: '1'}}
  data: {a: "yes", b: 0777, c: 1e3, d: &x 'text', e: *x}
- {apiVersion: v1, kind: Secret, metadata: {generateName: a-}}
- {apiVersion: v1, kind: Secret, metadata: {generateName: a-}}
- apiVersion: v1
  kind: List
  metadata:
  items: [{apiVersion: v1, kind: ConfigMap, metadata: {name: shop-app}}]
`;

const HEAD = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n';

describe('items', () => {
  it('pass as the bytes they came in', () => {
    const input = `${HEAD}items:\n${FOREIGN}${ITEM}`;
    const { stdout, exitCode } = run(input);
    expect(exitCode).toBe(0);
    expect(stdout.startsWith(input)).toBe(true);
  });

  it('come back as they were after an error, with the results', () => {
    const input = `${HEAD}items:\n${FOREIGN}${ITEM.replace('project:', 'projekt:')}`;
    const { stdout, stderr, exitCode, list } = run(input);
    expect(exitCode).toBe(1);
    expect(stdout.startsWith(input)).toBe(true);
    expect(list.results?.[0]).toMatchObject({
      severity: 'error',
      field: { path: 'spec.projekt' },
      file: { path: 'shop/stack.yaml', index: 0 },
      resourceRef: { apiVersion: 'moneypositive.coop/v1alpha1', kind: 'MoneyPositive', name: 'shop' },
    });
    expect(stderr).toContain('shop/stack.yaml: error: unknown field `projekt`');
  });

  it('get a file beside the MoneyPositive’s own', () => {
    const { list } = run(`${HEAD}items:\n${ITEM}`);
    const paths = list.items.map(({ metadata }) => metadata?.annotations?.['config.kubernetes.io/path']);
    expect(paths).toContain('shop/shop/deployment_shop-app.yaml');
    expect(new Set(paths).size).toBe(paths.length);
  });
});

/** The items of a run, as the next one gets them. */
function rendered(items: string): string {
  const { stdout, exitCode } = run(`${HEAD}items:\n${items}`);
  expect(exitCode).toBe(0);
  return stdout.slice(`${HEAD}items:\n`.length).split('\nresults:')[0] ?? '';
}

const PROD = ITEM.replace('name: shop #', 'namespace: prod\n    name: shop #').replace(
  "index: '0'",
  "index: '1'",
);

describe('files', () => {
  const pathsOf = ({ items }: List) =>
    items.map(({ metadata }) => metadata?.annotations?.['config.kubernetes.io/path']);

  it('of stacks of one name in several namespaces keep apart', () => {
    const { list, exitCode } = run(`${HEAD}items:\n${ITEM}${PROD}`);
    expect(exitCode).toBe(0);
    expect(pathsOf(list)).toEqual(
      expect.arrayContaining(['shop/shop/service_shop-app.yaml', 'shop/prod/shop/service_shop-app.yaml']),
    );
    expect(new Set(pathsOf(list)).size).toBe(list.items.length - 1);
  });

  it('stay where they are when such a namesake comes, and goes', () => {
    const first = rendered(ITEM);
    const both = rendered(`${first}${PROD}`);
    expect(both.startsWith(first)).toBe(true);
    expect(rendered(both)).toBe(both);
  });

  it.each([
    ['somebody else’s object', '', 'is not generated'],
    [
      'what is generated from another',
      'moneypositive.coop/owner: till, ',
      'is generated from MoneyPositive till',
    ],
  ])('that hold %s are not written to, and both are named', (_title, mark, whose) => {
    const path =
      "config.kubernetes.io/path: shop/shop/service_shop-app.yaml, config.kubernetes.io/index: '0'";
    const holder = `- apiVersion: v1\n  kind: Secret\n  metadata: {name: a, annotations: {${mark}${path}}}\n`;
    const input = `${HEAD}items:\n${holder}${ITEM}`;
    const { stdout, stderr, exitCode, list } = run(input);
    expect(exitCode).toBe(1);
    expect(stdout.startsWith(input)).toBe(true);
    expect(list.results?.[0]?.message).toBe(
      `shop/shop/service_shop-app.yaml holds Secret a, which ${whose}, and Service shop-app would be written to it: move it to another file, or delete it if it is stale [MP-FILE-FOREIGN]`,
    );
    expect(stderr).toMatch(/^shop\/stack\.yaml: error: /);
  });

  it('of a stack that has another name now are warned about', () => {
    const before = rendered(ITEM);
    const { list, exitCode } = run(`${HEAD}items:\n${before.replace('name: shop #', 'name: till #')}`);
    expect(exitCode).toBe(0);
    expect(list.results).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringMatching(
          /^this and \d+ more objects are generated from MoneyPositive shop, which/,
        ),
        tags: { code: 'MP-MERGE-ORPHAN' },
      },
    ]);
  });

  it('are not those of kustomize, which makes up paths between two functions', () => {
    const item = ITEM.replace(/^ {6}config.kubernetes.io\/local-config.*\n/m, '').replace(
      '    annotations:\n',
      "    annotations:\n      kustomize.config.k8s.io/id: 'kind: MoneyPositive'\n",
    );
    const { list, stderr } = run(`${HEAD}items:\n${item}`.replace('path: /healthz, ', ''));
    expect(list.items.map(({ kind }) => kind)).not.toContain('MoneyPositive');
    expect(pathsOf(list).filter(Boolean)).toEqual([]);
    expect(stderr).toMatch(/^MoneyPositive shop: warning: .*\[MP-PROBE-TCP\]\n$/);
  });
});

describe('the functionConfig', () => {
  const config = ITEM.replace('- ', '  ')
    .replace(/^ {6}config.*\n/gm, '')
    .replace('    annotations:\n', '');

  it('may be the MoneyPositive, with no items', () => {
    const { list, exitCode } = run(`${HEAD}items: []\nfunctionConfig:\n${config}`);
    expect(exitCode).toBe(0);
    expect(list.items.map(({ kind }) => kind)).toContain('Deployment');
    expect(list.items.map(({ kind }) => kind)).not.toContain('MoneyPositive');
  });

  it('and an item that are the same are expanded once', () => {
    const { list } = run(`${HEAD}items:\n${ITEM}functionConfig:\n${config}`);
    expect(list.items.filter(({ kind }) => kind === 'Deployment')).toHaveLength(1);
  });

  it.each([
    ['absent', ''],
    ['null', 'functionConfig: null\n'],
    [
      'the ConfigMap of kpt',
      'functionConfig: {apiVersion: v1, kind: ConfigMap, metadata: {name: function-input}, data: {}}\n',
    ],
  ])('may be %s', (_title, text) => {
    const { list, exitCode } = run(`${HEAD}items:\n${ITEM}${text}`);
    expect(exitCode).toBe(0);
    expect(list.items.map(({ kind }) => kind)).toContain('Deployment');
  });

  it.each([
    ['MP-FUNCTION-CONFIG-KIND', '{apiVersion: v1, kind: Secret, metadata: {name: a}}'],
    ['MP-FUNCTION-CONFIG-KIND', '{a: 1}'],
    [
      'MP-FUNCTION-CONFIG-DATA',
      '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {image: shop}}',
    ],
  ])('otherwise gets %s', (code, text) => {
    const { list, exitCode } = run(`${HEAD}items:\n${ITEM}functionConfig: ${text}\n`);
    expect(exitCode).toBe(1);
    expect(codes(list)).toEqual([code]);
  });
});

describe('the MoneyPositive', () => {
  const kinds = (text: string) => run(`${HEAD}items:\n${text}`).list.items.map(({ kind }) => kind);
  const unmarked = ITEM.replace(/^ {6}config.kubernetes.io\/local-config.*\n/m, '');
  const withoutFile = (text: string) => text.replace(/^ {6}config.kubernetes.io\/(path|index).*\n/gm, '');

  it('stays where it has a file, with a warning if kpt would apply it', () => {
    expect(kinds(ITEM)).toContain('MoneyPositive');
    expect(codes(run(`${HEAD}items:\n${ITEM}`).list)).toEqual([]);
    expect(kinds(unmarked)).toContain('MoneyPositive');
    expect(codes(run(`${HEAD}items:\n${unmarked}`).list)).toEqual(['MP-LOCAL-CONFIG']);
  });

  it('without a file stays only where it is marked as not for the cluster', () => {
    expect(kinds(withoutFile(ITEM))).toContain('MoneyPositive');
    expect(kinds(withoutFile(unmarked).replace('    annotations:\n', ''))).not.toContain('MoneyPositive');
  });
});

describe('a ResourceList', () => {
  it('without items gets some, and keeps an empty list otherwise', () => {
    expect(run(`${HEAD}`).stdout).toContain('items: []');
    expect(run(`${HEAD}items: null\n`).list.items).toEqual([]);
  });

  it('may be JSON', () => {
    const input = JSON.stringify(parse(`${HEAD}items:\n${ITEM}`));
    const { list, exitCode } = run(input);
    expect(exitCode).toBe(0);
    expect(list.items.map(({ kind }) => kind)).toContain('Deployment');
  });

  it('that says MoneyPositives two times with one name is refused', () => {
    const { exitCode, list } = run(`${HEAD}items:\n${ITEM}${ITEM}`);
    expect(exitCode).toBe(1);
    expect(codes(list)).toContain('MP-MERGE-COLLISION');
  });

  it.each([
    ['nothing', ''],
    ['something else', 'apiVersion: v1\nkind: ConfigMap\n'],
  ])('must be there, not %s', (_title, text) => {
    const { stdout, stderr, exitCode } = runFunction(Buffer.from(text));
    expect({ stdout, exitCode }).toEqual({ stdout: text, exitCode: 1 });
    expect(stderr).toContain('MP-KRM-INPUT');
  });

  it('must be UTF-8', () => {
    const { exitCode, stderr } = runFunction(Buffer.from([0x61, 0x0a, 0x62, 0xff]));
    expect(exitCode).toBe(1);
    expect(stderr).toContain('line 2, column 2');
  });
});

describe('mode validate', () => {
  const asked = (data: string) =>
    `functionConfig: {apiVersion: v1, kind: ConfigMap, metadata: {name: function-input}, data: ${data}}\n`;

  it('gives the items back as they came, with what there is to say', () => {
    const input = `${HEAD}items:\n${ITEM}${asked('{mode: validate}')}`;
    expect(run(input)).toMatchObject({ stdout: input, stderr: '', exitCode: 0 });
    const wrong = run(input.replace('image:', 'imag:'));
    expect(wrong.exitCode).toBe(1);
    expect(wrong.stdout.startsWith(input.replace('image:', 'imag:'))).toBe(true);
    expect(codes(wrong.list)).toContain('MP-SCHEMA-UNKNOWN-FIELD');
  });

  it('gives kustomize, which takes no item back, an object that no cluster takes', () => {
    const item = ITEM.replace(
      '    annotations:\n',
      "    annotations:\n      kustomize.config.k8s.io/id: 'a'\n",
    );
    const { list, exitCode } = run(`${HEAD}items:\n${item}${asked('{mode: validate}')}`);
    expect(exitCode).toBe(0);
    expect(list.items.map(({ kind }) => kind)).toEqual(['ModeValidateBelongsUnderValidators']);
  });

  it('is an annotation on a MoneyPositive that is the functionConfig', () => {
    const config = ITEM.replace('- ', '  ').replace(
      /config.kubernetes.io\/path.*/,
      'moneypositive.coop/mode: validate',
    );
    const { list, exitCode } = run(
      `${HEAD}items: [{apiVersion: v1, kind: Secret}]\nfunctionConfig:\n${config}`,
    );
    expect(exitCode).toBe(0);
    expect(list.items.map(({ kind }) => kind)).toEqual(['Secret']);
  });

  it('render is the default by name', () => {
    const { list } = run(`${HEAD}items:\n${ITEM}${asked('{mode: render}')}`);
    expect(list.items.map(({ kind }) => kind)).toContain('Deployment');
  });

  it.each([
    ['{mod: validate}', 'an unknown option; did you mean `mode`?', 'data.mod'],
    ['{replicas: "3"}', 'an unknown option; there is `mode`', 'data.replicas'],
    ['{mode: validat}', 'an unknown mode; did you mean `validate`?', 'data.mode'],
    ['{mode: "true"}', 'an unknown mode; there is `render` and `validate`', 'data.mode'],
  ])('misspelt as %s is an error, and nothing is rendered', (data, message, path) => {
    const { list, exitCode } = run(`${HEAD}items:\n${ITEM}${asked(data)}`);
    expect(exitCode).toBe(1);
    expect(list.results).toMatchObject([
      { message: `the functionConfig asks for ${message} [MP-FUNCTION-CONFIG-DATA]`, field: { path } },
    ]);
    expect(list.items.map(({ kind }) => kind)).toEqual(['MoneyPositive']);
  });
});
