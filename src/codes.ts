/** Every code the program can report, with what it means. The reference in `docs/findings.md` is generated from here. */

/** What a code stands for. */
export interface CodeEntry {
  /** The severity it is reported with; a rule's finding can be accepted by annotation (`moneypositive.coop/accept`) if `acceptable`. */
  readonly severity: 'error' | 'warning' | 'info';
  /** One sentence: what is wrong and what follows from it. */
  readonly meaning: string;
  readonly acceptable?: true;
}

export const CODES = {
  'MP-YAML-SYNTAX': { severity: 'error', meaning: 'The text is not valid YAML, or not valid UTF-8.' },
  'MP-YAML-DUPLICATE-KEY': {
    severity: 'error',
    meaning: 'A key stands twice in one mapping of a MoneyPositive; readers differ in which one they keep.',
  },
  'MP-YAML-MERGE-KEY': {
    severity: 'error',
    meaning: 'A `<<` merge in a MoneyPositive: YAML 1.2 has none, and hosts differ in what they make of it.',
  },
  'MP-YAML-ALIAS': {
    severity: 'error',
    meaning: 'An alias (`*name`) in a MoneyPositive: hosts expand, rename or refuse it.',
  },
  'MP-YAML-QUOTE': {
    severity: 'error',
    meaning:
      'A plain scalar that YAML 1.1, YAML 1.2 and Go read differently stands where text is expected; quoted it means the same everywhere.',
  },
  'MP-YAML-TAG': { severity: 'error', meaning: 'A tag other than the YAML core ones in a MoneyPositive.' },
  'MP-YAML-OCTAL': {
    severity: 'error',
    meaning: 'A number with a leading zero: octal to YAML 1.1 and Go, decimal to YAML 1.2.',
  },
  'MP-SCHEMA-API-VERSION': {
    severity: 'error',
    meaning: 'The apiVersion is not one this release of the program knows.',
  },
  'MP-SCHEMA-KIND': {
    severity: 'error',
    meaning: 'The kind is not MoneyPositive, the only one of this API.',
  },
  'MP-SCHEMA-UNKNOWN-FIELD': {
    severity: 'error',
    meaning:
      'A key that the API does not have at this place. Nothing unknown passes, since it may be a misspelt key.',
  },
  'MP-SCHEMA-REQUIRED': { severity: 'error', meaning: 'A required field is missing.' },
  'MP-SCHEMA-TYPE': {
    severity: 'error',
    meaning:
      "A value is not of its field's type, or there is none (null). What is off by choice is left out or `false`.",
  },
  'MP-SCHEMA-ENUM': { severity: 'error', meaning: 'A value is not one of those its field admits.' },
  'MP-SCHEMA-PATTERN': { severity: 'error', meaning: 'A text does not have the form its field asks for.' },
  'MP-SCHEMA-RANGE': {
    severity: 'error',
    meaning: 'A number, a length or a number of entries is outside of what its field admits.',
  },
  'MP-SCHEMA-NAME': {
    severity: 'error',
    meaning:
      'A key of a map (an environment variable, a worker, a label) does not have the form of such a name.',
  },
  'MP-SCHEMA-ENV-REFERENCE': {
    severity: 'error',
    meaning: 'The value of an environment variable refers to no source, or to several at once.',
  },
  'MP-SCHEMA-DUPLICATE': {
    severity: 'error',
    meaning: 'Two entries of a list are the same, or have the same name, where each may stand only once.',
  },
  'MP-KRM-INPUT': {
    severity: 'error',
    meaning: 'As a KRM function the program reads a ResourceList from stdin, and there was none.',
  },
  'MP-NOTHING-TO-DO': {
    severity: 'warning',
    meaning: 'There is no MoneyPositive in the input: everything passes as it came.',
  },
  'MP-NOTHING-FOUND': {
    severity: 'error',
    meaning: 'There is no MoneyPositive in the files that were named: what looked at nothing must not pass.',
  },
  'MP-NOT-AN-OBJECT': {
    severity: 'error',
    meaning: 'A document has no apiVersion and kind, so it is no Kubernetes object.',
  },
  'MP-LIST-ITEM': {
    severity: 'error',
    meaning: 'A MoneyPositive stands inside of a List: nothing would expand it there.',
  },
  'MP-FILE-FOREIGN': {
    severity: 'error',
    meaning:
      'A file of the package or the output folder holds something that is not ours, where a generated object would be written or has gone.',
  },
  'MP-LOCAL-CONFIG': {
    severity: 'warning',
    meaning:
      'On kpt a MoneyPositive without the local-config annotation is applied to the cluster, which does not know its kind.',
  },
  'MP-FUNCTION-CONFIG-KIND': {
    severity: 'error',
    meaning:
      'The functionConfig is neither a MoneyPositive nor a ConfigMap; for Helm, a file of `--config` holds something else.',
  },
  'MP-FUNCTION-CONFIG-DATA': {
    severity: 'error',
    meaning: 'The functionConfig asks for an option or a mode that the function does not have.',
  },
  'MP-MERGE-FOREIGN': {
    severity: 'error',
    meaning:
      'An object that was not generated from this MoneyPositive has the identity of one that would be; it is never overwritten.',
  },
  'MP-MERGE-COLLISION': {
    severity: 'error',
    meaning:
      'Two MoneyPositives generate an object of the same identity, or one MoneyPositive stands twice among the items.',
  },
  'MP-MERGE-ORPHAN': {
    severity: 'warning',
    meaning:
      'Objects bear the mark of a MoneyPositive that is not there. If it was renamed, moved or removed, they are stale, and nothing deletes them.',
  },
  'MP-RELEASE-STALE': {
    severity: 'error',
    meaning:
      'Something changed an init Job after it was generated (images, labels or annotations of kustomize, an image override): its name is a hash of its content, and the cluster refuses to change a Job.',
  },
  'MP-RELEASE-UNRECORDED': {
    severity: 'error',
    meaning: 'A pod waits for another release than the init Job beside it records: it would wait for ever.',
  },
  'MP-FUNCTION-CONFIG-DIFFERS': {
    severity: 'error',
    meaning:
      'The functionConfig, or what `--config` names for Helm, is a MoneyPositive that also stands among the items, with another content.',
  },
  'MP-BEAT-NO-WORKER': {
    severity: 'warning',
    meaning: 'There is a beat but no worker: the tasks it sends pile up unless workers elsewhere run them.',
    acceptable: true,
  },
  'MP-IMAGE-FORMAT': {
    severity: 'error',
    meaning: 'The image is no image reference; the kubelet could not pull it.',
    acceptable: true,
  },
  'MP-IMAGE-LATEST': {
    severity: 'error',
    meaning:
      'The tag `latest` moves: the Job that migrates would keep its name for another image, and not run again.',
    acceptable: true,
  },
  'MP-IMAGE-NO-VERSION': {
    severity: 'error',
    meaning: 'The image has neither tag nor digest, which means `latest`.',
    acceptable: true,
  },
  'MP-IMAGE-TWO-VERSIONS': {
    severity: 'error',
    meaning: 'The image has a tag or digest of its own, and `version` is given too.',
  },
  'MP-HOST-FORMAT': {
    severity: 'error',
    meaning:
      'A host is no DNS name, or has a scheme, a port, a path or capitals; or the first one is a wildcard, which probes cannot send.',
  },
  'MP-HOST-DUPLICATE': {
    severity: 'error',
    meaning: 'A host is listed twice.',
  },
  'MP-TLS-EMPTY': {
    severity: 'error',
    meaning: '`tls` names neither an issuer nor a Secret.',
  },
  'MP-TLS-NO-HOSTS': {
    severity: 'error',
    meaning: '`tls` or `ingress` is given, but no hosts, so there is no Ingress.',
  },
  'MP-CERTIFICATE-TWO-OWNERS': {
    severity: 'error',
    meaning:
      'An annotation makes cert-manager create a second Certificate for the Secret of `tls.issuerRef`; the two would fight over it.',
  },
  'MP-INGRESS-NGINX': {
    severity: 'warning',
    meaning: 'Annotations of ingress-nginx, which is retired since March 2026 and gets no security fixes.',
    acceptable: true,
  },
  'MP-COMMAND-MISSING': {
    severity: 'error',
    meaning: 'Without `project` and without a command nothing says what a component runs.',
    acceptable: true,
  },
  'MP-OPTION-UNUSED': {
    severity: 'warning',
    meaning:
      'An option that another field makes useless, such as `queues` beside `args`, which replace the default arguments.',
    acceptable: true,
  },
  'MP-WORKER-NAME': {
    severity: 'error',
    meaning: 'The name of a worker is no DNS-1123 label.',
  },
  'MP-WORKER-QUEUES': {
    severity: 'warning',
    meaning: 'Two workers without queues consume the same ones.',
    acceptable: true,
  },
  'MP-WORKER-GRACE': {
    severity: 'warning',
    meaning: 'The pod of a worker is killed before its longest task can finish; the task is then run again.',
    acceptable: true,
  },
  'MP-WORKER-BEAT': {
    severity: 'error',
    meaning: 'A worker with a beat of its own: every pod sends every periodic task.',
  },
  'MP-BEAT-PIDFILE': {
    severity: 'error',
    meaning: 'Quotes in an argument stay: beat cannot write a file of that name, and crashes.',
  },
  'MP-BEAT-PIDFILE-KEPT': {
    severity: 'warning',
    meaning:
      'A pidfile that outlives the container names process 1, which is alive in every container: after a crash beat refuses to start.',
    acceptable: true,
  },
  'MP-BEAT-SCHEDULE': {
    severity: 'error',
    meaning: 'The schedule of beat is on a read-only file system, where beat cannot write it.',
    acceptable: true,
  },
  'MP-APP-DRAIN': {
    severity: 'error',
    meaning:
      'The grace period of the app is shorter than the time for which a stopping pod serves on; Kubernetes refuses the Deployment.',
  },
  'MP-APP-GRACE': {
    severity: 'warning',
    meaning: 'A stopping pod of the app is killed before its server has finished the requests it has.',
    acceptable: true,
  },
  'MP-STRATEGY': {
    severity: 'error',
    meaning: 'A strategy of the app that Kubernetes refuses, or by which no pod could ever be replaced.',
  },
  'MP-REPLICAS-AUTOSCALED': {
    severity: 'error',
    meaning:
      '`replicas` and `autoscaling` are both given; a rendered number would set back the one of the autoscaler.',
  },
  'MP-AUTOSCALING-BOUNDS': {
    severity: 'error',
    meaning: 'The fewest pods of an autoscaler are more than the most.',
  },
  'MP-AUTOSCALING-NO-REQUEST': {
    severity: 'error',
    meaning:
      'A container without a request for the resource that its pod is scaled on: the autoscaler does nothing.',
    acceptable: true,
  },
  'MP-DISRUPTION-TWO': {
    severity: 'error',
    meaning: 'A disruption budget with both `minAvailable` and `maxUnavailable`.',
  },
  'MP-DISRUPTION-BLOCKED': {
    severity: 'warning',
    meaning: 'A disruption budget that lets no pod be evicted: no node can be drained.',
    acceptable: true,
  },
  'MP-RESOURCES-QUANTITY': {
    severity: 'error',
    meaning: 'An amount that Kubernetes refuses, or a fraction of a byte.',
  },
  'MP-RESOURCES-NAME': {
    severity: 'error',
    meaning: 'A resource that Kubernetes does not know.',
  },
  'MP-RESOURCES-LIMIT': {
    severity: 'error',
    meaning: 'A limit below the request; Kubernetes refuses the pod.',
  },
  'MP-PROBE-TCP': {
    severity: 'warning',
    meaning: 'The probes of the app only open its port, which says little about Django.',
    acceptable: true,
  },
  'MP-PROBE-NO-HOST': {
    severity: 'warning',
    meaning: 'The probes send the address of the pod as Host, which ALLOWED_HOSTS refuses.',
    acceptable: true,
  },
  'MP-PROBE-DATABASE': {
    severity: 'warning',
    meaning: 'The liveness probe asks the database, as readiness does: a slow one restarts healthy pods.',
    acceptable: true,
  },
  'MP-PROBE-HTTP-HOST': {
    severity: 'error',
    meaning: '`host` in a probe or a hook; Pod Security (baseline) forbids it from Kubernetes 1.34 on.',
    acceptable: true,
  },
  'MP-REDIS-URL-FROM': {
    severity: 'error',
    meaning: '`redis.urlFrom` means a Redis elsewhere; a field beside it is for a generated one.',
  },
  'MP-REDIS-EVICTION': {
    severity: 'warning',
    meaning: 'A policy `allkeys-*`: under memory pressure Redis throws away queued tasks.',
    acceptable: true,
  },
  'MP-REDIS-EPHEMERAL': {
    severity: 'warning',
    meaning: 'Queued tasks are in memory alone: a restart of Redis loses them.',
    acceptable: true,
  },
  'MP-REDIS-MEMORY': {
    severity: 'warning',
    meaning:
      'Redis may take more memory for data than its container has: it is killed in place of refusing writes.',
    acceptable: true,
  },
  'MP-REDIS-UNBOUNDED': {
    severity: 'warning',
    meaning:
      'Neither a memory limit nor `maxMemory` bounds Redis: it grows until the node runs out of memory and evicts pods.',
    acceptable: true,
  },
  'MP-INIT-COMMAND': {
    severity: 'error',
    meaning: '`init` runs management commands; a `command` or `args` of its own would run nothing.',
  },
  'MP-MIGRATE-ARGS': {
    severity: 'error',
    meaning:
      'An argument by which `migrate` leaves something out: the gate waits for what is not applied, and never opens.',
    acceptable: true,
  },
  'MP-MIGRATE-FAKE': {
    severity: 'error',
    meaning:
      'Migrations are recorded as applied, at every release, and never run: code and tables drift apart.',
    acceptable: true,
  },
  'MP-COMMAND-ARGV': {
    severity: 'error',
    meaning: 'A step is more, or less, than a management command and its arguments.',
  },
  'MP-COMMAND-RISKY': {
    severity: 'warning',
    meaning: 'A management command that has no place in every release.',
    acceptable: true,
  },
  'MP-FIXTURE-REPEATED': {
    severity: 'warning',
    meaning: 'A fixture that is loaded for each release, over what people edited.',
    acceptable: true,
  },
  'MP-STEP-NAME': {
    severity: 'error',
    meaning:
      'Two steps have one name, or a step that of a generated container. A once-step is remembered by its name, which must not depend on the order.',
  },
  'MP-SECRET-LITERAL': {
    severity: 'error',
    meaning: 'A secret stands in plain text; everybody who reads the manifest or the pod has it.',
    acceptable: true,
  },
  'MP-SECRET-KEY-MISSING': {
    severity: 'warning',
    meaning: 'Nothing visibly provides SECRET_KEY; Django does not start without it.',
    acceptable: true,
  },
  'MP-ENV-CYCLE': {
    severity: 'error',
    meaning: 'Variables refer to each other in a circle: no order resolves them.',
  },
  'MP-ENV-RESERVED': {
    severity: 'error',
    meaning: 'A variable of a name that has a fixed meaning in the generated containers.',
  },
  'MP-ENV-SHADOWED': {
    severity: 'warning',
    meaning:
      'A variable of your own takes the place of a generated one: the app uses another Redis, or other settings, than the object says elsewhere.',
    acceptable: true,
  },
  'MP-CONTAINER-NAME': {
    severity: 'error',
    meaning: 'A container has a name that is taken in its pod, or none that Kubernetes takes.',
  },
  'MP-VOLUME-NAME': {
    severity: 'error',
    meaning: 'A volume has a name that is taken in its pod, or none that Kubernetes takes.',
  },
  'MP-VOLUME-UNKNOWN': {
    severity: 'error',
    meaning: 'A mount of a volume that the pod does not have.',
  },
  'MP-MOUNT-CONFLICT': {
    severity: 'error',
    meaning: 'Two mounts at one path of a container.',
  },
  'MP-STATIC-COLLECT': {
    severity: 'error',
    meaning:
      'nginx is to serve static files that nothing collects: it does not see those in the image of the app.',
  },
  'MP-URL-CONFLICT': {
    severity: 'error',
    meaning: 'Static files and uploads have one URL.',
  },
  'MP-MEDIA-CLAIM': {
    severity: 'error',
    meaning: '`media` names no claim, or both one that exists and one to generate.',
  },
  'MP-MEDIA-ACCESS': {
    severity: 'error',
    meaning:
      'Several pods mount a claim that one node can hold at a time: pods on another node wait for it for ever.',
    acceptable: true,
  },
  'MP-WRITABLE-PATH': {
    severity: 'error',
    meaning: 'A writable path that is relative, the root itself, or where a generated volume is mounted.',
  },
  'MP-PORT-CONFLICT': {
    severity: 'error',
    meaning: 'Two containers of a pod share a port, or a port has a name that is taken.',
  },
  'MP-RUN-AS-ROOT': {
    severity: 'error',
    meaning:
      'A container of user 0 in a pod that must not run as root (`restricted`): the kubelet does not start it.',
  },
  'MP-POD-SECURITY': {
    severity: 'warning',
    meaning:
      'A container or volume of your own is against the profile of its pod: a namespace that enforces the profile (Pod Security) refuses the pod.',
    acceptable: true,
  },
  'MP-LABEL-RESERVED': {
    severity: 'error',
    meaning: 'A label that selectors are made of: with another value they would not find the pod.',
  },
  'MP-SERVICE-ACCOUNT': {
    severity: 'error',
    meaning: '`serviceAccount.name` means one that exists; annotations are for a generated one.',
  },
  'MP-ENGINE-NAMESPACE': {
    severity: 'error',
    meaning:
      '`engine: kpt` without `metadata.namespace`: kpt is told the order by the full names of objects, and the namespace is part of them.',
  },
  'MP-INIT-NONE': {
    severity: 'warning',
    meaning:
      '`render --only init` was asked for, and no stack has an init Job: there is nothing to wait for.',
  },
  'MP-PLAN-REFUSED': {
    severity: 'error',
    meaning: 'A planned change of a field that the API server lets nobody change.',
  },
  'MP-PLAN-VOLUME-LOST': {
    severity: 'warning',
    meaning: 'A planned change removes a volume claim, and most likely what it holds.',
  },
  'MP-PLAN-CLAIM-KEPT': {
    severity: 'warning',
    meaning:
      'A planned change removes a StatefulSet, whose claims stay: they cost, and a new one of its name takes them up.',
  },
  'MP-PLAN-QUEUE-LOST': {
    severity: 'warning',
    meaning: 'A planned change replaces or removes a Redis that stores nothing: the tasks in it are lost.',
  },
  'MP-PLAN-SECRET-LOST': {
    severity: 'warning',
    meaning: 'A planned change removes a Secret; its values may be nowhere else.',
  },
  'MP-PLAN-EVERYTHING-LOST': {
    severity: 'warning',
    meaning:
      'A planned change removes a Namespace or a CustomResourceDefinition, with all the objects in it.',
  },
  'MP-PLAN-TWO-BEATS': {
    severity: 'warning',
    meaning: 'A planned change starts another beat before the former one is gone: tasks are sent twice.',
  },
  'MP-PLAN-REPLICAS': {
    severity: 'warning',
    meaning:
      'A planned change leaves fewer pods than it may seem to, none at all, or a number that works against an autoscaler.',
  },
  'MP-PLAN-HOST': { severity: 'warning', meaning: 'After a planned change a host is served by nothing.' },
  'MP-PLAN-INGRESS-CLASS': {
    severity: 'warning',
    meaning: 'A planned change hands hosts to another Ingress controller or Gateway.',
  },
  'MP-PLAN-CERTIFICATE': {
    severity: 'info',
    meaning: 'A planned change makes cert-manager issue a certificate anew.',
  },
  'MP-PLAN-CERTIFICATE-SECRET': {
    severity: 'warning',
    meaning: 'A planned change puts a certificate into another Secret, which is empty until it is issued.',
  },
  'MP-PLAN-NEEDS': {
    severity: 'info',
    meaning:
      'After a planned change pods need a Secret, ConfigMap, claim or ServiceAccount that stands elsewhere.',
  },
  'MP-PLAN-UNNOTICED': {
    severity: 'warning',
    meaning:
      'A planned change of a ConfigMap or Secret that pods read as variables, and don’t read again: they are not replaced.',
  },
  'MP-ACCEPT-UNKNOWN': {
    severity: 'error',
    meaning: 'The annotation accepts a code that does not exist.',
  },
  'MP-ACCEPT-REASON': {
    severity: 'error',
    meaning: 'The annotation accepts a finding without a reason after a colon.',
  },
  'MP-ACCEPT-REFUSED': {
    severity: 'error',
    meaning: 'The annotation accepts a finding that nobody can accept.',
  },
  'MP-ACCEPT-UNUSED': {
    severity: 'warning',
    meaning: 'The annotation accepts a finding that is not there, or not there any more.',
  },
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof CODES;
