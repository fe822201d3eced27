/** What the user wrote, component by component, whether or not the stack comes to have it. */
import type { Component } from '../../api/v1alpha1/component.ts';
import type { MoneyPositive } from '../../api/v1alpha1/money-positive.ts';
import type { Container } from '../../k8s/models.ts';
import type { FieldPath } from '../../results.ts';
import { one, type Sited, sited, sitedEntries } from './sited.ts';

/** The components as the API lists them, workers by name; only those that are written. */
export function writtenComponents({ spec }: MoneyPositive): readonly Sited<Component>[] {
  const { app, workers, beat, redis, init } = spec;
  return [
    ...one(['spec', 'app'], app),
    ...sitedEntries(['spec', 'workers'], workers),
    ...one(['spec', 'beat'], beat),
    ...one(['spec', 'redis'], redis),
    ...one(['spec', 'init'], init),
  ];
}

/** The user's own containers: sidecars at the top of `spec`, sidecars and init containers of components. */
export function containers(object: MoneyPositive): readonly Sited<Container>[] {
  return [
    ...sited(['spec', 'sidecars'], object.spec.sidecars),
    ...writtenComponents(object).flatMap(({ path, value }) => [
      ...sited([...path, 'sidecars'], value.sidecars),
      ...sited([...path, 'initContainers'], value.initContainers),
    ]),
  ];
}

/** `spec` and the components: where what is inherited stands. */
export function levels(object: MoneyPositive): readonly Sited<Component>[] {
  const top: FieldPath = ['spec'];
  return [{ path: top, value: object.spec }, ...writtenComponents(object)];
}

/** The words of a component's or container's own command line, command first. */
export function ownWords({
  path,
  value,
}: Sited<Pick<Component, 'command' | 'args'>>): readonly Sited<string>[] {
  return [...sited([...path, 'command'], value.command), ...sited([...path, 'args'], value.args)];
}

/** The values that an option is given in an argv: `--name=value`, `--name value`, `-n value`, `-nvalue`. */
export function optionValues(
  words: readonly Sited<string>[],
  long: string,
  short?: string,
): readonly Sited<string>[] {
  return words.flatMap((word, index) => {
    if (word.value.startsWith(`${long}=`)) return [{ ...word, value: word.value.slice(long.length + 1) }];
    if (word.value === long || word.value === short) return words.slice(index + 1, index + 2);
    if (short !== undefined && word.value.startsWith(short)) {
      return [{ ...word, value: word.value.slice(short.length) }];
    }
    return [];
  });
}

/** Every command line that is written anywhere: of components, of containers, of steps. */
export function writtenWords(object: MoneyPositive): readonly (readonly Sited<string>[])[] {
  const { init, manage } = object.spec;
  const path = ['spec', 'init'];
  return [
    sited(['spec', 'manage'], manage),
    ...writtenComponents(object).map(ownWords),
    ...containers(object).map(ownWords),
    ...(init?.migrate ? [sited([...path, 'migrate', 'args'], init.migrate.args)] : []),
    ...sited([...path, 'commands'], init?.commands).map((step) =>
      sited([...step.path, 'run'], step.value.run),
    ),
  ];
}
