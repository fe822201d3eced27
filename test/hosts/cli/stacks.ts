/** MoneyPositives for the tests of the command line. */

interface Choices {
  readonly name?: string;
  readonly namespace?: string;
  /** Lines of the spec, each indented by two spaces. */
  readonly spec?: string;
}

/** A small stack: the app and its init Job, nothing that is warned about. */
export function stack({ name = 'shop', namespace = 'shop', spec = '' }: Choices = {}): string {
  return `apiVersion: moneypositive.coop/v1alpha1
kind: MoneyPositive
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  image: registry.example.com/shop:1.0.0
  project: shop
  hosts: [app.example.com]
  tls: {secretName: shop-tls}
  envFrom:
  - secretRef: {name: shop-secrets}
  app:
    probes: {path: /healthz}
${spec}`;
}

/** A stack with an error: `workers` without a value. */
export const BROKEN = stack({ spec: '  workers:\n' });

/** Somebody else's object, in a style that only its bytes preserve. */
export const FOREIGN = `# Ours since 2019.
apiVersion:   v1
kind: ConfigMap
metadata: {name: settings, namespace: shop}
data: {mode: 0777, "on": 'yes'} # octal
`;
