package com.foobar.compose;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A MySQL client that stays connected to a node as its administrator. A client process for each query takes more CPU
 * than most queries, so that a test that polls would keep the machine busy.
 */
final class SqlClient {

    private static final String BEGIN = "query_begins";

    private static final String END = "query_ended";

    private final String container;

    private final Process process;

    private final BufferedReader output;

    private SqlClient(String container, Process process) {
        this.container = container;
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static SqlClient in(String container) {
        try {
            return new SqlClient(container, new ProcessBuilder("docker", "exec", "--interactive", container, "bash",
                    "-c",
                    "MYSQL_PWD=$(</run/secrets/mysql/root) exec mysql --user=root --vertical --unbuffered --commands")
                            .redirectErrorStream(true).start());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    boolean isConnectedTo(String otherContainer) {
        return container.equals(otherContainer) && process.isAlive();
    }

    /**
     * Runs statements in a session without state of earlier calls except for the default database, which a test
     * therefore never sets, and returns their rows with the values by column name.
     *
     * @throws NotConnectedException if nothing was run, because there was no connection; this client has ended then
     * @throws IllegalStateException if a statement fails; this client has ended then
     */
    synchronized List<Map<String, String>> query(String sql) {
        List<String> lines = new ArrayList<>();
        try {
            // The client's command \x resets the session.
            process.getOutputStream().write("\\x\nSELECT 1 AS %s;\n%s;\nSELECT 1 AS %s;\n"
                    .formatted(BEGIN, sql.strip().replaceFirst(";+$", ""), END).getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(END + ": 1")) {
                    // The line of asterisks before the last line is of the same row.
                    return VerticalRows.parse(lines.subList(2, lines.size() - 1));
                }
                lines.add(line);
            }
        } catch (IOException cause) {
            lines.add(cause.getMessage());
        }
        process.destroy();
        String message = sql + " failed in " + container + ":\n" + String.join("\n", lines);
        throw lines.contains(BEGIN + ": 1") ? new IllegalStateException(message) : new NotConnectedException(message);
    }

    static final class NotConnectedException extends IllegalStateException {

        private static final long serialVersionUID = 1;

        private NotConnectedException(String message) {
            super(message);
        }
    }
}
