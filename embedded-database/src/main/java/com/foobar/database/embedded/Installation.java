package com.foobar.database.embedded;

import java.nio.file.Path;

/** The unpacked server programs and what they need beside them. */
record Installation(Path directory, Path server) {

    /** A file of the server's share folder. */
    Path share(String file) {
        return directory.resolve("share").resolve(file);
    }
}
