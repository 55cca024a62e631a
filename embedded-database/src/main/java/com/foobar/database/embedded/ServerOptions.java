package com.foobar.database.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the server. */
record ServerOptions(Installation installation, NodeFolder folder, Role role) {

    /** The role of a node, and the server id that goes with it. */
    enum Role {
        PRIMARY(1), REPLICA(2);

        private final int serverId;

        Role(int serverId) {
            this.serverId = serverId;
        }
    }

    /**
     * Returns the command line of a server in bootstrap mode: it reads statements from standard input, before there are
     * any accounts.
     */
    List<String> toBootstrap() {
        List<String> command = common(folder.unfinishedData());
        command.addAll(List.of("--bootstrap", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0",
                "--max-allowed-packet=8M", "--net-buffer-length=16K"));
        return command;
    }

    /** Returns the command line of a server that listens on the loopback address. */
    List<String> toServe(int port) {
        List<String> command = common(folder.data());
        command.addAll(List.of("--console", "--bind-address=127.0.0.1", "--port=" + port, "--skip-name-resolve",
                // A relative path, because the absolute path of a deep folder is longer than the system allows for a
                // socket.
                "--socket=mariadb.sock", "--pid-file=server.pid", "--server-id=" + role.serverId, "--log-bin=binlog",
                "--binlog-format=ROW", "--sync-binlog=1", "--log-slave-updates=ON", "--gtid-strict-mode=ON",
                "--relay-log=relay", "--skip-slave-start", "--read-only=" + (role == Role.REPLICA ? "ON" : "OFF"),
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_0900_ai_ci", "--default-time-zone=+00:00",
                "--innodb-buffer-pool-size=64M", "--max-binlog-size=64M"));
        return command;
    }

    private List<String> common(Path data) {
        List<String> command = new ArrayList<>();
        command.add(installation.server().toString());
        // Must be the first option. The settings of a MariaDB that is installed on this machine must not apply here.
        command.add("--no-defaults");
        command.add("--datadir=" + data);
        command.add("--tmpdir=" + folder.temporary());
        command.add("--basedir=" + installation.directory());
        command.add("--lc-messages-dir=" + installation.share(""));
        command.add("--character-sets-dir=" + installation.share("charsets"));
        // Without this option the server creates its own certificate at each start. That takes seconds, and protects
        // nothing on the loopback address.
        command.add("--skip-ssl");
        command.add("--innodb-log-file-size=32M");
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return command;
    }

    /** Returns the argument that distinguishes this node's server from every other process. */
    String mark() {
        return "--datadir=" + folder.data();
    }
}
