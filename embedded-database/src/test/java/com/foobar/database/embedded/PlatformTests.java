package com.foobar.database.embedded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlatformTests {

    @ParameterizedTest
    @CsvSource({ "Linux, amd64, LINUX", "Linux, x86_64, LINUX", "Mac OS X, aarch64, MACOS",
            "Windows 11, amd64, WINDOWS" })
    void publishedPlatformIsFound(String name, String arch, Platform platform) {
        assertThat(Platform.of(name, arch)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({ "Linux, aarch64", "Mac OS X, x86_64", "Windows 11, aarch64", "FreeBSD, amd64" })
    void otherPlatformIsNamedWithTheWayOut(String name, String arch) {
        assertThatThrownBy(() -> Platform.of(name, arch)).isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessage("There is no embedded MariaDB for %s on %s, only for Linux and Windows on amd64 and for"
                        + " macOS on aarch64: use the suite with Docker on this machine.", name, arch);
    }

    @Test
    void versionIsTheArtifacts() {
        Platform platform = Platform.of(System.getProperty("os.name"), System.getProperty("os.arch"));

        assertThat(getClass().getClassLoader().getResource(platform.resourceFolder() + platform.server())).isNotNull();
    }
}
