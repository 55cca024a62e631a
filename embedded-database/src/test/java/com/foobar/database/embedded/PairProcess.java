package com.foobar.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A separate JVM that starts a pair and then waits to be killed. */
final class PairProcess {

    private final Process jvm;

    private PairProcess(Process jvm) {
        this.jvm = jvm;
    }

    /** Starts the JVM, and waits until its pair replicates. */
    static PairProcess start(Path directory) throws IOException {
        Process jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), PairProcess.class.getName(), directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader output = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        if (!"ready".equals(output.readLine())) {
            throw new IOException("The pair's JVM ended before the pair was ready.");
        }
        return new PairProcess(jvm);
    }

    /** Returns the processes of the guards and the servers. */
    List<ProcessHandle> descendants() {
        return jvm.descendants().toList();
    }

    void kill() {
        jvm.destroyForcibly().onExit().join();
    }

    static void main(String[] arguments) throws InterruptedException {
        ReplicatingPair.builder().dataDirectory(Path.of(arguments[0])).start();
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
