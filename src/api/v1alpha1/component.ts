/** What every component of a stack has in common, and what it inherits from the top of `spec`. */
import type {
  Affinity,
  ConfigMapKeySelector,
  Container,
  EnvFromSource,
  HorizontalPodAutoscalerBehavior,
  ObjectFieldSelector,
  Probe,
  ResourceFieldSelector,
  ResourceRequirements,
  SecretKeySelector,
  Toleration,
  TopologySpreadConstraint,
  Volume,
  VolumeMount,
} from '../../k8s/models.ts';
import type { Security } from './security.ts';
import type { Annotations, Labels } from './text.ts';

/**
 * Where the value of an environment variable comes from: exactly one of the four.
 * @minProperties 1
 * @maxProperties 1
 */
export interface EnvVarReference {
  /**
   * A key of a Secret.
   * @defaultText none
   * @example {name: shop-secrets, key: SECRET_KEY}
   */
  secretKeyRef?: SecretKeySelector;
  /**
   * A key of a ConfigMap.
   * @defaultText none
   * @example {name: shop-settings, key: LANGUAGE_CODE}
   */
  configMapKeyRef?: ConfigMapKeySelector;
  /**
   * A field of the pod.
   * @defaultText none
   * @example {fieldPath: status.podIP}
   */
  fieldRef?: ObjectFieldSelector;
  /**
   * A resource of the container.
   * @defaultText none
   * @example {resource: limits.memory}
   */
  resourceFieldRef?: ResourceFieldSelector;
}

/** An environment variable: text, or a reference. A number or a truth value is written in quotes. */
export type EnvValue = string | EnvVarReference;

/**
 * Environment variables by name. `$(NAME)` in a text stands for another variable of the same container.
 * @propertyNames {"pattern":"^[-._a-zA-Z][-._a-zA-Z0-9]*$","patternErrorMessage":"must be made of letters, digits, `_`, `-` and `.`, no digit first"}
 */
export type Env = Record<string, EnvValue>;

/** Where pods run, and what they are marked with. */
export interface PodSettings {
  /**
   * Node labels a node must have.
   * @default {}
   * @example {kubernetes.io/arch: amd64}
   */
  nodeSelector?: Labels;
  /**
   * Taints that the pods tolerate, as in a pod.
   * @default []
   * @example [{key: dedicated, operator: Equal, value: web, effect: NoSchedule}]
   * @listType atomic
   */
  tolerations?: Toleration[];
  /**
   * Affinity rules, as in a pod.
   * @defaultText none
   * @example {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: disk, operator: In, values: [ssd]}]}]}}}
   */
  affinity?: Affinity;
  /**
   * How pods spread over the cluster, as in a pod. `[]` asks for no spreading.
   * @defaultText app and workers: over hosts and zones, `ScheduleAnyway`; the others: none
   * @example [{maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app.kubernetes.io/component: app}}}]
   * @listType atomic
   */
  topologySpreadConstraints?: TopologySpreadConstraint[];
  /**
   * Name of a PriorityClass.
   * @defaultText none: the cluster's default
   * @example business-critical
   */
  priorityClassName?: string;
  /**
   * Labels added to the pods, not to the selectors.
   * @default {}
   * @example {team: payments}
   */
  podLabels?: Labels;
  /**
   * Annotations added to the pods.
   * @default {}
   * @example {prometheus.io/scrape: "true"}
   */
  podAnnotations?: Annotations;
  /** What the pods may do on their node. */
  security?: Security;
}

/** What the containers of a Django process are given. */
export interface ContainerSettings {
  /**
   * Environment variables by name: text, or a reference to a Secret, a ConfigMap, a field or a resource.
   * @default {}
   * @example {LANGUAGE_CODE: en, SECRET_KEY: {secretKeyRef: {name: shop-secrets, key: SECRET_KEY}}}
   */
  env?: Env;
  /**
   * ConfigMaps and Secrets whose keys become environment variables, as in a container. `env` wins over a later entry, a
   * later entry over an earlier one.
   * @default []
   * @example [{secretRef: {name: shop-secrets}}]
   * @listType atomic
   */
  envFrom?: EnvFromSource[];
  /**
   * Volumes of the pods, as in a pod.
   * @default []
   * @example [{name: certificates, secret: {secretName: database-ca}}]
   * @listType map
   * @listMapKey name
   */
  volumes?: Volume[];
  /**
   * Mounts of volumes in the main container, as in a container. They reach the gate and the init steps too.
   * @default []
   * @example [{name: certificates, mountPath: /etc/database-ca, readOnly: true}]
   * @listType map
   * @listMapKey mountPath
   */
  volumeMounts?: VolumeMount[];
  /**
   * Native sidecars (init containers with `restartPolicy: Always`, which is added): started in this order before
   * everything else in the pod, so that a database proxy serves the gate and the init steps too. Each brings its own
   * `securityContext`, as `security.profile` asks for.
   * @default []
   * @example [{name: cloud-sql-proxy, image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.15.2, args: [--port=5432, project:region:shop], securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]
   * @listType map
   * @listMapKey name
   */
  sidecars?: Container[];
}

