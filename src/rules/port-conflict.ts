/** The containers of a pod share one address: two can't listen on one port, and a port's name should mean one of them. */
import type { Container } from '../k8s/models.ts';
import type { Finding } from '../results.ts';
import { generatedPorts } from './parts/generated.ts';
import { type Pod, pods } from './parts/pods.ts';
import { type Sited, sited } from './parts/sited.ts';
import { finding, once, type Rule } from './rule.ts';

type Port = NonNullable<Container['ports']>[number];

export const portConflict: Rule = (subject) =>
  once(pods(subject).flatMap((pod) => conflictsIn(pod, generatedPorts(subject.stack, pod.component))));

function conflictsIn({ sidecars }: Pod, generated: readonly Port[]): readonly Finding[] {
  const numbers = new Set(generated.map(numberOf));
  return sidecars.flatMap(({ path, value }) => {
    // Among sidecars a name may stand twice: monitors that ask for it mean all of them. In one container it may not.
    const names = new Set(generated.map(({ name }) => name));
    return sited([...path, 'ports'], value.ports).flatMap((port) => {
      const found = [
        ...conflict(port, 'containerPort', numbers, numberOf(port.value)),
        ...conflict(port, 'name', names, port.value.name),
      ];
      numbers.add(numberOf(port.value));
      if (port.value.name !== undefined) names.add(port.value.name);
      return found;
    });
  });
}

function conflict<T>(
  { path, value }: Sited<Port>,
  field: 'containerPort' | 'name',
  taken: ReadonlySet<T>,
  key: T,
): readonly Finding[] {
  if (key === undefined || !taken.has(key)) return [];
  const message = `the pod has another port \`${value[field]}\`: choose another`;
  return [finding('MP-PORT-CONFLICT', [...path, field], message)];
}

function numberOf({ containerPort, protocol = 'TCP' }: Port): string {
  return `${protocol} ${containerPort}`;
}
