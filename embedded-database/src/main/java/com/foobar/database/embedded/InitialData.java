package com.foobar.database.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;

import com.foobar.folder.OwnerOnly;
import com.foobar.folder.Trees;

/**
 * Creates the first data of a node: system tables, accounts and the empty database.
 *
 * <p>
 * Each node creates this data itself and without a binary log, so no node has a transaction that the other lacks.
 */
final class InitialData {

    private static final List<String> SYSTEM_TABLES = List.of("mariadb_system_tables.sql",
            "mariadb_performance_tables.sql", "maria_add_gis_sp_bootstrap.sql");

    private InitialData() {}

    /** Creates the data if there is none. Data that an interrupted run left incomplete is deleted and created again. */
    static void ensure(ServerOptions options, DatabaseAccounts accounts) {
        NodeFolder folder = options.folder();
        try {
            OwnerOnly.createDirectory(folder.root());
            Files.createDirectories(folder.temporary());
            if (!Files.exists(folder.data())) {
                Trees.delete(folder.unfinishedData());
                OwnerOnly.createDirectory(folder.unfinishedData());
                make(options, accounts);
                Files.move(folder.unfinishedData(), folder.data(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data in " + folder.root() + " cannot be made.", e);
        }
    }

    private static void make(ServerOptions options, DatabaseAccounts accounts) throws IOException {
        NodeFolder folder = options.folder();
        Process process = new ProcessBuilder(options.toBootstrap()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile())).start();
        try (OutputStream statements = process.getOutputStream()) {
            write(statements, "CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\n");
            for (String file : SYSTEM_TABLES) {
                Files.copy(options.installation().share(file), statements);
            }
            write(statements, Grants.statements(accounts));
        } catch (IOException e) {
            // If the server ends early, it closes the pipe. Its exit status and log say more than this exception.
            process.onExit().join();
        }
        if (process.onExit().join().exitValue() != 0) {
            throw new EmbeddedDatabaseException(
                    "MariaDB cannot make its first data in " + folder.root() + ": " + ErrorLog.of(folder.log()));
        }
    }

    private static void write(OutputStream statements, String text) throws IOException {
        statements.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
