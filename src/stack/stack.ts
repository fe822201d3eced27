/**
 * The stack after normalization: every feature complete or absent. What comes after asks no more whether a field was set,
 * inherited or left to its default.
 */
import type {
  Affinity,
  Container,
  DeploymentStrategy,
  EnvFromSource,
  EnvVar,
  HorizontalPodAutoscalerBehavior,
  NetworkPolicyEgressRule,
  NetworkPolicyPeer,
  Probe,
  ResourceRequirements,
  SecretKeySelector,
  Toleration,
  TopologySpreadConstraint,
  Volume,
  VolumeMount,
} from '../k8s/models.ts';

export type Labels = Readonly<Record<string, string>>;

/** One Django stack. */
export interface Stack {
  readonly name: string;
  readonly namespace: string | undefined;
  /** The user's labels for every object. */
  readonly labels: Labels;
  readonly app: App;
  /** Sorted by name. */
  readonly workers: readonly Worker[];
  readonly beat: Beat | undefined;
  /** The stack's own Redis; absent where there is none, or one elsewhere. */
  readonly redis: Redis | undefined;
  /** Uploads; absent where there are none. */
  readonly media: Media | undefined;
  /** Absent without migration and steps. */
  readonly init: Init | undefined;
  /** The gate of app, workers and beat; absent without init, or by choice. */
  readonly gate: Gate | undefined;
  /** The ServiceAccount to generate; absent where one exists already. */
  readonly serviceAccount: ServiceAccount | undefined;
  /** Absent without hosts. */
  readonly ingress: Ingress | undefined;
  readonly certificate: Certificate | undefined;
  readonly networkPolicy: NetworkPolicy;
  /** What applies the objects, as far as it wants to be told an order. */
  readonly engine: 'none' | 'kpt' | 'argocd';
}

export type ComponentKind = 'app' | 'worker' | 'beat' | 'redis' | 'init';

/** What every pod-bearing component has. Lists and maps may be empty. */
export interface Component {
  readonly component: ComponentKind;
  /** Name of the workload and of what belongs to it. */
  readonly name: string;
  /** Labels that select the pods; never change during a stack's life. */
  readonly selector: Labels;
  /** Value of the version label; absent where it isn't the stack's image. */
  readonly version: string | undefined;
  readonly image: string;
  /** Absent: as Kubernetes has it for an image with a fixed tag, IfNotPresent. */
  readonly imagePullPolicy: 'Always' | 'IfNotPresent' | 'Never' | undefined;
  readonly imagePullSecrets: readonly { readonly name: string }[];
  /** Absent: the image's own. */
  readonly command: readonly string[] | undefined;
  readonly args: readonly string[] | undefined;
  readonly env: readonly EnvVar[];
  readonly envFrom: readonly EnvFromSource[];
  readonly resources: ResourceRequirements;
  readonly volumes: readonly Volume[];
  readonly volumeMounts: readonly VolumeMount[];
  /** Generated volumes with the project's files. */
  readonly files: readonly FileDirectory[];
  /** With `restartPolicy: Always`. */
  readonly sidecars: readonly Container[];
  readonly initContainers: readonly Container[];
  readonly nodeSelector: Labels;
  readonly tolerations: readonly Toleration[];
  readonly affinity: Affinity | undefined;
  readonly topologySpreadConstraints: readonly TopologySpreadConstraint[];
  readonly priorityClassName: string | undefined;
  readonly podLabels: Labels;
  readonly podAnnotations: Labels;
  readonly security: Security;
  /** Absent: the namespace's default account. */
  readonly serviceAccountName: string | undefined;
  readonly automountServiceAccountToken: boolean;
  readonly terminationGracePeriodSeconds: number;
}

/** A component that may have more than one pod. */
export interface Scalable extends Component {
  /** Absent where an autoscaler owns the number. */
  readonly replicas: number | undefined;
  readonly autoscaling: Autoscaling | undefined;
  readonly disruption: Disruption | undefined;
}

export interface App extends Scalable {
  readonly component: 'app';
  readonly port: number;
  readonly service: { readonly name: string; readonly port: number };
  readonly probes: Probes;
  readonly strategy: DeploymentStrategy;
  /** Absent where the image brings them and the app serves them. */
  readonly staticFiles: StaticFiles | undefined;
}

/** A volume with files of the project. */
export interface FileDirectory {
  readonly volume: Volume;
  /** Where it is mounted. */
  readonly path: string;
}

