package com.foobar.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.foobar.folder.OwnerOnly;
import com.foobar.process.GuardedProcess;
import com.foobar.process.Leftover;
import com.foobar.process.ProcessPlan;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

/** A web-app or a gateway: a Spring Boot jar with its own folder for settings and log. */
final class Application implements Part {

    private static final Duration GRACE = Duration.ofSeconds(15);

    // Only the first compiler, for a quick start; and a limit for each part of the memory (local/README.md has the
    // sum).
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m",
            "-XX:MaxMetaspaceSize=192m", "-XX:ReservedCodeCacheSize=48m", "-XX:MaxDirectMemorySize=64m",
            "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");

    private final String name;
    private final Path jar;
    private final Path folder;
    private final Map<String, String> settings;
    private final URI readiness;
    private @Nullable GuardedProcess process;

    Application(String name, Path jar, Path folder, Map<String, String> settings, URI readiness) {
        this.name = name;
        this.jar = jar;
        this.folder = folder;
        this.settings = settings;
        this.readiness = readiness;
    }

    /** Ends the application's process of an earlier run if it still uses this folder. */
    static void endLeftover(Path folder) {
        Leftover.end(folder.resolve("pid"), mark(folder));
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns the address that says whether the application is ready. */
    URI readiness() {
        return readiness;
    }

    Path log() {
        return folder.resolve(name + ".log");
    }

    @Override
    public void start() {
        try {
            // The settings go to a file, because passwords must not be on a command line. Spring Boot reads config/ in
            // its working directory.
            OwnerOnly.createDirectory(folder);
            Files.createDirectories(folder.resolve("config"));
            OwnerOnly.write(folder.resolve("config/application.properties"), properties());
            if (Files.exists(log())) {
                Files.move(log(), folder.resolve(name + ".previous.log"), REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written.", e);
        }
        process = GuardedProcess
                .start(new ProcessPlan(
                        Stream.of(List.of(JavaHome.program("java"), mark(folder)), OPTIONS,
                                List.of("-jar", jar.toString())).flatMap(List::stream).toList(),
                        Map.of("MALLOC_ARENA_MAX", "2"), folder, log(), folder.resolve("pid"), GRACE));
    }

    private String properties() {
        return settings.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n").collect(Collectors.joining());
    }

    private static String mark(Path folder) {
        return "-Dfoobar.local.folder=" + folder;
    }

    @Override
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Asks the application to finish the requests in flight and then end; does not wait. */
    void askToEnd() {
        if (process != null) {
            process.askToEnd();
        }
    }

    /** Stops the application and waits until it has ended; kills it if it does not end in time. */
    void stop() {
        if (process != null) {
            process.stop();
        }
    }
}
