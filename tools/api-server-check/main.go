// The api-server-check command says what a Kubernetes API server would answer to manifests, without one: strict
// decoding, defaulting, and the validation that the server itself runs when an object is created or updated. It is
// compiled once for each Kubernetes version that it speaks for.
//
//	api-server-check [--pod-security=LEVEL] [--warnings] [FILE...]
//	api-server-check [--warnings] --update OLD NEW
//
// It reads YAML streams from the files, or from standard input, prints one line for each error (the file, the object,
// the field, what is wrong), and exits 1 if there was one, 2 if it was used wrongly or found no object at all.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	flags := flag.NewFlagSet("api-server-check", flag.ExitOnError)
	level := flags.String("pod-security", "", "also check pods against this Pod Security level: baseline or restricted")
	warnings := flags.Bool("warnings", false, "also report what the server would accept with a warning")
	update := flags.Bool("update", false, "check that the objects of the first file can become those of the second")
	_ = flags.Parse(os.Args[1:]) // ExitOnError: it doesn't return

	found, err := run(server{podSecurity: *level, warnings: *warnings}, *update, flags.Args())
	for _, finding := range found {
		fmt.Println(finding)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "api-server-check:", err)
		os.Exit(2)
	}
	if len(found) > 0 {
		os.Exit(1)
	}
}

func run(server server, update bool, files []string) ([]finding, error) {
	if server.podSecurity != "" && server.podSecurity != "baseline" && server.podSecurity != "restricted" {
		return nil, fmt.Errorf("unknown Pod Security level %q", server.podSecurity)
	}
	if update {
		return runUpdate(server, files)
	}
	objects, findings, err := readAll(files)
	if err != nil {
		return nil, err
	}
	for _, object := range objects {
		findings = append(findings, server.create(object)...)
	}
	return findings, nil
}

// runUpdate pairs the objects of two files by identity. An object that only one file has is created or deleted, which
// is no update; without any pair there is nothing to check, and that is an error rather than a success.
func runUpdate(server server, files []string) ([]finding, error) {
	if len(files) != 2 {
		return nil, fmt.Errorf("--update takes two files, not %d", len(files))
	}
	before, findings, err := readAll(files[:1])
	if err != nil {
		return nil, err
	}
	after, more, err := readAll(files[1:])
	if err != nil {
		return nil, err
	}
	findings = append(findings, more...)
	pairs := 0
	for _, next := range after {
		for _, last := range before {
			if next.identity == last.identity {
				pairs++
				findings = append(findings, server.update(next, last)...)
			}
		}
	}
	if pairs == 0 && len(findings) == 0 {
		return nil, fmt.Errorf("%s and %s have no object in common", files[0], files[1])
	}
	return findings, nil
}

// readAll decodes all files, or standard input when none is named.
func readAll(files []string) ([]object, []finding, error) {
	if len(files) == 0 {
		files = []string{"-"}
	}
	var objects []object
	var findings []finding
	for _, file := range files {
		text, err := readFile(file)
		if err != nil {
			return nil, nil, err
		}
		some, more, err := decodeStream(file, text)
		if err != nil {
			return nil, nil, err
		}
		if len(some)+len(more) == 0 {
			return nil, nil, fmt.Errorf("%s: no object for the cluster", file)
		}
		objects = append(objects, some...)
		findings = append(findings, more...)
	}
	return objects, findings, nil
}

func readFile(file string) ([]byte, error) {
	if file == "-" {
		return io.ReadAll(os.Stdin)
	}
	return os.ReadFile(file)
}
