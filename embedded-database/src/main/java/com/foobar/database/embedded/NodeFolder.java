package com.foobar.database.embedded;

import java.nio.file.Path;

/** Where one node keeps what it has. */
record NodeFolder(Path root) {

    Path data() {
        return root.resolve("data");
    }

    /** Data that is being made, and becomes {@link #data()} when it is whole. */
    Path unfinishedData() {
        return root.resolve("data.part");
    }

    /** The node's own, because a server that starts deletes the temporary tables that it finds. */
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
