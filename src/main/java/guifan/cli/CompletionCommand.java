package guifan.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete verbs and options. */
@picocli.CommandLine.Command(
        name = "completion",
        hidden = true,
        description = "打印 bash、zsh 的补全脚本：source <(guifan completion)")
final class CompletionCommand extends Command {

    @Spec
    private CommandSpec spec;

    @Override
    ExitCode run(Surroundings world) {
        world.out().print(AutoComplete.bash("guifan", spec.root().commandLine()));
        return ExitCode.DONE;
    }
}
