//go:build kubernetes_1_33

package main

import (
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/batch/validation"
	"k8s.io/pod-security-admission/policy"
)

// What differs between the Kubernetes versions that this is compiled for: here for 1.33.

func newEvaluator() (policy.Evaluator, error) {
	return policy.NewEvaluator(policy.DefaultChecks())
}

func validateJob(job *batch.Job) field.ErrorList {
	return validation.ValidateJob(job, jobOptions(job, nil))
}

func validateJobUpdate(job, last *batch.Job) field.ErrorList {
	options := jobOptions(job, last)
	return append(validation.ValidateJob(job, options), validation.ValidateJobUpdate(job, last, options)...)
}
