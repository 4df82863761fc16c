package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {

    @TempDir
    Path folder;

    @Test
    void aDifferenceIsNoFailureUnlessThatIsAskedFor() {
        assertThat(new Console(folder).run("diff", "2018", "2019").exit()).isZero();
        assertThat(new Console(folder)
                        .run("diff", "2018", "2019", "--exit-code")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void aStandardDoesNotDifferFromItself() {
        Run run = new Console(folder).run("diff", "2019", "2019.1", "--exit-code");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whatIsUnknownIsRefused() {
        assertThat(new Console(folder).run("diff", "2018", "2077").exit()).isEqualTo(4);
        assertThat(new Console(folder).run("diff", "2018").exit()).isEqualTo(2);
    }
}
