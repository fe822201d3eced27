import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../../src/api/schema.ts';
import type { MoneyPositive } from '../../src/api/v1alpha1/money-positive.ts';
import { validateSpec } from '../../src/api/validate.ts';
import { CODES } from '../../src/codes.ts';
import { checkRules, RULES } from '../../src/rules/index.ts';
import { normalizeStack } from '../../src/stack/normalize.ts';
import { readStream } from '../../src/yaml/stream.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { valuesOf } from '../support/arbitrary-of-schema.ts';
import { deepFreeze } from '../support/deep-freeze.ts';
import { moneyPositive, subjectOf } from '../support/findings.ts';

describe('the rules', () => {
  it('stand once each in a list that nobody changes', () => {
    expect(new Set(RULES).size).toBe(RULES.length);
    expect(Object.isFrozen(RULES)).toBe(true);
  });

  it('find nothing in an ordinary stack', () => {
    const redis = { password: { secretKeyRef: { name: 'shop-redis', key: 'password' } } };
    const spec = { hosts: ['shop.example.com'], workers: { default: {} }, beat: {}, redis };
    expect(checkRules(subjectOf(moneyPositive(spec)))).toEqual([]);
    expect(checkRules(subjectOf(moneyPositive()))).toEqual([]);
  });

  it('take anything that is valid field by field, and say it on one line', () => {
    let valid = 0;
    fc.assert(
      fc.property(valuesOf(SCHEMA), (value) => {
        const [document] = readStream(writeYaml(value));
        fc.pre(document !== undefined && validateSpec(document).length === 0);
        valid++;
        const object = deepFreeze(value as MoneyPositive);
        for (const { code, severity, message, path } of checkRules({
          object,
          stack: normalizeStack(object),
        })) {
          expect(severity).toBe(CODES[code].severity);
          expect(message).toMatch(/^(Kubernetes|Pod Security|[^\p{Lu}\p{Cc}])[^\p{Cc}]+$/u);
          expect(['spec', 'metadata']).toContain(path[0]);
        }
      }),
      // Shrinking such a tree takes minutes and helps little: the counterexample is printed whole.
      { numRuns: 60, endOnFailure: true },
    );
    expect(valid).toBe(60);
  }, 30_000);
});
