package com.foobar.database.embedded;

import java.nio.file.Path;

/** The folder of one node: data, temporary files, log and pid file. */
record NodeFolder(Path root) {

    Path data() {
        return root.resolve("data");
    }

    /** Returns the folder in which new data is created; it is renamed to {@link #data()} when the data is complete. */
    Path unfinishedData() {
        return root.resolve("data.part");
    }

    /**
     * Returns the folder for temporary files. Each node has its own, because a server deletes all temporary tables that
     * it finds when it starts.
     */
    Path temporary() {
        return root.resolve("tmp");
    }

    Path log() {
        return root.resolve("mariadb.log");
    }

    Path pidFile() {
        return root.resolve("mariadb.pid");
    }
}
