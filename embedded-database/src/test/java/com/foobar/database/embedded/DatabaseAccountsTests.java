package com.foobar.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseAccountsTests {

    @TempDir
    Path directory;

    @Test
    void passwordsAreFoundAgain() {
        assertThat(DatabaseAccounts.of(directory)).isEqualTo(DatabaseAccounts.of(directory));
    }

    @Test
    void everyAccountHasAPasswordOfItsOwn() {
        DatabaseAccounts accounts = DatabaseAccounts.of(directory);

        assertThat(Stream.of(accounts.application(), accounts.migration(), accounts.replication(),
                accounts.administrator()).map(DatabaseAccount::password)).doesNotHaveDuplicates()
                        .allMatch(password -> password.length() == 32);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights there are access control lists")
    void onlyTheOwnerReadsThePasswords() throws IOException {
        DatabaseAccounts.of(directory);

        assertThat(PosixFilePermissions
                .toString(Files.getPosixFilePermissions(directory.resolve("accounts.properties"))))
                        .isEqualTo("rw-------");
    }

    @Test
    void fileWithoutAPasswordIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("accounts.properties"), "application=\n");

        assertThatThrownBy(() -> DatabaseAccounts.of(directory)).isInstanceOf(EmbeddedDatabaseException.class)
                .hasMessage("The file %s has no usable password for the account application:"
                        + " restore the file, or delete its folder to start with no data.", file);
    }

    @Test
    void passwordIsNotInTheTextOfAnAccount() {
        assertThat(new DatabaseAccount("application", "secret")).hasToString("application");
    }
}
