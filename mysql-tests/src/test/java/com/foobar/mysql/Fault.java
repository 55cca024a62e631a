package com.foobar.mysql;

/** What can happen to a primary, and how it ends. */
enum Fault {
    /** No fault: the nodes change their roles as planned. */
    SWITCHOVER {
        @Override
        void begin(DatabasePair pair, String node) {
            pair.mysql("switchover").success();
        }

        @Override
        void end(DatabasePair pair, String node) {
            // There is nothing to end.
        }
    },
    /** The process of the server is killed; its agent starts it again. */
    SERVER_KILLED {
        @Override
        void begin(DatabasePair pair, String node) {
            pair.exec(node, KILL_SERVER);
        }

        @Override
        void end(DatabasePair pair, String node) {
            // The agent has ended it already.
        }
    },
    CONTAINER_KILLED {
        @Override
        void begin(DatabasePair pair, String node) {
            pair.docker("kill", node);
        }

        @Override
        void end(DatabasePair pair, String node) {
            pair.docker("start", node);
        }
    },
    CONTAINER_STOPPED {
        @Override
        void begin(DatabasePair pair, String node) {
            pair.docker("stop", node);
        }

        @Override
        void end(DatabasePair pair, String node) {
            pair.docker("start", node);
        }
    },
    CONTAINER_PAUSED {
        @Override
        void begin(DatabasePair pair, String node) {
            pair.docker("pause", node);
        }

        @Override
        void end(DatabasePair pair, String node) {
            pair.docker("unpause", node);
        }
    },
    /** The agent hangs, and its server goes on. */
    AGENT_STOPPED {
        @Override
        void begin(DatabasePair pair, String node) {
            pair.signal(node, "STOP");
        }

        @Override
        void end(DatabasePair pair, String node) {
            pair.signal(node, "CONT");
        }
    },
    /** The server does not respond, and its agent goes on. */
    SERVER_STOPPED {
        @Override
        void begin(DatabasePair pair, String node) {
            pair.exec(node, KILL_SERVER.replace("KILL", "STOP"));
        }

        @Override
        void end(DatabasePair pair, String node) {
            // The agent has killed it.
        }
    },
    /** The agent's probe cannot make a file on the disk of the data. The server still responds, and can still write. */
    DISK_FULL {
        @Override
        void begin(DatabasePair pair, String node) {
            pair.exec(node, "mkdir " + DISK_PROBE);
        }

        @Override
        void end(DatabasePair pair, String node) {
            pair.exec(node, "rmdir " + DISK_PROBE);
        }
    },
    /** The agent's probe of the disk does not return, because it waits for the reader of a pipe. */
    DISK_HANGS {
        @Override
        void begin(DatabasePair pair, String node) {
            pair.exec(node, "until mkfifo --mode=666 " + DISK_PROBE + "; do sleep 0.01; done");
        }

        @Override
        void end(DatabasePair pair, String node) {
            pair.exec(node, "cat " + DISK_PROBE + " >/dev/null; rm --force " + DISK_PROBE);
        }
    },
    CUT_FROM_ALL {
        @Override
        void begin(DatabasePair pair, String node) {
            pair.faults().cut(node);
        }

        @Override
        void end(DatabasePair pair, String node) {
            pair.faults().heal(node);
        }
    },
    CUT_FROM_PARTNER(false) {
        @Override
        void begin(DatabasePair pair, String node) {
            pair.faults().cut(node, DatabasePair.other(node));
        }

        @Override
        void end(DatabasePair pair, String node) {
            pair.faults().heal(node);
        }
    },
    CUT_FROM_ETCD {
        @Override
        void begin(DatabasePair pair, String node) {
            pair.faults().cut(node, DatabasePair.ETCD.toArray(String[]::new));
        }

        @Override
        void end(DatabasePair pair, String node) {
            pair.faults().heal(node);
        }
    };

    private static final String DISK_PROBE = "/var/lib/mysql/.disk-probe";

    static final String KILL_SERVER = """
            for process in /proc/[0-9]*; do
              [[ $(<$process/comm) != mysqld ]] || kill -KILL ${process#/proc/}
            done""";

    private final boolean partnerTakesOver;

    Fault() {
        this(true);
    }

    Fault(boolean partnerTakesOver) {
        this.partnerTakesOver = partnerTakesOver;
    }

    boolean partnerTakesOver() {
        return partnerTakesOver;
    }

    /** Returns whether the pair has reacted to this fault of a primary. */
    boolean hasHadItsEffect(DatabasePair pair, String node) {
        String other = DatabasePair.other(node);
        return partnerTakesOver ? pair.agentState(other).contains("\"primary\":\"" + other + "\"")
                : pair.agentState(node).contains("\"partner\":null");
    }

    abstract void begin(DatabasePair pair, String node);

    abstract void end(DatabasePair pair, String node);
}
