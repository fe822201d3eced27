/**
 * The Kubernetes types this program reads and writes, from published models. Types only: nothing of these packages is in
 * the bundle. Named as Kubernetes names them, without the models' `I` prefix.
 */
export type { ICertificate as Certificate } from '@kubernetes-models/cert-manager/cert-manager.io/v1';
export type {
  IDeployment as Deployment,
  IDeploymentStrategy as DeploymentStrategy,
  IStatefulSet as StatefulSet,
} from 'kubernetes-models/apps/v1';
export type {
  IHorizontalPodAutoscaler as HorizontalPodAutoscaler,
  IHorizontalPodAutoscalerBehavior as HorizontalPodAutoscalerBehavior,
} from 'kubernetes-models/autoscaling/v2';
export type { IJob as Job } from 'kubernetes-models/batch/v1';
export type {
  IIngress as Ingress,
  INetworkPolicy as NetworkPolicy,
  INetworkPolicyEgressRule as NetworkPolicyEgressRule,
  INetworkPolicyPeer as NetworkPolicyPeer,
} from 'kubernetes-models/networking.k8s.io/v1';
export type { IPodDisruptionBudget as PodDisruptionBudget } from 'kubernetes-models/policy/v1';
export type {
  IAffinity as Affinity,
  IConfigMap as ConfigMap,
  IConfigMapKeySelector as ConfigMapKeySelector,
  IContainer as Container,
  IEnvFromSource as EnvFromSource,
  IEnvVar as EnvVar,
  IObjectFieldSelector as ObjectFieldSelector,
  IPersistentVolumeClaim as PersistentVolumeClaim,
  IPodSecurityContext as PodSecurityContext,
  IPodTemplateSpec as PodTemplateSpec,
  IProbe as Probe,
  IResourceFieldSelector as ResourceFieldSelector,
  IResourceRequirements as ResourceRequirements,
  ISecretKeySelector as SecretKeySelector,
  ISecurityContext as SecurityContext,
  IService as Service,
  IServiceAccount as ServiceAccount,
  IToleration as Toleration,
  ITopologySpreadConstraint as TopologySpreadConstraint,
  IVolume as Volume,
  IVolumeMount as VolumeMount,
} from 'kubernetes-models/v1';
