package com.foobar.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command of this machine and tells what it printed. */
final class Commands {

    private static final int LIMIT_MINUTES = 5;

    private Commands() {}

    /** What the command printed, on both streams. Throws when it fails or takes longer than five minutes. */
    static String run(String... command) {
        Result result = tryRun(command);
        if (result.exitCode() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with " + result.exitCode() + ":\n" + result.output());
        }
        return result.output();
    }

    static Result tryRun(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(List.of(command) + " did not end");
            }
            return new Result(process.exitValue(), output);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }

    record Result(int exitCode, String output) {

        /** What it printed. Throws when it failed. */
        String success() {
            if (exitCode != 0) {
                throw new AssertionError("It ended with " + exitCode + ":\n" + output);
            }
            return output;
        }
    }
}
