package com.foobar.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryLockTests {

    @TempDir
    Path directory;

    @Test
    void secondUserIsRefused() {
        try (DirectoryLock _ = DirectoryLock.take(directory, Duration.ZERO).orElseThrow()) {
            assertThat(DirectoryLock.take(directory, Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void patientUserGetsTheLockWhenItIsReleased() {
        DirectoryLock first = DirectoryLock.take(directory, Duration.ZERO).orElseThrow();
        CompletableFuture<Optional<DirectoryLock>> second = CompletableFuture
                .supplyAsync(() -> DirectoryLock.take(directory, Duration.ofMinutes(1)));

        first.close();

        assertThat(second.join()).isPresent().get().satisfies(DirectoryLock::close);
    }
}
