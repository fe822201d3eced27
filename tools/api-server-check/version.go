//go:build !kubernetes_1_33

package main

import (
	"context"

	"k8s.io/apimachinery/pkg/api/operation"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/apiserver/pkg/registry/rest"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/batch/validation"
	"k8s.io/kubernetes/pkg/features"
	"k8s.io/pod-security-admission/policy"
)

// What differs between the Kubernetes versions that this is compiled for: here for 1.37.

func newEvaluator() (policy.Evaluator, error) {
	return policy.NewEvaluator(policy.DefaultChecks(), nil)
}

func validateJob(job *batch.Job) field.ErrorList {
	return validation.ValidateJobCreate(job, jobOptions(job, nil))
}

func validateJobUpdate(job, last *batch.Job) field.ErrorList {
	return validation.ValidateJobUpdate(job, last, jobOptions(job, last))
}

// ValidateDeclaratively adds the rules that newer servers generate from the types.
func (lean[T]) ValidateDeclaratively(
	ctx context.Context, object, last runtime.Object, found field.ErrorList,
	operation operation.Type, config rest.DeclarativeValidationConfig,
) field.ErrorList {
	rules := rest.DeclarativeValidation{Scheme: legacyscheme.Scheme}
	return rules.ValidateDeclaratively(ctx, object, last, found, operation, config)
}

// DeclarativeValidationConfig names the options that the rules ask for: those of Job, the other kinds have none.
func (lean[T]) DeclarativeValidationConfig(context.Context, runtime.Object, runtime.Object) rest.DeclarativeValidationConfig {
	workload := utilfeature.DefaultFeatureGate.Enabled(features.WorkloadWithJob)
	return rest.DeclarativeValidationConfig{Options: map[string]bool{string(features.WorkloadWithJob): workload}}
}
