/** How people reach the stack, and what its pods may reach. */
import type { NetworkPolicyEgressRule, NetworkPolicyPeer } from '../../k8s/models.ts';
import type { Annotations } from './text.ts';

/** The Ingress for `hosts`. */
export interface Ingress {
  /**
   * Class of the Ingress.
   * @defaultText the cluster's default class
   * @example traefik
   */
  ingressClassName?: string;
  /**
   * Annotations of the Ingress.
   * @default {}
   * @example {traefik.ingress.kubernetes.io/router.entrypoints: websecure}
   */
  annotations?: Annotations;
}

/** TLS: `issuerRef` for a cert-manager Certificate, or `secretName` alone for a certificate brought along. */
export interface TLS {
  /** The issuer of a cert-manager Certificate for all `hosts`. */
  issuerRef?: IssuerRef;
  /**
   * Secret that holds the certificate.
   * @defaultText with `issuerRef`: the stack's name + `-tls`
   * @example shop-tls
   * @minLength 1
   */
  secretName?: string;
}

/** A cert-manager issuer. */
export interface IssuerRef {
  /**
   * Name of the issuer.
   * @example letsencrypt
   * @minLength 1
   */
  name: string;
  /**
   * Kind of the issuer.
   * @default "ClusterIssuer"
   * @example Issuer
   */
  kind?: string;
  /**
   * API group of the issuer.
   * @default "cert-manager.io"
   * @example awspca.cert-manager.io
   */
  group?: string;
}

/** The ServiceAccount: `name` of one that exists, or annotations for the stack's own. */
export interface ServiceAccount {
  /**
   * Name of a ServiceAccount that exists; none is generated then.
   * @defaultText none: the stack has one of its own, named like the stack
   * @example shop-runtime
   * @minLength 1
   */
  name?: string;
  /**
   * Annotations of the stack's own ServiceAccount (a cloud role, say).
   * @default {}
   * @example {eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/shop"}
   */
  annotations?: Annotations;
  /**
   * Whether the pods get a token for the Kubernetes API.
   * @default false
   * @example true
   */
  automountServiceAccountToken?: boolean;
}

/** Network policies: incoming connections are limited by default, outgoing ones by choice. */
export interface NetworkPolicy {
  /**
   * Who may connect to the app; nobody connects to workers, beat and init, and only the stack's own pods to Redis. `false`
   * leaves these policies out.
   * @default {}
   * @example {from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: traefik}}}]}
   */
  ingress?: false | NetworkPolicyIngress;
  /**
   * Where the pods of app, workers, beat and init may connect to, as rules of a NetworkPolicy. Given, everything else is
   * denied, but for DNS (port 53) and the stack's own Redis.
   * @defaultText none: anywhere
   * @example [{to: [{ipBlock: {cidr: 10.20.0.0/16}}], ports: [{port: 5432, protocol: TCP}]}]
   * @listType atomic
   */
  egress?: NetworkPolicyEgressRule[];
}

/** Who may connect to the app. */
export interface NetworkPolicyIngress {
  /**
   * Peers that may connect to the app's port.
   * @defaultText anyone
   * @example [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: traefik}}}]
   * @listType atomic
   */
  from?: NetworkPolicyPeer[];
}
