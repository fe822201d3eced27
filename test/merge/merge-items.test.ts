import { describe, expect, it } from 'vitest';
import { expandItems } from '../../src/expand.ts';
import { OWNER_ANNOTATION } from '../../src/k8s/owner.ts';
import { toItem } from '../../src/merge/item.ts';
import type { MergeOptions } from '../../src/merge/merge-items.ts';
import { readStream } from '../../src/yaml/stream.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { itemsOf, outputOf } from '../support/items.ts';

const KEEP: MergeOptions = { keeps: () => true, place: () => ({}) };

const SHOP = `apiVersion: moneypositive.coop/v1alpha1
kind: MoneyPositive
metadata: {name: shop}
spec:
  image: registry.example.com/shop:1.0.0
  project: shop
  envFrom: [{secretRef: {name: shop}}]
  app: {probes: {path: /healthz, host: shop}}
  init: {migrate: false}
  networkPolicy: {ingress: false}
`;

function owned(kind: string, name: string, owner: string, more = ''): string {
  return `---\napiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}, ${more}annotations: {${OWNER_ANNOTATION}: ${owner}}}\n`;
}

function kindsAndNames(text: string) {
  const { output, results } = expandItems(itemsOf(text), undefined, KEEP);
  const objects = output.map((item) => (item.kind === 'kept' ? item.document.value : item.value)) as {
    kind: string;
    metadata: { name: string };
  }[];
  return { names: objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`), results, output };
}

describe('mergeItems', () => {
  it('puts new objects after their MoneyPositive, in the order of the expansion', () => {
    const other = '---\napiVersion: v1\nkind: Secret\nmetadata: {name: other}\n';
    expect(kindsAndNames(SHOP + other).names).toEqual([
      'MoneyPositive shop',
      'ServiceAccount shop',
      'Deployment shop-app',
      'Service shop-app',
      'PodDisruptionBudget shop-app',
      'Secret other',
    ]);
  });

  it('updates what is there in its place, and puts a new object after the one before it', () => {
    const service =
      '---\napiVersion: v1\nkind: Service\nmetadata: {name: shop-app, annotations: {moneypositive.coop/owner: shop}}\n';
    const { names, output } = kindsAndNames(service + SHOP.replace(/^/, '---\n'));
    expect(names).toEqual([
      'Service shop-app',
      'PodDisruptionBudget shop-app',
      'MoneyPositive shop',
      'ServiceAccount shop',
      'Deployment shop-app',
    ]);
    expect(output[0]?.kind).toBe('replaced');
  });

  it('keeps the bytes of an object that says the same already', () => {
    const first = expandItems(itemsOf(SHOP), undefined, KEEP);
    const texts = outputOf(first.output).map((one) =>
      typeof one === 'string' ? one : `---\n# by hand\n${writeYaml(one)}`,
    );
    const second = expandItems(itemsOf(texts.join('')), undefined, KEEP);
    expect(outputOf(second.output)).toEqual(texts);
  });

  it('keeps the host’s annotations of an object that it updates', () => {
    const place = "config.kubernetes.io/path: 'a.yaml'";
    const service = `---\napiVersion: v1\nkind: Service\nmetadata: {name: shop-app, annotations: {moneypositive.coop/owner: shop, ${place}}}\n`;
    const { output } = expandItems(itemsOf(SHOP + service), undefined, KEEP);
    const updated = output.find(({ kind }) => kind === 'replaced');
    expect(updated).toMatchObject({
      value: { metadata: { annotations: { 'config.kubernetes.io/path': 'a.yaml' } } },
    });
  });

  it('drops what a MoneyPositive no longer gives', () => {
    const { names } = kindsAndNames(SHOP + owned('Service', 'shop-redis', 'shop'));
    expect(names).not.toContain('Service shop-redis');
  });

  it.each([
    ['of another MoneyPositive', owned('Service', 'shop-redis', 'blog')],
    ['in another namespace', owned('Service', 'shop-redis', 'shop', 'namespace: elsewhere, ')],
    ['without a mark', '---\napiVersion: v1\nkind: Service\nmetadata: {name: shop-redis}\n'],
  ])('leaves an object %s alone', (_title, text) => {
    expect(kindsAndNames(SHOP + text).names).toContain('Service shop-redis');
  });

  it('never drops scripts that a running pod may need', () => {
    const labels = 'labels: {app.kubernetes.io/component: scripts}, ';
    const { names } = kindsAndNames(SHOP + owned('ConfigMap', 'shop-scripts-v0', 'shop', labels));
    expect(names).toContain('ConfigMap shop-scripts-v0');
  });

  it('refuses to overwrite somebody else’s object, names both, and leaves everything as it came', () => {
    const foreign = '---\napiVersion: v1\nkind: Service\nmetadata: {name: shop-app}\n';
    const { results, output } = kindsAndNames(SHOP + foreign);
    expect(results).toMatchObject([
      { code: 'MP-MERGE-FOREIGN', resourceRef: { kind: 'MoneyPositive', name: 'shop' } },
    ]);
    expect(results[0]?.message).toContain('Service shop-app');
    expect(outputOf(output).join('')).toBe(SHOP + foreign);
  });

  it('looks behind its own object too for somebody else’s of that identity', () => {
    const foreign = '---\napiVersion: v1\nkind: Service\nmetadata: {name: shop-app}\n';
    const { results } = kindsAndNames(SHOP + owned('Service', 'shop-app', 'shop') + foreign);
    expect(results.map(({ code }) => code)).toEqual(['MP-MERGE-FOREIGN']);
  });

  it('leaves one of an object that somebody appended to those of the last time', () => {
    const once = kindsAndNames(SHOP).names;
    const [service, scripts] = [
      owned('Service', 'shop-app', 'shop'),
      owned('ConfigMap', 'shop-scripts-v0', 'shop', 'labels: {app.kubernetes.io/component: scripts}, '),
    ];
    expect(kindsAndNames(SHOP + service + service).names.sort()).toEqual([...once].sort());
    expect(kindsAndNames(SHOP + scripts + scripts).names).toContain('ConfigMap shop-scripts-v0');
  });

  it('says in one finding that a MoneyPositive stands twice', () => {
    const { results, output } = kindsAndNames(`${SHOP}---\n${SHOP}`);
    expect(results).toMatchObject([
      { code: 'MP-MERGE-COLLISION', field: { path: 'metadata.name' }, position: { line: 14 } },
    ]);
    expect(outputOf(output).join('')).toBe(`${SHOP}---\n${SHOP}`);
  });

  it('refuses two MoneyPositives that give the same object', () => {
    const twin = SHOP.replace('name: shop', 'name: shop-app').replace(/^/, '---\n');
    const both =
      SHOP.replace('app: {', 'beat: {}\n  workers: {default: {}}\n  app: {') +
      twin.replaceAll('shop-app', 'shop');
    const { results } = kindsAndNames(both);
    expect(new Set(results.map(({ code }) => code))).toEqual(new Set(['MP-MERGE-COLLISION']));
  });

  it('refuses a functionConfig that contradicts the item of its name', () => {
    const [config] = readStream(SHOP.replace('1.0.0', '1.0.1'));
    if (config === undefined) throw new Error('no document');
    const { results } = expandItems(itemsOf(SHOP), toItem(config), KEEP);
    expect(results.map(({ code }) => code)).toEqual(['MP-FUNCTION-CONFIG-DIFFERS']);
  });

  it('says that there was nothing to do', () => {
    const { results, output } = expandItems(itemsOf('a: 1\n'), undefined, KEEP);
    expect(results.map(({ code }) => code)).toEqual(['MP-NOTHING-TO-DO']);
    expect(outputOf(output)).toEqual(['a: 1\n']);
  });

  it('refuses a MoneyPositive in a List, where nothing would expand it', () => {
    const list = `apiVersion: v1\nkind: List\nmetadata: {}\nitems:\n- {apiVersion: v1, kind: Secret}\n- ${SHOP.trimEnd().replaceAll('\n', '\n  ')}\n`;
    const { results, output } = kindsAndNames(`${SHOP.replace('name: shop', 'name: blog')}---\n${list}`);
    expect(results).toMatchObject([{ code: 'MP-LIST-ITEM', severity: 'error', position: { line: 17 } }]);
    expect(outputOf(output)[1]).toBe(`---\n${list}`);
  });

  it('passes what it cannot read, unless that may be a MoneyPositive', () => {
    expect(expandItems(itemsOf('a: [\n'), undefined, KEEP).results.map(({ code }) => code)).toEqual([
      'MP-NOTHING-TO-DO',
    ]);
    const broken = expandItems(itemsOf(`${SHOP}  app: [\n`), undefined, KEEP).results;
    expect(broken.map(({ code }) => code)).toContain('MP-YAML-SYNTAX');
  });
});
