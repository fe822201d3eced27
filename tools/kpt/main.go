// kpt's `fn` commands, from kpt's own packages, as a program of ours: for where kpt itself can't be compiled.
// docs/adr/0010 says why.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/kptdev/kpt/commands/fn"
	"github.com/kptdev/kpt/pkg/lib/errors/resolver"
	"github.com/kptdev/kpt/pkg/printer"
	"github.com/spf13/cobra"
)

const module = "github.com/kptdev/kpt"

func main() {
	if err := command().Execute(); err != nil {
		if known, ok := resolver.ResolveError(err); ok {
			fmt.Fprintln(os.Stderr, known.Message)
		} else {
			fmt.Fprintln(os.Stderr, "Error:", err)
		}
		os.Exit(1)
	}
}

func command() *cobra.Command {
	kpt := &cobra.Command{Use: "kpt", SilenceUsage: true, SilenceErrors: true}
	kpt.PersistentFlags().BoolVar(&printer.TruncateOutput, "truncate-output", true, "truncate a function's output")
	kpt.SetOut(os.Stdout)
	ctx := printer.WithContext(context.Background(), printer.New(os.Stdout, os.Stderr))
	kpt.AddCommand(fn.GetCommand(ctx, "kpt"), versionCommand())
	return kpt
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the kpt that this is made of",
		Args:  cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			version, err := versionOfKpt()
			if err == nil {
				fmt.Fprintln(command.OutOrStdout(), version)
			}
			return err
		},
	}
}

// versionOfKpt is what go.mod asked for: the one place where it is written.
func versionOfKpt() (string, error) {
	if build, ok := debug.ReadBuildInfo(); ok {
		for _, dependency := range build.Deps {
			if dependency.Path == module {
				return dependency.Version, nil
			}
		}
	}
	return "", errors.New("compiled without its module's versions")
}
