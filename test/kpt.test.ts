import {
  Configs,
  isKubernetesObject,
  type KubernetesObject,
  type Result,
  runFnWithConfigs,
} from 'kpt-functions';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { expand } from '../src/index.ts';
import { moneyPositive } from '../src/kpt.ts';
import { FOREIGN, stack } from './hosts/cli/stacks.ts';
import { partsOf } from './support/parts.ts';

// Importing the SDK replaces `console` by a new one, and the one of vitest is not made to be copied.
await vi.hoisted(async () => {
  const { Console } = await import('node:console');
  Object.assign(console, { Console });
});

function object(text: string, annotations: Readonly<Record<string, string>> = {}): KubernetesObject {
  const parsed: unknown = parse(text);
  if (!isKubernetesObject(parsed)) throw new Error('not a Kubernetes object');
  const all = { ...parsed.metadata.annotations, ...annotations };
  return Object.keys(all).length === 0
    ? parsed
    : { ...parsed, metadata: { ...parsed.metadata, annotations: all } };
}

async function run(objects: readonly KubernetesObject[], functionConfig?: KubernetesObject) {
  const configs = new Configs([...objects], functionConfig);
  await runFnWithConfigs(moneyPositive, configs);
  return configs;
}

/** The generated objects; the SDK sorts them. */
function generated(configs: Configs) {
  return configs
    .getAll()
    .filter(({ kind, metadata }) => kind !== 'MoneyPositive' && metadata.name !== 'settings');
}

function byName(
  objects: readonly { readonly kind: string; readonly metadata?: { readonly name?: string } }[],
) {
  return [...objects].sort((a, b) =>
    `${a.kind} ${a.metadata?.name}` < `${b.kind} ${b.metadata?.name}` ? -1 : 1,
  );
}

const WORKER = '  workers: {default: {}}\n';

describe('moneyPositive, as a function of the SDK', () => {
  it('says what it is for', () => {
    expect(moneyPositive.usage).toMatch(/^Expands each MoneyPositive/);
  });

  it('inserts what a MoneyPositive among the configs expands to, and keeps it', async () => {
    const configs = await run([object(stack()), object(FOREIGN)]);
    expect(byName(generated(configs))).toEqual(byName(expand(stack()).objects));
    expect(configs.getAll()).toContainEqual(object(stack()));
    expect(configs.getAll()).toContainEqual(object(FOREIGN));
    expect(configs.getResults()).toEqual([]);
  });

  it('expands the functionConfig, once', async () => {
    const alone = await run([], object(stack()));
    expect(byName(alone.getAll())).toEqual(byName(expand(stack()).objects));
    const both = await run([object(stack())], object(stack()));
    expect(byName(generated(both))).toEqual(byName(alone.getAll()));
  });

  it('takes the empty ConfigMap that kpt sends, and no other', async () => {
    const config = (data: object) =>
      object(JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data }));
    expect((await run([object(stack())], config({}))).getResults()).toEqual([]);
    const refused = await run([object(stack())], config({ name: 'x' }));
    expect(refused.getResults()).toMatchObject([
      { severity: 'error', tags: { code: 'MP-FUNCTION-CONFIG-DATA' } },
    ]);
    expect(generated(refused)).toEqual([]);
  });

  it('changes nothing when it runs again, not even the identity of an object', async () => {
    const configs = await run([object(stack())]);
    const before = configs.getAll();
    const copy = structuredClone(before);
    await runFnWithConfigs(moneyPositive, configs);
    expect(configs.getAll()).toEqual(copy);
    expect(configs.getAll().every((each, index) => each === before[index])).toBe(true);
  });

  it('updates and deletes what it made for an earlier MoneyPositive, and nothing else', async () => {
    const before = await run([object(stack({ spec: WORKER })), object(FOREIGN)]);
    expect(generated(before).map(({ metadata }) => metadata.name)).toContain('shop-worker-default');
    const changed = stack().replace('1.0.0', '1.1.0');
    const others = before.getAll().filter(({ kind }) => kind !== 'MoneyPositive');
    const after = await run([object(changed), ...others]);
    expect(byName(generated(after))).toEqual(byName(expand(changed).objects));
    expect(after.getAll()).toContainEqual(object(FOREIGN));
  });

  it('gives parts that nobody else holds', async () => {
    const configs = await run([object(stack({ spec: `${WORKER}  init: {migrate: false}\n` }))]);
    expect(configs.getAll().map(({ kind }) => kind)).not.toContain('Job');
    const parts = partsOf(configs.getAll());
    expect(new Set(parts).size).toBe(parts.length);
  });
});

