package com.foobar.database.embedded;

import java.nio.file.Path;

/** The unpacked server program and the files that it needs. */
record Installation(Path directory, Path server) {

    /** Returns the path of a file in the server's share folder. */
    Path share(String file) {
        return directory.resolve("share").resolve(file);
    }
}
