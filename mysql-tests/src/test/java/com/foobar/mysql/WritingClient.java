package com.foobar.mysql;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

import com.foobar.compose.Commands;

import static org.awaitility.Awaitility.await;

/**
 * A client that writes consecutive numbers to whichever node accepts them, and remembers the numbers that a node has
 * acknowledged.
 */
final class WritingClient implements AutoCloseable {

    private static final String SCRIPT = """
            export MYSQL_PWD=$(</run/secrets/mysql/application)
            for ((number = 1; ; number++)); do
              for node in mysql-1 mysql-2; do
                if timeout 2 mysql --host=$node --user=application --ssl-mode=VERIFY_IDENTITY \
                    --ssl-ca=/run/secrets/mysql/ca.crt --connect-timeout=1 foobar \
                    --execute="INSERT INTO written VALUES ($number, '$node')" 2>/dev/null; then
                  echo $number
                  break
                fi
              done
              # Without a pause, the processes of this client would take a quarter of the machine.
              sleep 0.1
            done
            """;

    private final String container;

    private WritingClient(String container) {
        this.container = container;
    }

    /** Starts writing to the table {@code foobar.written}, which is created anew. */
    static WritingClient start(DatabasePair pair) {
        pair.query(pair.primary(), "DROP TABLE IF EXISTS foobar.written");
        pair.query(pair.primary(), "CREATE TABLE foobar.written (number INT PRIMARY KEY, node VARCHAR(20))");
        String name = pair.project() + "-writer";
        // Docker runs this container and not compose, because compose would stop it together with the service whose
        // image it uses.
        Commands.run("docker", "run", "--detach", "--name", name, "--network", pair.project() + "_data", "--user",
                "999:999", "--volume", pair.project() + "_mysql-secrets:/run/secrets/mysql:ro", "--entrypoint", "bash",
                pair.image(), "-c", SCRIPT);
        WritingClient client = new WritingClient(name);
        client.awaitMore();
        return client;
    }

    /** Waits until ten more writes have been acknowledged. */
    void awaitMore() {
        int before = acknowledged().size();
        await("writes are taken").atMost(Duration.ofMinutes(2)).until(() -> acknowledged().size() >= before + 10);
    }

    /** Returns the numbers whose commit a node has acknowledged. */
    Set<Integer> acknowledged() {
        Set<Integer> numbers = new TreeSet<>();
        Commands.run("docker", "logs", container).lines().map(Integer::valueOf).forEach(numbers::add);
        return numbers;
    }

    @Override
    public void close() {
        Commands.run("docker", "rm", "--force", container);
    }
}