describe('findings', () => {
  it('are results of the SDK, and the configs stay as they were', async () => {
    const broken = object(stack({ spec: '  app: {port: 8000, prot: 1}\n' }).replace(/ {2}app:\n.*\n/, ''));
    const configs = await run([broken, object(FOREIGN)]);
    const [result] = configs.getResults();
    expect(result).toMatchObject({
      severity: 'error',
      resourceRef: {
        apiVersion: 'moneypositive.coop/v1alpha1',
        kind: 'MoneyPositive',
        namespace: 'shop',
        name: 'shop',
      },
      field: { path: expect.stringMatching(/^spec\.app/) },
    });
    expect(result?.message.endsWith(` [${result.tags?.['code']}]`)).toBe(true);
    expect(generated(configs)).toEqual([]);
    expect(configs.getAll()).toHaveLength(2);
  });

  it('that are warnings have the severity that the SDK knows', async () => {
    const configs = await run([object(stack({ spec: '  beat: {}\n' }))]);
    const [result]: readonly Result[] = configs.getResults();
    expect(result).toMatchObject({ severity: 'warn', tags: { code: 'MP-BEAT-NO-WORKER' } });
    expect(generated(configs)).not.toEqual([]);
  });

  it('name a foreign object that is in the way, which stays', async () => {
    const mine = object('apiVersion: v1\nkind: Service\nmetadata: {name: shop-app, namespace: shop}\n');
    const configs = await run([object(stack()), mine]);
    expect(configs.getResults()).toMatchObject([{ severity: 'error', tags: { code: 'MP-MERGE-FOREIGN' } }]);
    expect(configs.getAll()).toContainEqual(mine);
    expect(configs.getAll()).toHaveLength(2);
  });
});

describe('files', () => {
  const path = { 'config.kubernetes.io/path': 'shop/money-positive.yaml', 'config.kubernetes.io/index': '0' };
  const local = { 'config.kubernetes.io/local-config': 'true' };

  it('are given to new objects beside the MoneyPositive, in the form that the input has', async () => {
    const configs = await run([object(stack(), { ...path, ...local })]);
    expect(configs.getResults()).toEqual([]);
    const deployment = configs.getAll().find(({ kind }) => kind === 'Deployment');
    expect(deployment?.metadata.annotations).toMatchObject({
      'config.kubernetes.io/path': 'shop/shop/deployment_shop-app.yaml',
      'config.kubernetes.io/index': '0',
    });
    expect(
      Object.keys(deployment?.metadata.annotations ?? {}).filter((key) => key.startsWith('internal.')),
    ).toEqual([]);
  });

  it('are kept by objects that were moved to another', async () => {
    const first = await run([object(stack(), { ...path, ...local })]);
    for (const { kind, metadata } of first.getAll()) {
      if (kind === 'Deployment')
        metadata.annotations = { ...metadata.annotations, 'config.kubernetes.io/path': 'mine.yaml' };
    }
    const changed = object(stack().replace('1.0.0', '1.1.0'), { ...path, ...local });
    const second = await run([changed, ...first.getAll().filter(({ kind }) => kind !== 'MoneyPositive')]);
    const deployment = second.getAll().find(({ kind }) => kind === 'Deployment');
    expect(deployment?.metadata.annotations?.['config.kubernetes.io/path']).toBe('mine.yaml');
    expect(JSON.stringify(deployment)).toContain('shop:1.1.0');
  });

  it('that somebody else’s object is in are an error, and the configs stay as they were', async () => {
    const taken = { ...path, 'config.kubernetes.io/path': 'shop/shop/deployment_shop-app.yaml' };
    const configs = await run([object(stack(), { ...path, ...local }), object(FOREIGN, taken)]);
    expect(configs.getResults()).toMatchObject([{ severity: 'error', tags: { code: 'MP-FILE-FOREIGN' } }]);
    expect(configs.getAll()).toHaveLength(2);
  });

  it('are named in results, and missing local-config is warned about', async () => {
    const { [`config.kubernetes.io/index`]: _, ...onlyPath } = path;
    const configs = await run([object(stack(), onlyPath)]);
    expect(configs.getResults()).toMatchObject([
      {
        severity: 'warn',
        tags: { code: 'MP-LOCAL-CONFIG' },
        file: { path: 'shop/money-positive.yaml' },
        field: { suggestedValue: 'true' },
      },
    ]);
  });
});
