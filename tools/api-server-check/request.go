package main

import (
	"context"

	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
)

// toInternal converts to the version-less form that the server validates.
func toInternal(value runtime.Object) (runtime.Object, error) {
	group := schema.GroupVersion{Group: value.GetObjectKind().GroupVersionKind().Group, Version: runtime.APIVersionInternal}
	return legacyscheme.Scheme.ConvertToVersion(value, group)
}

// stored is an object as the server holds it after its creation.
func stored(strategy strategy, o object) (runtime.Object, error) {
	internal, err := toInternal(o.value)
	if err != nil {
		return nil, err
	}
	if err := beforeCreate(strategy, o, internal); err != nil {
		return nil, err
	}
	accessor, err := meta.Accessor(internal)
	if err != nil {
		return nil, err
	}
	accessor.SetResourceVersion("1")
	return internal, nil
}

// beforeCreate is what the server does before it stores an object. Name, UID and time, where it would choose them, are
// fixed ones, so that the same manifest gives the same findings.
func beforeCreate(strategy strategy, o object, internal runtime.Object) error {
	accessor, err := meta.Accessor(internal)
	if err != nil {
		return err
	}
	accessor.SetUID("00000000-0000-0000-0000-000000000000")
	accessor.SetCreationTimestamp(metav1.Unix(0, 0))
	if accessor.GetName() == "" && accessor.GetGenerateName() != "" {
		accessor.SetName(accessor.GetGenerateName() + "00000")
	}
	return rest.BeforeCreate(strategy, requestFor(o), internal)
}

// keepWhatTheServerSet carries over what an update by apply leaves as the server set it.
func keepWhatTheServerSet(next, last runtime.Object) error {
	to, err := meta.Accessor(next)
	if err != nil {
		return err
	}
	from, err := meta.Accessor(last)
	if err != nil {
		return err
	}
	to.SetUID(from.GetUID())
	to.SetResourceVersion(from.GetResourceVersion())
	to.SetCreationTimestamp(from.GetCreationTimestamp())
	to.SetGeneration(from.GetGeneration())
	return nil
}

// requestFor says what the server would know of the request; the version picks the rules generated for it.
func requestFor(o object) context.Context {
	version := o.value.GetObjectKind().GroupVersionKind()
	info := &request.RequestInfo{
		IsResourceRequest: true,
		APIGroup:          version.Group,
		APIVersion:        version.Version,
		Namespace:         namespaceOf(o.value),
	}
	return request.WithNamespace(request.WithRequestInfo(request.NewContext(), info), info.Namespace)
}
