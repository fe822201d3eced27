package main

import (
	"fmt"

	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/pod-security-admission/api"
)

// checkPodSecurity asks the Pod Security admission plugin's own evaluator, as for a namespace labelled with the level.
func (s server) checkPodSecurity(o object) []finding {
	field, template := podTemplateOf(o.value)
	if s.podSecurity == "" || template == nil {
		return nil
	}
	evaluator, err := newEvaluator()
	if err != nil {
		return []finding{o.finding(field, err.Error())}
	}
	level := api.LevelVersion{Level: api.Level(s.podSecurity), Version: api.LatestVersion()}
	findings := []finding{}
	for _, result := range evaluator.EvaluatePod(level, &template.ObjectMeta, &template.Spec) {
		if !result.Allowed {
			message := fmt.Sprintf("violates PodSecurity %q: %s: %s", s.podSecurity, result.ForbiddenReason, result.ForbiddenDetail)
			findings = append(findings, o.finding(field, message))
		}
	}
	return findings
}

// podTemplateOf finds the pod template in the kinds that have one, and the path that leads to it.
func podTemplateOf(value runtime.Object) (string, *corev1.PodTemplateSpec) {
	switch workload := value.(type) {
	case *appsv1.Deployment:
		return "spec.template", &workload.Spec.Template
	case *appsv1.StatefulSet:
		return "spec.template", &workload.Spec.Template
	case *batchv1.Job:
		return "spec.template", &workload.Spec.Template
	case *batchv1.CronJob:
		return "spec.jobTemplate.spec.template", &workload.Spec.JobTemplate.Spec.Template
	}
	return "", nil
}
