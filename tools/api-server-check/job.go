package main

import (
	"context"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/validation/field"
	jobapi "k8s.io/kubernetes/pkg/api/job"
	"k8s.io/kubernetes/pkg/api/pod"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/batch/validation"
	"k8s.io/kubernetes/pkg/apis/core"
	"k8s.io/kubernetes/pkg/registry/networking/ingress"
)

// leanJob leaves out the one leave that the server gives: a suspended Job may change where it is scheduled.
var leanJob = lean[batch.Job]{
	strategy:       ingress.Strategy,
	prepare:        selectOwnPods,
	validate:       validateJob,
	validateUpdate: validateJobUpdate,
	warn: func(job, last *batch.Job) []string {
		var before *batch.JobSpec
		if last != nil {
			before = &last.Spec
		}
		return jobapi.WarningsForJobSpec(context.Background(), field.NewPath("spec"), &job.Spec, before)
	},
}

func jobOptions(job, last *batch.Job) validation.JobValidationOptions {
	var before *core.PodTemplateSpec
	if last != nil {
		before = &last.Spec.Template
	}
	return validation.JobValidationOptions{
		PodValidationOptions:  pod.GetValidationOptionsFromPodTemplate(&job.Spec.Template, before),
		RequirePrefixedLabels: true,
	}
}

// selectOwnPods does what the server does on creation unless the selector is manual, and what stands in the stored
// object when it is updated: the template gets labels of the Job's own, and the selector selects them. Labels that the
// manifest sets stay, so that validation refuses them where they differ.
func selectOwnPods(job *batch.Job) {
	if job.Spec.ManualSelector != nil && *job.Spec.ManualSelector {
		return
	}
	name, uid := job.Name, string(job.UID)
	job.Spec.Template.Labels = withDefaults(job.Spec.Template.Labels, map[string]string{
		batch.JobNameLabel:             name,
		batch.LegacyJobNameLabel:       name,
		batch.ControllerUidLabel:       uid,
		batch.LegacyControllerUidLabel: uid,
	})
	if job.Spec.Selector == nil {
		job.Spec.Selector = &metav1.LabelSelector{}
	}
	own := map[string]string{batch.ControllerUidLabel: uid}
	job.Spec.Selector.MatchLabels = withDefaults(job.Spec.Selector.MatchLabels, own)
}

func withDefaults(labels, defaults map[string]string) map[string]string {
	all := map[string]string{}
	for _, some := range []map[string]string{defaults, labels} {
		for key, value := range some {
			all[key] = value
		}
	}
	return all
}
