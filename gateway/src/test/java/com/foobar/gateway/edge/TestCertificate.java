package com.foobar.gateway.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** Certificates for localhost, made by the JDK's own keytool. */
final class TestCertificate {

    private TestCertificate() {}

    /** Writes tls.crt and tls.key into the folder, with this organisation in the certificate. */
    static void write(Path folder, String organisation) throws Exception {
        Path store = Files.createTempDirectory("certificate").resolve("store.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-alias", "site", "-dname",
                "CN=localhost,O=" + organisation, "-ext", "SAN=dns:localhost", "-validity", "2", "-keystore",
                store.toString(), "-storepass", "changeit", "-storetype", "PKCS12").inheritIO().start();
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException("keytool made no certificate");
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        pem(folder.resolve("tls.key"), "PRIVATE KEY", keys.getKey("site", "changeit".toCharArray()).getEncoded());
        pem(folder.resolve("tls.crt"), "CERTIFICATE", keys.getCertificate("site").getEncoded());
    }

    private static void pem(Path file, String type, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[]{ '\n' }).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
    }
}
