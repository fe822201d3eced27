/** What a rule finds in a spec that is valid field by field. */
import type { Metadata, MoneyPositive, MoneyPositiveSpec } from '../../src/api/v1alpha1/money-positive.ts';
import { validateSpec } from '../../src/api/validate.ts';
import { formatPath } from '../../src/results.ts';
import type { Rule, Subject } from '../../src/rules/rule.ts';
import { normalizeStack } from '../../src/stack/normalize.ts';
import { readStream } from '../../src/yaml/stream.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { deepFreeze } from './deep-freeze.ts';

/** A MoneyPositive in which no rule finds anything, but for what `spec` says. */
export function moneyPositive(
  spec: Partial<MoneyPositiveSpec> = {},
  metadata: Partial<Metadata> = {},
): MoneyPositive {
  return {
    apiVersion: 'moneypositive.coop/v1alpha1',
    kind: 'MoneyPositive',
    metadata: { name: 'shop', ...metadata },
    spec: {
      image: 'registry.example.com/shop',
      version: '1.0.0',
      project: 'shop',
      envFrom: [{ secretRef: { name: 'shop-secrets' } }],
      ...spec,
      app: { probes: { path: '/healthz', host: 'shop.example.com' }, ...spec.app },
    },
  };
}

/** What rules look at. Throws where validation would have kept the object from them: such a test would prove nothing. */
export function subjectOf(object: MoneyPositive): Subject {
  const [document] = readStream(writeYaml(object));
  const mistakes = document === undefined ? ['no document'] : validateSpec(document);
  if (mistakes.length > 0) throw new Error(`not valid field by field: ${JSON.stringify(mistakes)}`);
  const frozen = deepFreeze(object);
  return { object: frozen, stack: normalizeStack(frozen) };
}

/** The findings of a rule, as `CODE path: message`. */
export function find(
  rule: Rule,
  spec: Partial<MoneyPositiveSpec>,
  metadata: Partial<Metadata> = {},
): readonly string[] {
  return rule(subjectOf(moneyPositive(spec, metadata))).map(
    ({ code, path, message }) => `${code} ${formatPath(path)}: ${message}`,
  );
}

/** The places a rule finds fault with. */
export function places(rule: Rule, spec: Partial<MoneyPositiveSpec>): readonly string[] {
  return rule(subjectOf(moneyPositive(spec))).map(({ path }) => formatPath(path));
}
