package com.foobar.local;

import java.nio.file.Path;

/** The JDK that this launcher runs on, which is the one that it starts everything with. */
final class JavaHome {

    private JavaHome() {}

    static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