/** Static files that are collected when a pod starts. */
export interface StaticFiles {
  readonly root: string;
  /** What runs a management command, before the command's name. */
  readonly manage: readonly string[];
  /** The sidecar that serves them; absent where the app does. */
  readonly nginx: Nginx | undefined;
}

export interface Nginx {
  readonly image: string;
  readonly port: number;
  readonly resources: ResourceRequirements;
  /** What it serves itself; all else it hands to the app. */
  readonly locations: readonly { readonly url: string; readonly volume: string; readonly root: string }[];
}

export interface Media {
  readonly root: string;
  /** The claim that is mounted. */
  readonly claimName: string;
  /** The claim to generate; absent where one exists already. */
  readonly claim: MediaClaim | undefined;
}

export type AccessMode = 'ReadWriteMany' | 'ReadWriteOnce' | 'ReadWriteOncePod';

export interface MediaClaim {
  readonly name: string;
  readonly size: string;
  readonly storageClassName: string | undefined;
  /** At least one. */
  readonly accessModes: readonly AccessMode[];
}

export interface Worker extends Scalable {
  readonly component: 'worker';
  readonly probes: Probes;
}

export interface Beat extends Component {
  readonly component: 'beat';
  /** The volume of the schedule; absent unless the scheduler keeps a file. */
  readonly storage: string | undefined;
}

export interface Redis extends Component {
  readonly component: 'redis';
  /**
   * Whether `/data` is a volume that ends with the pod: data is in memory alone, but arguments of the user's own may have Redis
   * write files. With the default ones it writes none.
   */
  readonly hasScratchData: boolean;
  /** Absent: data in memory alone. */
  readonly storage: { readonly size: string; readonly storageClassName: string | undefined } | undefined;
  readonly password: SecretKeySelector | undefined;
}

export interface Init extends Component {
  readonly component: 'init';
  /** In the order they run; at least one. */
  readonly steps: readonly Step[];
  readonly manage: readonly string[];
  readonly databases: readonly string[];
  readonly activeDeadlineSeconds: number;
  readonly backoffLimit: number;
  readonly revision: string | undefined;
}

/** One step of the initialization: a management command. */
export interface Step {
  /** Name of its container: unique in the pod. */
  readonly name: string;
  /** The management command's name and arguments. */
  readonly argv: readonly string[];
  /** The key it is remembered by, if it runs once in the stack's life. */
  readonly once: string | undefined;
  /** All environment variables of the step, those of init included. */
  readonly env: readonly EnvVar[];
}

export interface Gate {
  readonly manage: readonly string[];
  readonly databases: readonly string[];
  readonly timeoutSeconds: number;
  /** Longest time the pods may wait behind it: what a Deployment's progress deadline must exceed. */
  readonly progressDeadlineSeconds: number;
}

export interface Autoscaling {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly targetCPUUtilizationPercentage: number | undefined;
  readonly targetMemoryUtilizationPercentage: number | undefined;
  readonly behavior: HorizontalPodAutoscalerBehavior | undefined;
}

export type Disruption =
  | { readonly maxUnavailable: number | string }
  | { readonly minAvailable: number | string };

export interface Probes {
  readonly startup: Probe | undefined;
  readonly readiness: Probe | undefined;
  readonly liveness: Probe | undefined;
}

export interface Security {
  readonly profile: 'restricted' | 'baseline' | 'none';
  readonly runAsUser: number | undefined;
  readonly runAsGroup: number | undefined;
  readonly fsGroup: number | undefined;
  readonly readOnlyRootFilesystem: boolean;
  readonly writablePaths: readonly string[];
}

export interface ServiceAccount {
  readonly name: string;
  readonly annotations: Labels;
  readonly automountServiceAccountToken: boolean;
}

export interface Ingress {
  readonly name: string;
  /** At least one. */
  readonly hosts: readonly string[];
  readonly ingressClassName: string | undefined;
  readonly annotations: Labels;
  /** Absent: plain HTTP. */
  readonly tlsSecretName: string | undefined;
}

export interface Certificate {
  readonly hosts: readonly string[];
  readonly secretName: string;
  readonly issuerRef: { readonly group: string; readonly kind: string; readonly name: string };
}

export interface NetworkPolicy {
  /** Name of the policy for outgoing connections. */
  readonly egressName: string;
  /** Absent: incoming connections are not limited. An empty list: anyone may reach the app. */
  readonly ingressFrom: readonly NetworkPolicyPeer[] | undefined;
  /** Absent: outgoing connections are not limited. */
  readonly egress: readonly NetworkPolicyEgressRule[] | undefined;
}
