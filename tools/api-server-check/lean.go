package main

import (
	"context"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/kubernetes/pkg/api/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/api/service"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/apis/core/validation"
	"k8s.io/kubernetes/pkg/registry/networking/ingress"
)

// lean is a strategy put together from the server's validation functions. The server's own strategies of these kinds
// import its storage layer, which would double the 570 packages to compile. What they do beside validation
// (clear the status, drop fields of features that are off) changes nothing about the manifests checked here.
type lean[T any] struct {
	// What all namespaced kinds have in common comes from a kind whose strategy is light.
	strategy
	prepare        func(object *T)
	validate       func(object *T) field.ErrorList
	validateUpdate func(object, last *T) field.ErrorList
	warn           func(object, last *T) []string
}

func (l lean[T]) PrepareForCreate(_ context.Context, object runtime.Object) {
	if l.prepare != nil {
		l.prepare(of[T](object))
	}
}

func (l lean[T]) PrepareForUpdate(_ context.Context, object, _ runtime.Object) {
	if l.prepare != nil {
		l.prepare(of[T](object))
	}
}

func (l lean[T]) Validate(_ context.Context, object runtime.Object) field.ErrorList {
	return l.validate(of[T](object))
}

func (l lean[T]) ValidateUpdate(_ context.Context, object, last runtime.Object) field.ErrorList {
	return l.validateUpdate(of[T](object), of[T](last))
}

func (l lean[T]) WarningsOnCreate(_ context.Context, object runtime.Object) []string {
	if l.warn == nil {
		return nil
	}
	return l.warn(of[T](object), nil)
}

func (l lean[T]) WarningsOnUpdate(_ context.Context, object, last runtime.Object) []string {
	if l.warn == nil {
		return nil
	}
	return l.warn(of[T](object), of[T](last))
}

// of is the concrete type of an object that the table of kinds has assigned to a strategy.
func of[T any](object runtime.Object) *T {
	return any(object).(*T)
}

var leanConfigMap = lean[core.ConfigMap]{
	strategy:       ingress.Strategy,
	validate:       validation.ValidateConfigMap,
	validateUpdate: validation.ValidateConfigMapUpdate,
}

var leanSecret = lean[core.Secret]{
	strategy:       ingress.Strategy,
	validate:       validation.ValidateSecret,
	validateUpdate: validation.ValidateSecretUpdate,
}

var leanServiceAccount = lean[core.ServiceAccount]{
	strategy:       ingress.Strategy,
	validate:       validation.ValidateServiceAccount,
	validateUpdate: validation.ValidateServiceAccountUpdate,
}

var leanService = lean[core.Service]{
	strategy:       ingress.Strategy,
	validate:       validation.ValidateServiceCreate,
	validateUpdate: validation.ValidateServiceUpdate,
	warn:           service.GetWarningsForService,
}

var leanPersistentVolumeClaim = lean[core.PersistentVolumeClaim]{
	strategy: ingress.Strategy,
	validate: func(claim *core.PersistentVolumeClaim) field.ErrorList {
		return validation.ValidatePersistentVolumeClaim(claim, validation.ValidationOptionsForPersistentVolumeClaim(claim, nil))
	},
	validateUpdate: func(claim, last *core.PersistentVolumeClaim) field.ErrorList {
		options := validation.ValidationOptionsForPersistentVolumeClaim(claim, last)
		return append(
			validation.ValidatePersistentVolumeClaim(claim, options),
			validation.ValidatePersistentVolumeClaimUpdate(claim, last, options)...,
		)
	},
	warn: func(claim, _ *core.PersistentVolumeClaim) []string {
		return persistentvolumeclaim.GetWarningsForPersistentVolumeClaim(claim)
	},
}
