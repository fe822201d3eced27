package main

import (
	"fmt"

	"k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apiserver/pkg/registry/rest"
)

// server answers requests as the API server of the version that it is compiled for.
type server struct {
	podSecurity string
	warnings    bool
}

// create says what is wrong with an object that doesn't exist yet.
func (s server) create(o object) []finding {
	strategy, err := strategyFor(o.value)
	if err != nil {
		return []finding{o.finding("", err.Error())}
	}
	findings := s.checkPodSecurity(o)
	if strategy == nil {
		return findings
	}
	internal, err := toInternal(o.value)
	if err != nil {
		return append(findings, o.finding("", err.Error()))
	}
	if err := beforeCreate(strategy, o, internal); err != nil {
		return append(findings, o.causes(err)...)
	}
	return append(findings, s.warn(o, strategy.WarningsOnCreate(requestFor(o), internal))...)
}

// update says what is wrong with changing the object `last` into `o`.
func (s server) update(o, last object) []finding {
	strategy, err := strategyFor(o.value)
	if err != nil {
		return []finding{o.finding("", err.Error())}
	}
	if strategy == nil {
		return nil
	}
	internal, err := toInternal(o.value)
	if err != nil {
		return []finding{o.finding("", err.Error())}
	}
	former, err := stored(strategy, last)
	if err != nil {
		return []finding{last.finding("", err.Error())}
	}
	if err := keepWhatTheServerSet(internal, former); err != nil {
		return []finding{o.finding("", err.Error())}
	}
	if err := rest.BeforeUpdate(strategy, requestFor(o), internal, former); err != nil {
		return o.causes(err)
	}
	return s.warn(o, strategy.WarningsOnUpdate(requestFor(o), internal, former))
}

// strategyFor finds how the server treats a kind; nil for a custom resource.
func strategyFor(value runtime.Object) (strategy, error) {
	kind := value.GetObjectKind().GroupVersionKind()
	if strategy, ok := strategies[kind.GroupKind()]; ok {
		return strategy, nil
	}
	if customResources[kind.GroupKind()] {
		return nil, nil
	}
	return nil, fmt.Errorf("no validation for %s", kind)
}

// causes takes the server's answer apart, one finding for each field.
func (o object) causes(err error) []finding {
	status, ok := err.(errors.APIStatus)
	if !ok || status.Status().Details == nil || len(status.Status().Details.Causes) == 0 {
		return []finding{o.finding("", err.Error())}
	}
	findings := []finding{}
	for _, cause := range status.Status().Details.Causes {
		findings = append(findings, o.finding(cause.Field, cause.Message))
	}
	return findings
}

func (s server) warn(o object, warnings []string) []finding {
	findings := []finding{}
	for _, warning := range warnings {
		if s.warnings {
			findings = append(findings, o.finding("", "warning: "+warning))
		}
	}
	return findings
}
