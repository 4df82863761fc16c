package guifan.cli;

import guifan.report.ResultSchema;

/** Prints the JSON Schema of results, for those who read them with other programs. */
@picocli.CommandLine.Command(name = "schema", description = "打印评价结果（.json）的 JSON Schema，供别的程序读取结果时用")
final class SchemaCommand extends Command {

    @Override
    ExitCode run(Surroundings world) {
        world.out().print(ResultSchema.text());
        return ExitCode.DONE;
    }
}