/** What stands at the top of `spec` and reaches the components. Scheduling, pod marks and `security` reach Redis too. */
export interface Inherited extends ContainerSettings, PodSettings {}

/**
 * What every component has. Where a field also stands at the top of `spec`, maps merge by key, volumes and sidecars by
 * name, mounts by mountPath, `envFrom` appends, other lists replace; the component's own value wins.
 */
export interface Component extends ContainerSettings, PodSettings {
  /**
   * The container's command (its entrypoint); replaces the default command and its arguments.
   * @defaultText from `project`, for the component
   * @example [/app/bin/serve]
   * @minItems 1
   * @listType atomic
   */
  command?: string[];
  /**
   * The command's arguments; alone, it replaces the default arguments and keeps the default command.
   * @defaultText from `project`, for the component
   * @example [shop.wsgi, --bind=0.0.0.0:8000, --workers=4]
   * @listType atomic
   */
  args?: string[];
  /**
   * What the container asks for and may use, as in a container; replaces the default as a whole.
   * @defaultText requests for every component; a memory limit only for Redis
   * @example {requests: {cpu: 500m, memory: 512Mi}, limits: {memory: 1Gi}}
   */
  resources?: ResourceRequirements;
  /**
   * Init containers of your own, as in a pod: after the sidecars, before the gate and the init steps. Each brings its own
   * `securityContext`, as `security.profile` asks for.
   * @default []
   * @example [{name: fetch-model, image: curlimages/curl:8.11.1, args: [-o, /models/fraud.bin, http://models/fraud.bin], securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]
   * @listType map
   * @listMapKey name
   */
  initContainers?: Container[];
  /**
   * Seconds from the order to stop until SIGKILL. The app serves on for the first 10 of them, then it gets SIGTERM.
   * @defaultText app: 10 + gracefulTimeoutSeconds + 10; worker: taskTimeLimitSeconds + 30, or 330; init: 300; beat and redis: 30
   * @example 120
   * @minimum 1
   * @asType integer
   */
  terminationGracePeriodSeconds?: number;
}

/** A component that may have more than one pod. */
export interface Scalable extends Component {
  /**
   * Number of pods; not together with `autoscaling`.
   * @defaultText app: 2; worker: 1
   * @example 3
   * @minimum 0
   * @asType integer
   */
  replicas?: number;
  /** A HorizontalPodAutoscaler in place of `replicas`. */
  autoscaling?: Autoscaling;
  /**
   * The PodDisruptionBudget; `false` leaves it out.
   * @default {"maxUnavailable":1}
   * @example {minAvailable: 2}
   */
  disruption?: false | Disruption;
}

/** A HorizontalPodAutoscaler. Without any target it scales on CPU at 70 percent of the request. */
export interface Autoscaling {
  /**
   * Fewest pods.
   * @defaultText app: 2; worker: 1
   * @example 2
   * @minimum 1
   * @asType integer
   */
  minReplicas?: number;
  /**
   * Most pods.
   * @default 10
   * @example 20
   * @minimum 1
   * @asType integer
   */
  maxReplicas?: number;
  /**
   * Average CPU use to hold, in percent of the request.
   * @defaultText 70 where no target is given, else none
   * @example 60
   * @minimum 1
   * @asType integer
   */
  targetCPUUtilizationPercentage?: number;
  /**
   * Average memory use to hold, in percent of the request.
   * @defaultText none
   * @example 80
   * @minimum 1
   * @asType integer
   */
  targetMemoryUtilizationPercentage?: number;
  /**
   * How fast it scales, as in a HorizontalPodAutoscaler.
   * @defaultText the cluster's
   * @example {scaleDown: {stabilizationWindowSeconds: 600}}
   */
  behavior?: HorizontalPodAutoscalerBehavior;
}

/** A PodDisruptionBudget: one of the two, a number of pods or a percentage. */
export interface Disruption {
  /**
   * Pods that may be gone at once during a voluntary disruption.
   * @default 1
   * @example 25%
   * @minimum 0
   * @pattern ^[0-9]+%$
   * @patternText a number of pods, or a percentage such as `25%`
   */
  maxUnavailable?: number | string;
  /**
   * Pods that must stay; replaces `maxUnavailable`.
   * @defaultText none
   * @example 2
   * @minimum 0
   * @pattern ^[0-9]+%$
   * @patternText a number of pods, or a percentage such as `25%`
   */
  minAvailable?: number | string;
}

/** Probes of your own, as in a container. */
export interface OwnProbes {
  /**
   * Startup probe.
   * @defaultText none
   * @example {exec: {command: [test, -f, /tmp/worker-ready]}, periodSeconds: 5, failureThreshold: 60}
   */
  startup?: Probe;
  /**
   * Readiness probe.
   * @defaultText none
   * @example {exec: {command: [test, -f, /tmp/worker-ready]}}
   */
  readiness?: Probe;
  /**
   * Liveness probe.
   * @defaultText none
   * @example {exec: {command: [/app/bin/worker-alive]}, periodSeconds: 60, timeoutSeconds: 10}
   */
  liveness?: Probe;
}
