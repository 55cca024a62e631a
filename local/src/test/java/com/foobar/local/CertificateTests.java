package com.foobar.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CertificateTests {

    @TempDir
    Path folder;

    @Test
    void certificateIsForTheSiteAndThisMachine() throws Exception {
        assertThat(Certificate.in(folder).load().getSubjectAlternativeNames()).extracting(List::getLast).map(
                Object::toString).contains("foobar.com", "www.foobar.com", "localhost", "127.0.0.1");
    }

    @Test
    void certificateIsKeptFromRunToRun() throws Exception {
        assertThat(Certificate.in(folder).load()).isEqualTo(Certificate.in(folder).load());
    }

    @Test
    void certificateWithoutItsKeyIsMadeAgain() throws Exception {
        Certificate first = Certificate.in(folder);
        X509Certificate before = first.load();
        Files.delete(first.privateKey());

        assertThat(Certificate.in(folder).load()).isNotEqualTo(before);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights there are access control lists")
    void onlyTheOwnerReadsTheKey() throws Exception {
        assertThat(PosixFilePermissions
                .toString(Files.getPosixFilePermissions(Certificate.in(folder).privateKey()))).isEqualTo("rw-------");
    }
}
