package com.foobar.local;

import java.nio.file.Path;

/** The JDK that this launcher runs on. All other programs run on the same JDK. */
final class JavaHome {

    private JavaHome() {}

    static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
