package com.foobar.failover.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.foobar.failover.etcd.PemIdentity;
import com.foobar.failover.etcd.Store;
import com.foobar.failover.mysql.DiskProbe;
import com.foobar.failover.mysql.MysqlServer;
import com.foobar.failover.mysql.ServerProcess;

/** Starts an agent, or runs one of the commands for operators. */
public final class Main {

    private static final int ADMINISTRATIVE_PORT = 33_062;
    private static final Duration ETCD_TIMEOUT = Duration.ofMillis(400);
    /** A command is a JVM that has just started, and its first connection takes longer. */
    private static final Duration ETCD_TIMEOUT_OF_COMMANDS = Duration.ofSeconds(3);
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final int USAGE = 64;

    private Main() {}

    /**
     * Runs {@code run COMMAND...}, where COMMAND starts the server; or {@code status}, {@code switchover},
     * {@code force NODE}.
     */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        List<String> words = List.of(arguments);
        boolean runs = words.size() > 1 && "run".equals(words.getFirst());
        Settings settings;
        Store store;
        try {
            settings = Settings.from(System.getenv());
            store = new Store(settings.node(), settings.etcd(),
                    new PemIdentity(Settings.SECRETS.resolve("ca.crt"), Settings.SECRETS.resolve("failover.crt"),
                            Settings.SECRETS.resolve("failover.key")),
                    settings.lease(), runs ? ETCD_TIMEOUT : ETCD_TIMEOUT_OF_COMMANDS);
        } catch (IllegalArgumentException e) {
            System.err.println("failover-agent: " + e.getMessage());
            System.exit(USAGE);
            return;
        }
        if (runs) {
            run(settings, store, words.subList(1, words.size()));
        } else {
            System.exit(new Commands(settings, store, System.out).run(words));
        }
    }

    private static void run(Settings settings, Store store, List<String> command)
            throws InterruptedException, IOException {
        JsonLog log = new JsonLog(settings.node(), System.out);
        ServerProcess process = new ServerProcess(command, Settings.DATA, Settings.SCRIPTS);
        if (process.isRestoring()) {
            log.warn("A restore did not finish here: run mysql/restore again, with --replace.");
            System.exit(1);
        }
        DiskProbe disk = new DiskProbe(Settings.DATA, Duration.ofSeconds(1));
        disk.start();
        Metrics metrics = new Metrics();
        Agent agent = new Agent(settings, store, new LocalServer(process,
                new MysqlServer(ADMINISTRATIVE_PORT, Settings.SECRETS), disk,
                Settings.SET_ASIDE.resolve(settings.node()), settings), metrics, log);
        process.onEnd(agent::wake);
        ManagementServer.start(settings.managementPort(), agent::isAlive, agent::status, metrics);
        watch(store, agent);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            agent.stop();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try {
            agent.run();
        } catch (RuntimeException e) {
            // A server without its agent must not go on. Its container ends with this process, and starts again.
            log.warn("The agent fails: " + e);
            Runtime.getRuntime().halt(1);
        }
        ended.countDown();
    }

    private static void watch(Store store, Agent agent) {
        Thread.ofVirtual().name("watch").start(() -> {
            try {
                while (true) {
                    try {
                        store.watch(agent::wake);
                    } catch (IOException | RuntimeException e) {
                        // The agent looks without being woken, too.
                    }
                    Thread.sleep(RECONNECT);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
