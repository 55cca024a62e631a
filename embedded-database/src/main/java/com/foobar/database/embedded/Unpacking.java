package com.foobar.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import com.foobar.folder.DirectoryLock;
import com.foobar.folder.Trees;

/** Unpacks the server from its artifact, once for each machine and version. */
final class Unpacking {

    // Only these files are unpacked: the artifact's clients, helpers and translations would double the time.
    private static final List<String> NEEDED = List.of("bin/mariadbd", "bin/mysqld.exe", "bin/server.dll",
            "share/mariadb_", "share/maria_", "share/english/", "share/charsets/");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Unpacking() {}

    /** Returns the installation below the parent directory; unpacks it if it is not there yet. */
    static Installation installation(Platform platform, Path parent, Consumer<String> progress) {
        Path directory = parent.resolve(platform.installationName());
        try (DirectoryLock _ = DirectoryLock.take(parent, PATIENCE)
                .orElseThrow(() -> new EmbeddedDatabaseException("Another run has been unpacking MariaDB to " + parent
                        + " for " + PATIENCE.toMinutes() + " minutes: stop it first."))) {
            if (!Files.exists(directory)) {
                progress.accept("Unpacking MariaDB to " + directory);
                Path part = parent.resolve(platform.installationName() + ".part");
                Trees.delete(part);
                unpack(platform, part);
                Files.move(part, directory, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Installation(directory, directory.resolve(platform.server()));
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB cannot be unpacked to " + directory + ".", e);
        }
    }

    private static void unpack(Platform platform, Path target) throws IOException {
        URL server = Unpacking.class.getClassLoader().getResource(platform.resourceFolder() + platform.server());
        if (server == null || !(server.openConnection() instanceof JarURLConnection connection)) {
            throw new EmbeddedDatabaseException("The MariaDB artifact for this platform is not on the class path:"
                    + " build with Maven on this machine, not on another one.");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = nameBelow(platform.resourceFolder(), entry);
                if (NEEDED.stream().anyMatch(name::startsWith)) {
                    copy(jar, entry, target.resolve(name));
                }
            }
        }
        if (!target.resolve(platform.server()).toFile().setExecutable(true)) {
            throw new EmbeddedDatabaseException("The server in " + target + " cannot be made executable:"
                    + " choose a folder on a file system that allows programs.");
        }
    }

    private static String nameBelow(String folder, JarEntry entry) {
        return !entry.isDirectory() && entry.getName().startsWith(folder) ? entry.getName().substring(folder.length())
                : "";
    }

    private static void copy(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file);
        }
    }
}
