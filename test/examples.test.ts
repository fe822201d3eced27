/** Every example, rendered: what comes out stands beside it, and what must be true of all of them is checked here. */
import { describe, expect, it } from 'vitest';
import { expandDocument } from '../src/expand.ts';
import { runPostRenderer } from '../src/hosts/helm.ts';
import { runFunction } from '../src/hosts/krm.ts';
import { OWNER_ANNOTATION } from '../src/k8s/owner.ts';
import { locate } from '../src/locate.ts';
import { toItem } from '../src/merge/item.ts';
import type { SourceDocument } from '../src/yaml/document.ts';
import { readStream } from '../src/yaml/stream.ts';
import { writeYaml } from '../src/yaml/write.ts';
import { schemaErrors } from './kubernetes/schema.ts';
import { deepFreeze } from './support/deep-freeze.ts';
import { type Example, examples, expectFile } from './support/examples.ts';
import { objectsOfList, objectsOfStream, resourceList } from './support/manifests.ts';

const ALL = examples();
const VALID = ALL.filter(({ isInvalid }) => !isInvalid);

describe.each(ALL)('example $name', (example) => {
  it('gives the results beside it', () => {
    const results = resultsOf(example);
    expectFile(example, 'results.yaml', results.length === 0 ? '' : writeYaml(results));
  });

  it('fails exactly if it is an invalid one', () => {
    const { stdout, exitCode } = render(example);
    expect(exitCode).toBe(example.isInvalid ? 1 : 0);
    expect(stdout === '').toBe(example.isInvalid);
  });
});

describe.each(VALID)('example $name', (example) => {
  it('renders what stands beside it', () => {
    expectFile(example, 'expected.yaml', render(example).stdout);
  });

  it('gives objects that Kubernetes takes', () => {
    const objects = objectsOfStream(render(example).stdout);
    expect(objects.length).toBeGreaterThan(0);
    for (const object of objects) expect(schemaErrors(object)).toEqual([]);
  });

  it('marks every object with its owner', () => {
    const { name } = moneyPositive(example).metadata;
    for (const object of objectsOfStream(render(example).stdout)) {
      expect(object.metadata?.annotations).toMatchObject({ [OWNER_ANNOTATION]: name });
    }
  });

  it('leaves its input as it is', () => {
    const [document] = readStream(example.text);
    const frozen = deepFreeze(document?.value);
    expect(expandDocument({ ...NO_TEXT, value: frozen }).objects).toEqual(
      objectsOfStream(render(example).stdout),
    );
  });

  it('gives the same objects on every host', () => {
    const expected = objectsOfStream(render(example).stdout);
    const object = moneyPositive(example);
    const asItem = runFunction(resourceList([object]));
    const asConfig = runFunction(resourceList([], object));
    const asBoth = runFunction(resourceList([object], object));
    for (const { stdout, exitCode } of [asItem, asConfig, asBoth]) {
      expect(exitCode).toBe(0);
      expect(objectsOfList(stdout).filter(({ kind }) => kind !== 'MoneyPositive')).toEqual(expected);
    }
  });

  it('is byte-identical when it is rendered again', () => {
    const first = runFunction(resourceList([inPackage(moneyPositive(example))]));
    const second = runFunction(Buffer.from(first.stdout));
    expect(second).toEqual(first);
  });
});

it('no message holds a secret of the examples', () => {
  const everything = ALL.map((example) => render(example).stderr).join('');
  expect(everything).toContain('MP-SECRET-LITERAL');
  for (const secret of ['s3cr3t-do-not-print', 'hunter2']) expect(everything).not.toContain(secret);
});

const NO_TEXT: Omit<SourceDocument, 'value'> = {
  text: '',
  node: null,
  problems: [],
  locate: () => ({ line: 1, column: 1 }),
  position: () => undefined,
};

function render({ text }: Example) {
  return runPostRenderer(Buffer.from(text));
}

function resultsOf({ text }: Example) {
  return readStream(text).flatMap((document) =>
    expandDocument(document).findings.map((finding) => {
      const { resourceRef: _, ...result } = locate(finding, toItem(document));
      return result;
    }),
  );
}

function moneyPositive({ text }: Example) {
  const [object] = objectsOfStream(text);
  if (object?.metadata?.name === undefined) throw new Error('an example is one MoneyPositive with a name');
  return { ...object, metadata: { ...object.metadata, name: object.metadata.name } };
}

/** As kpt hands it over: with a file, so that it stays among the items. */
function inPackage<T extends { metadata: { annotations?: Readonly<Record<string, string>> } }>(object: T): T {
  const annotations = {
    'config.kubernetes.io/local-config': 'true',
    ...object.metadata.annotations,
    'config.kubernetes.io/path': 'app/money-positive.yaml',
    'config.kubernetes.io/index': '0',
  };
  return { ...object, metadata: { ...object.metadata, annotations } };
}
