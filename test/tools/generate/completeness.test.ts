import { describe, expect, it } from 'vitest';
import { gaps } from '../../../tools/generate/completeness.ts';
import type { ApiModel } from '../../../tools/generate/model.ts';
import type { OwnSchema } from '../../../tools/generate/own.ts';

const COMPLETE: OwnSchema = { type: 'integer', description: 'A port.', default: 1, examples: [2] };

function modelWith(port: OwnSchema, required: readonly string[] = []): ApiModel {
  const own = {
    App: { type: 'object' as const, description: 'An app.', required, properties: { port } },
    Gate: { type: 'object' as const, description: 'A gate.', properties: {} },
  };
  return { own, embedded: {}, heritage: {} };
}

describe('gaps', () => {
  it('are none in a complete field', () => {
    expect(gaps(modelWith(COMPLETE))).toEqual([]);
    const { default: _, ...rest } = COMPLETE;
    expect(gaps(modelWith({ ...rest, defaultText: 'none' }))).toEqual([]);
    expect(gaps(modelWith(rest, ['port']))).toEqual([]);
  });

  it.each(['type', 'description', 'default'] as const)('name a field without %s', (part) => {
    const { [part]: _, ...rest } = COMPLETE;
    expect(gaps(modelWith(rest))).toEqual([`App.port has no ${part}`]);
  });

  it('name a field without an example, even a required one, and a pattern without words', () => {
    const { examples: _, ...rest } = COMPLETE;
    expect(gaps(modelWith(rest, ['port']))).toEqual(['App.port has no example']);
    expect(gaps(modelWith({ ...COMPLETE, pattern: '^a$' }))).toEqual(['App.port has no patternText']);
  });

  it('let a section of described fields do without default and example, but not a Kubernetes type', () => {
    expect(gaps(modelWith({ $ref: '#/definitions/Gate', description: 'The gate.' }))).toEqual([]);
    expect(gaps(modelWith({ $ref: '#/definitions/k8s.Affinity', description: 'Affinity.' }))).toEqual([
      'App.port has no default',
      'App.port has no example',
    ]);
  });
});
