package guifan.cli;

import guifan.report.OutputFile;
import guifan.source.InputException;
import guifan.source.Node.Mapping;
import guifan.source.Text;
import guifan.source.YamlWriter;
import guifan.standard.Standard;
import guifan.standard.StandardDraft;
import guifan.standard.StandardId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts next year's edition, or an amendment, from a standard that exists. */
@picocli.CommandLine.Command(name = "new", description = "以现有标准为底本起草新一年的版本（2020）或修订（2019.2）")
final class NewStandardCommand extends Command {

    @Parameters(index = "0", paramLabel = "NEW-ID", description = "新文本的编号：2020 是新的一版，2019.2 是 2019 的第 2 次修订")
    private String id = "";

    @Option(names = "--from", paramLabel = "ID", description = "底本（修订默认为上一文本）")
    private @Nullable String from;

    @Option(names = "--effective", paramLabel = "DATE", description = "施行日期（新版默认为该年 1 月 1 日，修订必须写明）")
    private @Nullable LocalDate effective;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "写入文件；不给则打印")
    private @Nullable String output;

    @Mixin
    private StandardOptions standards = new StandardOptions();

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        StandardId wanted = StandardId.parse(id);
        Mapping draft = Optional.ofNullable(wanted.amendment()).orElse(0) > 0
                ? amendment(wanted, world)
                : edition(wanted, world);
        String text = "# yaml-language-server: $schema=./standard.schema.json\n" + YamlWriter.document(draft);
        if (output == null) {
            world.out().print(text);
        } else {
            OutputFile.write(world.resolve(output), text.getBytes(StandardCharsets.UTF_8), true);
            common.announce(output, world);
        }
        return ExitCode.DONE;
    }

    private Mapping amendment(StandardId wanted, Surroundings world)
            throws InputException, IOException, UsageException {
        int number = Optional.ofNullable(wanted.amendment()).orElse(1);
        StandardId before = wanted.at(number - 1);
        if (from != null && !from.equals(before.toString())) {
            throw new UsageException(
                    Text.of("%s 修订的是 %s，--from 不能是别的", "%s amends %s; --from can be nothing else", wanted, before));
        }
        if (effective == null) {
            throw new UsageException(
                    Text.of("请用 --effective 写明修订的施行日期", "say with --effective when the amendment comes into force"));
        }
        Standard amended = standards.find(before.toString(), null, world);
        return StandardDraft.amendment(amended, lastName(wanted.toString()), effective);
    }

    private Mapping edition(StandardId wanted, Surroundings world) throws InputException, IOException, UsageException {
        if (from == null) {
            throw new UsageException(
                    Text.of("请用 --from 指定底本，如 --from 2019", "name what it starts from, as in --from 2019"));
        }
        String name = lastName(wanted.edition());
        LocalDate day = effective;
        if (day == null) {
            if (!name.matches("[0-9]{4}")) {
                throw new UsageException(
                        Text.of("请用 --effective 写明施行日期", "say with --effective when it comes into force"));
            }
            day = LocalDate.of(Integer.parseInt(name), Month.JANUARY, 1);
        }
        return StandardDraft.edition(standards.find(from, null, world), name, day);
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
