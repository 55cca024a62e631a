package com.foobar.compose;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

/** Runs commands on this machine and returns their output. */
public final class Commands {

    private static final int LIMIT_MINUTES = 10;

    /**
     * With control groups of version 1 the engine gives up a pause if a busy container does not freeze at once, so the
     * pause is repeated for at most this time.
     */
    private static final Duration FREEZE_LIMIT = Duration.ofMinutes(1);

    private Commands() {}

    /** Returns the output of a command on both streams; throws if it fails or takes longer than ten minutes. */
    public static String run(String... command) {
        Result result = tryRun(command);
        if (couldNotFreeze(result)) {
            result = await("the engine freezes it").atMost(FREEZE_LIMIT)
                    .until(() -> tryRun(command), again -> !couldNotFreeze(again));
        }
        if (result.exitCode() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with " + result.exitCode() + ":\n" + result.output());
        }
        return result.output();
    }

    private static boolean couldNotFreeze(Result result) {
        return result.exitCode() != 0 && result.output().contains("unable to freeze");
    }

    /** Returns the exit code and output of a command; throws if it takes longer than ten minutes. */
    public static Result tryRun(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            Thread reader = Thread.ofVirtual().start(() -> copy(process, printed));
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " did not end, and printed:\n" + printed);
            }
            reader.join();
            return new Result(process.exitValue(), printed.toString(StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }

    private static void copy(Process process, ByteArrayOutputStream to) {
        try {
            process.getInputStream().transferTo(to);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    public record Result(int exitCode, String output) {

        /** Returns the output; throws if the command failed. */
        public String success() {
            if (exitCode != 0) {
                throw new AssertionError("It ended with " + exitCode + ":\n" + output);
            }
            return output;
        }
    }
}
