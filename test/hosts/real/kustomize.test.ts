/** kustomize, for real: as a generator and as a transformer. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { objectsOfStream } from '../../support/manifests.ts';
import { comparable } from './objects.ts';
import { describeWith, output, run } from './programs.ts';
import { addProgram, example, moneypositive, workspace } from './workspace.ts';

const BUILD = ['build', '--enable-alpha-plugins', '--enable-exec', '.'];
const EXEC = 'exec: {path: ./moneypositive}';

/** The function for `transformers:`; what it works on are the resources. */
const FUNCTION = `
apiVersion: v1
kind: ConfigMap
metadata:
  name: moneypositive
  annotations:
    config.kubernetes.io/function: '${EXEC}'
`;

/** The function for `validators:`. */
const VALIDATOR = `${FUNCTION}data: {mode: validate}\n`;

/** The object as a generator's configuration: it names the program itself. */
function asGenerator(text: string): string {
  return text.replace(/^metadata:\n {2}name: (.*)$/m, (metadata) => {
    return `${metadata}\n  annotations:\n    config.kubernetes.io/function: '${EXEC}'`;
  });
}

describeWith('kustomize', 'kustomize', (kustomize) => {
  const text = example('several-workers');
  const expected = comparable(moneypositive(['post-render'], text));

  function folder(files: Readonly<Record<string, string>>): string {
    const made = workspace(files);
    addProgram(made);
    return made;
  }

  it('generates the same objects as the command line', () => {
    const cwd = folder({
      'kustomization.yaml': 'generators: [money-positive.yaml]\n',
      'money-positive.yaml': asGenerator(text),
    });
    expect(comparable(output(kustomize, BUILD, { cwd }))).toEqual(expected);
  });

  it('transforms to the same objects, and prints no MoneyPositive', () => {
    const cwd = folder({
      'kustomization.yaml': 'resources: [money-positive.yaml]\ntransformers: [function.yaml]\n',
      'money-positive.yaml': text,
      'function.yaml': FUNCTION,
    });
    const stream = output(kustomize, BUILD, { cwd });
    expect(comparable(stream)).toEqual(expected);
    expect(objectsOfStream(stream).map(({ kind }) => kind)).not.toContain('MoneyPositive');
  });

  it('does so behind another function, which leaves made-up paths on the items', () => {
    const before = FUNCTION.replace(/moneypositive/g, 'identity');
    const cwd = folder({
      'kustomization.yaml':
        'resources: [money-positive.yaml]\ntransformers: [identity.yaml, function.yaml]\n',
      'money-positive.yaml': text.replace(/^ {2}annotations:\n.*local-config.*\n/m, ''),
      'identity.yaml': before,
      'function.yaml': FUNCTION,
    });
    writeFileSync(join(cwd, 'identity'), '#!/bin/sh\ncat\n', { mode: 0o755 });
    const stream = output(kustomize, BUILD, { cwd });
    expect(comparable(stream)).toEqual(expected);
    expect(objectsOfStream(stream).map(({ kind }) => kind)).not.toContain('MoneyPositive');
  });

  it('hands over a prefixed object when the function is outermost, so that host names agree', () => {
    const cwd = folder({
      'kustomization.yaml':
        'namePrefix: staging-\nresources: [money-positive.yaml]\ntransformers: [function.yaml]\n',
      'money-positive.yaml': text,
      'function.yaml': FUNCTION,
    });
    const stream = output(kustomize, BUILD, { cwd });
    expect(stream).toContain('redis://staging-shop-redis:6379/0');
    expect(objectsOfStream(stream).map(({ metadata }) => metadata?.name)).toContain('staging-shop-redis');
  });

  it('shows an error and fails', () => {
    const cwd = folder({
      'kustomization.yaml': 'generators: [money-positive.yaml]\n',
      'money-positive.yaml': asGenerator(example('invalid-image')),
    });
    const { status, stdout, stderr } = run(kustomize, BUILD, { cwd });
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain('MP-IMAGE-LATEST');
  });

  describe('as a validator', () => {
    const checked = (object: string, field = 'validators') =>
      folder({
        'kustomization.yaml': `resources: [money-positive.yaml, other.yaml]\n${field}: [function.yaml]\n`,
        'money-positive.yaml': object,
        'other.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: other} # in flow style\n',
        'function.yaml': VALIDATOR,
      });

    it('changes nothing', () => {
      const stream = output(kustomize, BUILD, { cwd: checked(text) });
      expect(
        objectsOfStream(stream)
          .map(({ kind }) => kind)
          .sort(),
      ).toEqual(['MoneyPositive', 'Secret']);
    });

    it('shows an error and fails', () => {
      const { status, stdout, stderr } = run(kustomize, BUILD, { cwd: checked(example('invalid-image')) });
      expect({ failed: status !== 0, stdout }).toEqual({ failed: true, stdout: '' });
      expect(stderr).toContain('MP-IMAGE-LATEST');
    });

    it('among the transformers leaves what no cluster takes, rather than nothing', () => {
      const stream = output(kustomize, BUILD, { cwd: checked(text, 'transformers') });
      expect(objectsOfStream(stream).map(({ kind }) => kind)).toEqual(['ModeValidateBelongsUnderValidators']);
    });

    it('may have the MoneyPositive itself as its configuration', () => {
      const config = asGenerator(text).replace(
        'annotations:',
        'annotations:\n    moneypositive.coop/mode: validate',
      );
      const cwd = folder({
        'kustomization.yaml': 'resources: [other.yaml]\nvalidators: [money-positive.yaml]\n',
        'money-positive.yaml': config,
        'other.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: other}\n',
      });
      expect(objectsOfStream(output(kustomize, BUILD, { cwd })).map(({ kind }) => kind)).toEqual(['Secret']);
    });
  });
});
