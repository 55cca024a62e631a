package com.foobar.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import com.foobar.folder.Trees;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

/**
 * Unpacks executable jars to a layout that needs about half the work to start. Each build of a jar is unpacked only
 * once.
 */
record Extraction(Path project, Path folder) {

    /**
     * Returns the module's jar.
     *
     * @throws LocalException if the build has not made the jar
     */
    Path requireJar(String module) {
        Path jar = project.resolve(module).resolve("target").resolve(module + ".jar");
        if (!Files.exists(jar)) {
            throw new LocalException("There is no " + jar + ": build and start with ./mvnw -Plocal.");
        }
        return jar;
    }

    /** Returns the unpacked jar that starts the module; the libraries that it names are next to it. */
    Path of(String module) {
        Path jar = requireJar(module);
        Path extracted = folder.resolve(module);
        Path origin = extracted.resolve("origin");
        try {
            // A reproducible build gives every jar the same time stamp, so only the content shows whether the jar is
            // new.
            String checksum = checksum(jar);
            if (!Files.exists(origin) || !Files.readString(origin).equals(checksum)) {
                Trees.delete(extracted);
                Path part = folder.resolve(module + ".part");
                Trees.delete(part);
                extract(jar, part);
                Files.writeString(part.resolve("origin"), checksum);
                Files.move(part, extracted, ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The jar " + jar + " cannot be unpacked to " + extracted + ".", e);
        }
        return extracted.resolve(module + ".jar");
    }

    private static String checksum(Path jar) throws IOException {
        try (InputStream file = Files.newInputStream(jar);
                CheckedInputStream checked = new CheckedInputStream(file, new CRC32())) {
            checked.transferTo(OutputStream.nullOutputStream());
            return Files.size(jar) + " " + checked.getChecksum().getValue();
        }
    }

    private static void extract(Path jar, Path target) throws IOException {
        Process process = new ProcessBuilder(JavaHome.program("java"), "-XX:TieredStopAtLevel=1", "-Djarmode=tools",
                "-jar", jar.toString(), "extract", "--destination", target.toString()).redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(output.strip());
        }
    }
}
