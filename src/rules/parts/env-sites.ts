/** Every place where environment variables are written. */
import type { Env } from '../../api/v1alpha1/component.ts';
import type { MoneyPositive } from '../../api/v1alpha1/money-positive.ts';
import type { FieldPath } from '../../results.ts';
import { type Sited, sited, sitedEntries } from './sited.ts';
import { containers, levels } from './written.ts';

/** A variable given as text. */
export interface EnvText extends Sited<string> {
  readonly name: string;
}

/** The maps of variables: of `spec`, of components, of steps. */
export function envMaps(object: MoneyPositive): readonly Sited<Env>[] {
  return [...levels(object), ...sited(['spec', 'init', 'commands'], object.spec.init?.commands)].flatMap(
    ({ path, value: { env } }) => (env === undefined ? [] : [{ path: [...path, 'env'], value: env }]),
  );
}

/** The variables of `spec`, of components and steps (by name), and of the user's own containers (as listed). */
export function envTexts(object: MoneyPositive): readonly EnvText[] {
  return [
    ...envMaps(object).flatMap(({ path, value }) => textsOf(path, value)),
    ...containers(object)
      .flatMap(({ path, value }) => sited([...path, 'env'], value.env))
      .flatMap(({ path, value: { name, value } }) =>
        value === undefined ? [] : [{ name, path: [...path, 'value'], value }],
      ),
  ];
}

function textsOf(path: FieldPath, env: Env): readonly EnvText[] {
  return sitedEntries(path, env).flatMap(({ key, path, value }) =>
    typeof value === 'string' ? [{ name: key, path, value }] : [],
  );
}
