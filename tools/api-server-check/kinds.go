package main

import (
	certmanager "github.com/cert-manager/cert-manager/pkg/apis/certmanager/v1"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/kubernetes/pkg/apis/apps"
	"k8s.io/kubernetes/pkg/apis/autoscaling"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/apis/networking"
	"k8s.io/kubernetes/pkg/apis/policy"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/networking/ingress"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget"

	// Each registers its group's types, conversions and defaults with the scheme.
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
)

// strategy is what the API server does with a kind on creation and on update: it clears what users can't set,
// validates, and warns.
type strategy interface {
	rest.RESTCreateStrategy
	rest.RESTUpdateStrategy
}

// strategies are the server's own, or made of its own functions, for the kinds that may appear in a manifest here.
var strategies = map[schema.GroupKind]strategy{
	core.Kind("ConfigMap"):                      leanConfigMap,
	core.Kind("PersistentVolumeClaim"):          leanPersistentVolumeClaim,
	core.Kind("Secret"):                         leanSecret,
	core.Kind("Service"):                        leanService,
	core.Kind("ServiceAccount"):                 leanServiceAccount,
	apps.Kind("Deployment"):                     deployment.Strategy,
	apps.Kind("StatefulSet"):                    statefulset.Strategy,
	batch.Kind("CronJob"):                       cronjob.Strategy,
	batch.Kind("Job"):                           leanJob,
	autoscaling.Kind("HorizontalPodAutoscaler"): horizontalpodautoscaler.Strategy,
	policy.Kind("PodDisruptionBudget"):          poddisruptionbudget.Strategy,
	networking.Kind("Ingress"):                  ingress.Strategy,
	networking.Kind("NetworkPolicy"):            networkpolicy.Strategy,
}

// customResources are decoded strictly and not validated further: their controllers keep that to themselves.
var customResources = map[schema.GroupKind]bool{
	{Group: certmanager.SchemeGroupVersion.Group, Kind: certmanager.CertificateKind}: true,
}
