package com.foobar.database.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.foobar.folder.OwnerOnly;

/** The accounts of the pair. The passwords are random and stored next to the data that they protect. */
record DatabaseAccounts(DatabaseAccount application, DatabaseAccount migration, DatabaseAccount replication,
        DatabaseAccount administrator) {

    private static final String FILE = "accounts.properties";
    private static final int PASSWORD_LENGTH = 32;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /**
     * Returns the accounts of an earlier run, or new accounts if there are none. New passwords are stored on disk
     * before they are used.
     */
    static DatabaseAccounts of(Path dataDirectory) {
        Path file = dataDirectory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                OwnerOnly.write(file, newPasswords());
            }
            Properties passwords = new Properties();
            passwords.load(new StringReader(Files.readString(file)));
            return new DatabaseAccounts(account("application", passwords, file), account("migration", passwords, file),
                    account("replication", passwords, file), account("administrator", passwords, file));
        } catch (IOException e) {
            throw new UncheckedIOException("The accounts in " + file + " cannot be read or written.", e);
        }
    }

    private static String newPasswords() {
        return Stream.of("application", "migration", "replication", "administrator")
                .map(name -> name + "=" + password() + "\n").collect(Collectors.joining());
    }

    // Uses letters and digits only, because some statements contain the password as a literal and not as a parameter.
    private static String password() {
        return new SecureRandom().ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i))).collect(Collectors.joining());
    }

    private static DatabaseAccount account(String name, Properties passwords, Path file) {
        String password = passwords.getProperty(name, "");
        if (!password.matches("[A-Za-z0-9]{16,}")) {
            throw new EmbeddedDatabaseException("The file " + file + " has no usable password for the account " + name
                    + ": restore the file, or delete its folder to start with no data.");
        }
        return new DatabaseAccount(name, password);
    }
}
