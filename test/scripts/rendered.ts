/** What the program renders for projects of these tests: through the post-renderer, from text to text. */
import type { MoneyPositiveSpec } from '../../src/api/v1alpha1/money-positive.ts';
import { runPostRenderer } from '../../src/hosts/helm.ts';
import type { PodTemplateSpec } from '../../src/k8s/models.ts';
import type { KubernetesObject } from '../../src/k8s/object.ts';
import { writeYaml } from '../../src/yaml/write.ts';
import { objectsOfStream } from '../support/manifests.ts';
import { containersOf, ofKind, workloadsOf } from '../support/stack-objects.ts';
import type { Container } from './container.ts';
import { type Node, projectWith, runInContainer, startContainer } from './pod.ts';
import { until } from './servers.ts';
import { WEB_PROJECT } from './web-project.ts';

/** The objects of a stack `shop`; throws what the program says where it refuses. */
export function render(spec: Partial<MoneyPositiveSpec>): readonly KubernetesObject[] {
  const object = {
    apiVersion: 'moneypositive.coop/v1alpha1',
    kind: 'MoneyPositive',
    metadata: { name: 'shop' },
    spec: {
      image: 'registry.example.com/shop',
      ...(spec.image?.includes('@') ? {} : { version: '1' }),
      project: 'shop',
      envFrom: [{ secretRef: { name: 'shop-secrets' } }],
      ...spec,
    },
  };
  const { stdout, stderr, exitCode } = runPostRenderer(Buffer.from(writeYaml(object)));
  if (exitCode !== 0) throw new Error(stderr);
  return objectsOfStream(stdout);
}

/** A rendered stack of the web project, and what its pods find around them. */
export interface WebStack {
  readonly node: Node;
  /** The pod of a workload: `app`, `worker-default`, `init` ... */
  readonly pod: (part: string) => PodTemplateSpec;
}

/** Renders a stack for the web project; `password` is that of Redis, `databases` are Django's. */
export function webStack(
  spec: Partial<MoneyPositiveSpec>,
  { databases = {}, ...around }: Partial<Node> & { readonly databases?: object } = {},
): WebStack {
  const objects = render({ settingsModule: 'shop.production', ...spec });
  const pods = new Map(
    workloadsOf(objects).map(({ name, pod }) => [name.replace('shop-', '').replace(/^init-.*/, 'init'), pod]),
  );
  const secrets = {
    'shop-secrets': { TEST_DATABASES: JSON.stringify(databases) },
    'shop-redis': { password: 'S3cret+of$(HOME)', url: 'redis://nowhere:6379/0' },
  };
  const configMaps = ofKind(objects, 'ConfigMap');
  return {
    node: { project: projectWith({}, WEB_PROJECT), secrets, configMaps, ...around },
    pod: (part) => {
      const pod = pods.get(part);
      if (pod === undefined) throw new Error(`there is no ${part} among ${[...pods.keys()].join(', ')}`);
      return pod;
    },
  };
}

/** Starts the stack's Redis and waits until its readiness probe is content. `cli` asks it in its own container. */
export async function startRedis({ node, pod }: WebStack): Promise<{
  readonly container: Container;
  readonly cli: (...args: readonly string[]) => Promise<string>;
}> {
  const redis = pod('redis');
  const probe = containersOf(redis)[0]?.readinessProbe?.exec?.command ?? [];
  const container = startContainer(node, redis, 'redis');
  const inside = (argv: readonly string[]) => runInContainer(node, redis, 'redis', argv);
  await until(async () => (await inside(probe)).code === 0);
  return { container, cli: async (...args) => (await inside(['redis-cli', ...args])).output.trim() };
}
