package com.foobar.failover.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The transactions of this node that nobody was told of and that its successor never got: one folder for each time. */
record SetAside(Path directory) {

    /** Returns how many folders there are. */
    int count() {
        try (Stream<Path> folders = Files.list(directory)) {
            return (int) folders.count();
        } catch (IOException e) {
            return 0;
        }
    }
}
