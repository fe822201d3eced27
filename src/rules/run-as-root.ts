/** Under `restricted` a pod says that it must not run as root, so the kubelet starts no container that asks for user 0. */
import type { FieldPath } from '../results.ts';
import { type Pod, pods } from './parts/pods.ts';
import { finding, once, type Rule } from './rule.ts';

export const runAsRoot: Rule = (subject) =>
  once(
    pods(subject)
      .filter(({ component }) => component.security.profile === 'restricted')
      .flatMap(rootsIn)
      .map((path) =>
        finding(
          'MP-RUN-AS-ROOT',
          path,
          '`restricted` forbids user 0, and the kubelet does not start the container: give another user, or choose `security.profile: baseline`',
        ),
      ),
  );

/** Where user 0 is asked for: by the component's security, its own or that of the stack, or by a container of the user's. */
function rootsIn({ path, own, component, sidecars, initContainers }: Pod): readonly FieldPath[] {
  const place = own.security?.runAsUser === undefined ? ['spec'] : path;
  return [
    ...(component.security.runAsUser === 0 ? [[...place, 'security', 'runAsUser']] : []),
    ...[...sidecars, ...initContainers]
      .filter(({ value }) => value.securityContext?.runAsUser === 0)
      // Such a container contradicts its pod and starts; whether a namespace admits it is for Pod Security to say.
      .filter(({ value }) => value.securityContext?.runAsNonRoot !== false)
      .map((container) => [...container.path, 'securityContext', 'runAsUser']),
  ];
}
