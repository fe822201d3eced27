/** Arbitrary MoneyPositives that are valid: what users might write, with the corners they would not think of. */
import fc from 'fast-check';
import type { MoneyPositive, MoneyPositiveSpec } from '../../src/api/v1alpha1/money-positive.ts';

const shortLabel = fc.stringMatching(/^[a-z]([-a-z0-9]{0,60}[a-z0-9])?$/);

/** Half of them as long as they may be, or a little less: that is where names are cut. */
const dnsLabel = (maxLength: number) =>
  fc.oneof(
    shortLabel.filter((name) => name.length <= maxLength),
    fc.nat(Math.min(24, maxLength - 1)).map((less) =>
      'a-long-name-'
        .repeat(6)
        .slice(0, maxLength - less - 1)
        .concat('z'),
    ),
  );

/** Text that some reader of YAML would take for something else, and text as it comes. */
const text = fc.oneof(
  fc.constantFrom(
    'yes',
    'no',
    '1e3',
    '0777',
    '12:30',
    '2021-12-01',
    '~',
    'null',
    '',
    ' ',
    '<<',
    '=',
    '0x1F',
    '.5',
  ),
  fc.string(),
  fc.string({ unit: 'binary' }).map((value) => value.replace(/[\uD800-\uDFFF]/g, '')),
);

const envName = fc
  .stringMatching(/^[A-Z][A-Z0-9_]{0,12}$/)
  .filter((name) => !/SECRET|PASSWORD|TOKEN|KEY/.test(name));

const env = fc.dictionary(
  envName,
  fc.oneof(
    text.map((value) => value.replaceAll('$', '').replaceAll('\u0000', '').replaceAll('://', '')),
    fc.constant({ secretKeyRef: { name: 'shop', key: 'a' } }),
    fc.constant({ fieldRef: { fieldPath: 'status.podIP' } }),
  ),
  { maxKeys: 4 },
);

const positive = fc.integer({ min: 1, max: 100 });

const optional = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T, never>(model, { requiredKeys: [] } as never) as fc.Arbitrary<Partial<T>>;

const component = {
  env,
  podLabels: fc.constant({ team: 'payments' }),
  terminationGracePeriodSeconds: positive,
};

const autoscaling = optional({
  minReplicas: fc.integer({ min: 1, max: 3 }),
  maxReplicas: fc.integer({ min: 3, max: 9 }),
  targetCPUUtilizationPercentage: positive,
  targetMemoryUtilizationPercentage: positive,
});

const scaling = fc.oneof(optional({ replicas: positive }), fc.record({ autoscaling }));

const worker = fc
  .tuple(
    optional({
      ...component,
      queues: fc.uniqueArray(dnsLabel(12), { minLength: 1, maxLength: 3 }),
      concurrency: positive,
      prefetchMultiplier: fc.nat(8),
      disruption: fc.constant(false as const),
    }),
    scaling,
  )
  .map(([own, scale]) => ({ ...own, ...scale }));

const app = fc
  .tuple(
    optional({
      ...component,
      // Less than its pods wait while they leave, and Kubernetes refuses them.
      terminationGracePeriodSeconds: fc.integer({ min: 10, max: 100 }),
      port: fc.integer({ min: 1024, max: 65535 }),
      server: fc.constantFrom('gunicorn' as const, 'uvicorn' as const, 'custom' as const),
      concurrency: positive,
      probes: optional({ path: fc.constant('/healthz'), liveness: fc.constant(false as const) }),
      security: optional({
        profile: fc.constantFrom('restricted' as const, 'baseline' as const, 'none' as const),
        readOnlyRootFilesystem: fc.boolean(),
        writablePaths: fc.constant(['/app/var']),
      }),
    }),
    scaling,
  )
  .map(([own, scale]) => ({ ...own, ...scale }));

const init = optional({
  ...component,
  migrate: fc.oneof(fc.constant(false as const), fc.constant({ databases: ['default', 'reports'] })),
  fixtures: fc.constant([{ path: 'shop/currencies.json', once: true }]),
  commands: fc.constant([{ run: ['createcachetable'] }, { run: ['createcachetable'] }]),
  revision: text.filter((value) => value.length < 250),
  gate: fc.oneof(fc.constant(false as const), fc.constant({ timeoutSeconds: 60 })),
});

const redis = fc.oneof(
  optional({
    role: fc.constantFrom('broker' as const, 'shared' as const),
    storage: fc.oneof(fc.constant(false as const), fc.constant('2Gi')),
    password: fc.constant({ secretKeyRef: { name: 'shop-redis', key: 'password' } }),
  }),
  fc.constant({ urlFrom: { secretKeyRef: { name: 'shop-redis', key: 'url' } } }),
);

const staticFiles = optional({
  serve: fc.constantFrom('app' as const, 'nginx' as const),
  root: fc.constant('/srv/static'),
  collect: fc.constant(true),
  // Below the app's ports.
  nginx: optional({ port: fc.integer({ min: 80, max: 1023 }) }),
});

const media = fc.oneof(
  fc.constant({ claimName: 'uploads' }),
  fc.record({ storage: fc.constant({ size: '10Gi', storageClassName: 'nfs' }) }),
);

const spec: fc.Arbitrary<MoneyPositiveSpec> = fc
  .tuple(
    optional({
      env,
      settingsModule: fc.constant('shop.settings'),
      names: fc.constantFrom('default' as const, 'legacy' as const),
      hosts: fc.constantFrom(['shop.example.com'], ['shop.example.com', 'www.example.com']),
      app,
      workers: fc.dictionary(dnsLabel(50), worker, { maxKeys: 3 }),
      beat: optional({
        ...component,
        scheduler: fc.constantFrom('database' as const, 'persistent' as const),
      }),
      redis,
      static: staticFiles,
      media,
      init,
      engine: fc.constantFrom('none' as const, 'argocd' as const),
    }),
    fc.boolean(),
  )
  .map(([own, tls]) => {
    const whole = {
      image: 'registry.example.com/shop',
      version: '1.0.0',
      project: 'shop',
      envFrom: [{ secretRef: { name: 'shop-secrets' } }],
      ...own,
      ...(tls && own.hosts && { tls: { issuerRef: { name: 'letsencrypt' } } }),
    };
    // fast-check makes its constants deeply readonly, which the published models are not.
    return whole as unknown as MoneyPositiveSpec;
  });

/** A valid MoneyPositive. */
export const moneyPositives: fc.Arbitrary<MoneyPositive> = fc
  .record({ name: dnsLabel(63), spec, namespace: fc.option(dnsLabel(63), { nil: undefined }) })
  .map(({ name, namespace, spec }) => ({
    apiVersion: 'moneypositive.coop/v1alpha1',
    kind: 'MoneyPositive',
    metadata: { name, ...(namespace !== undefined && { namespace }) },
    spec,
  }));
