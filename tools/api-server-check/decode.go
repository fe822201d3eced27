package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	certmanager "github.com/cert-manager/cert-manager/pkg/apis/certmanager/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	sigsyaml "sigs.k8s.io/yaml"
)

// localConfig marks objects that stay in the package: kpt and kustomize never send them to a cluster.
const localConfig = "config.kubernetes.io/local-config"

// finding is one thing that is wrong, printed as one line.
type finding struct {
	file, object, field, message string
}

// String keeps a finding on one line. Of a value that the server quotes in full (a whole pod template), the head is
// enough; what is wrong with it stands at the end.
func (f finding) String() string {
	message := strings.Join(strings.Fields(f.message), " ")
	if runes := []rune(message); len(runes) > 600 {
		message = string(runes[:200]) + " ... " + string(runes[len(runes)-300:])
	}
	parts := slices.DeleteFunc([]string{f.file, f.object, f.field, message}, func(part string) bool { return part == "" })
	return strings.Join(parts, ": ")
}

// object is a decoded manifest, with its version's defaults filled in.
type object struct {
	file, identity string
	value          runtime.Object
}

func (o object) finding(field, message string) finding {
	return finding{o.file, o.identity, field, message}
}

// decoder knows the API server's own types, the versions of which it is compiled for, and cert-manager's. Strict means
// as with fieldValidation=Strict, which kubectl asks for: unknown and duplicate fields are errors.
var decoder = func() runtime.Decoder {
	if err := certmanager.AddToScheme(legacyscheme.Scheme); err != nil {
		panic(err)
	}
	return serializer.NewCodecFactory(legacyscheme.Scheme, serializer.EnableStrict).UniversalDeserializer()
}()

// decodeStream splits a YAML stream and decodes each document. Empty documents and local configuration are passed over.
func decodeStream(file string, text []byte) ([]object, []finding, error) {
	var objects []object
	var findings []finding
	reader := yaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(text)))
	for index := 1; ; index++ {
		document, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return objects, findings, nil
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%s: document %d: %w", file, index, err)
		}
		head := metav1.PartialObjectMetadata{}
		if err := sigsyaml.Unmarshal(document, &head); err != nil {
			findings = append(findings, finding{file, fmt.Sprintf("document %d", index), "", err.Error()})
			continue
		}
		if isEmpty(document) || head.Annotations[localConfig] == "true" {
			continue
		}
		decoded := object{file: file, identity: identityOf(head)}
		decoded.value, _, err = decoder.Decode(document, nil, nil)
		for _, problem := range decodingErrors(err) {
			findings = append(findings, decoded.finding("", problem))
		}
		if err == nil {
			legacyscheme.Scheme.Default(decoded.value)
			objects = append(objects, decoded)
		}
	}
}

// isEmpty tells a document of nothing but comments and separators.
func isEmpty(document []byte) bool {
	var content any
	return sigsyaml.Unmarshal(document, &content) == nil && content == nil
}

// decodingErrors takes a strict decoding error apart: it names every unknown and duplicate field of a document.
func decodingErrors(err error) []string {
	if err == nil {
		return nil
	}
	strict, ok := runtime.AsStrictDecodingError(err)
	if !ok {
		return []string{err.Error()}
	}
	messages := []string{}
	for _, one := range strict.Errors() {
		messages = append(messages, one.Error())
	}
	return messages
}

// identityOf is `Deployment.apps shop/shop-app`.
func identityOf(head metav1.PartialObjectMetadata) string {
	kind := head.GroupVersionKind().GroupKind().String()
	name := head.Name
	if name == "" {
		name = head.GenerateName + "?"
	}
	if head.Namespace != "" {
		name = head.Namespace + "/" + name
	}
	return kind + " " + name
}

// namespaceOf is the namespace that the request would be made in.
func namespaceOf(value runtime.Object) string {
	accessor, err := meta.Accessor(value)
	if err != nil || accessor.GetNamespace() == "" {
		return metav1.NamespaceDefault
	}
	return accessor.GetNamespace()
}
