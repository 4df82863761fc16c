package guifan.cli;

import guifan.source.InputException;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** A verb: its options, and what it does with them. */
abstract class Command implements Callable<Integer> {

    @Mixin
    protected CommonOptions common = new CommonOptions();

    private @Nullable Surroundings world;

    final void in(Surroundings surroundings) {
        world = surroundings;
    }

    @Override
    public final Integer call() throws InputException, IOException, UsageException {
        if (world == null) {
            throw new IllegalStateException("no surroundings");
        }
        return run(world).number();
    }

    abstract ExitCode run(Surroundings surroundings) throws InputException, IOException, UsageException;
}
