package com.foobar.local;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import com.foobar.database.embedded.EmbeddedDatabaseException;

/** The launcher: starts the suite without Docker, and stops it when the launcher itself is stopped. */
final class Local {

    private static final int FAILED = 1;

    private Local() {}

    static void main(String[] arguments) {
        try {
            Path project = Path.of(System.getProperty("foobar.local.project", "")).toAbsolutePath();
            Options options = Options.parse(List.of(arguments), project.resolve("local/data"));
            if (options.helpWanted()) {
                System.out.print(Guide.help());
            } else {
                run(options, project);
            }
        } catch (LocalException | EmbeddedDatabaseException | UncheckedIOException e) {
            System.out.println(e.getMessage());
            // The shutdown hook stops what was started before the failure.
            System.exit(FAILED);
        }
    }

    private static void run(Options options, Path project) {
        if (Boolean.getBoolean("foobar.local.ends-with-parent")) {
            // When Maven is killed, it cannot end this process, so this process ends when its parent ends.
            ProcessHandle.current().parent().ifPresent(parent -> Thread.ofVirtual().start(() -> {
                parent.onExit().join();
                System.exit(FAILED);
            }));
        }
        Console console = new Console(System.out);
        console.text(Guide.introduction(options.dataDirectory()));
        Suite suite = new Suite(options, project, console);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(suite::stop));
        try {
            suite.start();
            console.text(Guide.addresses(options));
            suite.keepRunning();
        } catch (LocalException e) {
            // After Ctrl-C during the start the rest of the start fails; the user knows why and needs no message.
            if (!suite.isStopping()) {
                throw e;
            }
        }
    }
}
