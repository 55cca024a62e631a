package com.foobar.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import com.foobar.folder.OwnerOnly;

/** The site's self-signed certificate for this machine. The JDK's keytool creates it. */
record Certificate(Path certificate, Path privateKey) {

    private static final String NAMES = "san=dns:foobar.com,dns:www.foobar.com,dns:localhost,ip:127.0.0.1,ip:::1";
    private static final Duration MARGIN = Duration.ofDays(7);
    private static final String ALIAS = "site";
    // This password protects nothing: the store is deleted as soon as the key is in a file that only the owner can
    // read.
    private static final String STORE_PASSWORD = "changeit";

    /**
     * Returns the certificate in the folder; creates a new certificate if there is none or if it expires within 7 days.
     */
    static Certificate in(Path folder) {
        Certificate files = new Certificate(folder.resolve("tls.crt"), folder.resolve("tls.key"));
        try {
            if (!files.isValid()) {
                files.make(folder);
            }
            return files;
        } catch (IOException | GeneralSecurityException e) {
            throw new LocalException("The certificate in " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** Reads the certificate from its file. */
    X509Certificate load() throws IOException, GeneralSecurityException {
        try (InputStream file = Files.newInputStream(certificate)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(file);
        }
    }

    private boolean isValid() throws IOException, GeneralSecurityException {
        return Files.exists(certificate) && Files.exists(privateKey)
                && load().getNotAfter().toInstant().isAfter(Instant.now().plus(MARGIN));
    }

    private void make(Path folder) throws IOException, GeneralSecurityException {
        OwnerOnly.createDirectory(folder);
        Path store = folder.resolve("site.p12");
        Files.deleteIfExists(store);
        keytool(store);
        KeyStore keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
        OwnerOnly.write(privateKey,
                pem("PRIVATE KEY", keys.getKey(ALIAS, STORE_PASSWORD.toCharArray()).getEncoded()));
        OwnerOnly.write(certificate, pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
        Files.delete(store);
    }

    private static void keytool(Path store) throws IOException {
        Process process = new ProcessBuilder(List.of(JavaHome.program("keytool"), "-genkeypair", "-alias", ALIAS,
                "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=foobar.com", "-ext", NAMES, "-validity",
                "365", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", STORE_PASSWORD))
                        .redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool says " + output.strip());
        }
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[]{ '\n' }).encodeToString(content)
                + "\n-----END " + type + "-----\n";
    }
}
