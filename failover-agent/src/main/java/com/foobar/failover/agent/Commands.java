package com.foobar.failover.agent;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.foobar.failover.etcd.Contents;
import com.foobar.failover.etcd.EtcdException;
import com.foobar.failover.etcd.Published;
import com.foobar.failover.etcd.Store;
import com.foobar.failover.protocol.Roles;
import com.foobar.failover.protocol.Roles.Partner;

/** What an operator can ask of the pair. */
final class Commands {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int USAGE = 64;
    private static final Duration SWITCHOVER_LIMIT = Duration.ofSeconds(15);
    private static final Duration READ_LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Settings settings;
    private final Store store;
    private final PrintStream out;

    Commands(Settings settings, Store store, PrintStream out) {
        this.settings = settings;
        this.store = store;
        this.out = out;
    }

    /** Runs a command, and returns its exit status. */
    int run(List<String> words) throws InterruptedException {
        try {
            return switch (String.join(" ", words)) {
                case "status" -> status();
                case "primary" -> primary();
                case "switchover" -> switchover();
                default -> words.size() == 2 && "force".equals(words.getFirst()) ? force(words.getLast()) : usage();
            };
        } catch (EtcdException e) {
            out.println("failover-agent: " + e.getMessage());
            return REFUSED;
        }
    }

    private int usage() {
        out.println("Usage: failover-agent run COMMAND... | status | primary | switchover | force NODE");
        return USAGE;
    }

    /** Reads, more than once if need be: when the leader of etcd is lost, the others need seconds to elect another. */
    private Contents read() throws EtcdException, InterruptedException {
        long until = System.nanoTime() + READ_LIMIT.toNanos();
        while (true) {
            try {
                return store.read();
            } catch (EtcdException e) {
                if (System.nanoTime() - until > 0) {
                    throw e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private int status() throws EtcdException, InterruptedException {
        Contents contents = read();
        Roles roles = contents.roles();
        if (roles == null) {
            out.println("There is no primary: etcd holds no roles.");
        } else {
            Partner partner = roles.partner();
            out.println("primary  " + roles.primary() + " (term " + roles.term() + ", " + contents.reason() + ")");
            out.println("partner  " + (partner == null ? "none: no automatic failover is possible" : partner.node()));
        }
        out.println("lease    " + (contents.leader() == null ? "held by nobody" : "held by " + contents.leader()));
        for (String node : List.of(settings.node(), settings.peer()).stream().sorted().toList()) {
            out.println(node + "  " + describe(contents.published().get(node)));
        }
        return DONE;
    }

    private static String describe(@Nullable Published node) {
        if (node == null) {
            return "its agent is down or cut off";
        }
        String server = node.empty() ? "no data"
                : node.incarnation().isEmpty() ? "server down"
                        : node.openTerm() != 0 ? "open for writes" : "read-only";
        String source = node.source().isEmpty() ? "" : ", receives from " + node.source();
        String behind = node.behind() == 0 ? "" : ", " + node.behind() + " ms behind in applying";
        String aside = node.setAside() == 0 ? "" : ", " + node.setAside() + " sets of transactions kept aside";
        return server + source + behind + aside + ", has executed " + node.executed();
    }

    private int primary() throws EtcdException, InterruptedException {
        Roles roles = read().roles();
        if (roles == null) {
            return REFUSED;
        }
        out.println(roles.primary());
        return DONE;
    }

    private int switchover() throws EtcdException, InterruptedException {
        Roles before = read().roles();
        if (before == null) {
            out.println("refused: there is no primary");
            return REFUSED;
        }
        if (before.partner() == null) {
            out.println("refused: " + before.primary() + " is the primary and has no partner with a complete copy");
            return REFUSED;
        }
        store.renewLease();
        store.requestSwitchover(before.term());
        long until = System.nanoTime() + SWITCHOVER_LIMIT.toNanos();
        boolean refused = false;
        while (!refused && System.nanoTime() - until < 0) {
            Contents now = read();
            Roles roles = now.roles();
            refused = now.switchoverFrom() == 0 && roles != null && roles.term() == before.term();
            if (roles != null && roles.term() > before.term() && isOpen(now, roles)) {
                store.revokeLease();
                out.println(roles.primary() + " is the primary of term " + roles.term());
                return DONE;
            }
            store.renewLease();
            Thread.sleep(PAUSE);
        }
        store.revokeLease();
        out.println("refused: " + before.primary() + " did not give its role away; its log says why");
        return REFUSED;
    }

    private static boolean isOpen(Contents contents, Roles roles) {
        Published primary = contents.published().get(roles.primary());
        return primary != null && primary.openTerm() == roles.term();
    }

    private int force(String node) throws EtcdException, InterruptedException {
        if (!node.equals(settings.node()) && !node.equals(settings.peer())) {
            out.println("failover-agent: there is no node " + node);
            return USAGE;
        }
        Contents contents = read();
        Roles roles = contents.roles();
        Roles next = roles == null ? new Roles(node, null, 1) : roles.succeededBy(node);
        if (!store.force(contents, next)) {
            out.println("refused: the roles have just changed; look at failover-agent status, and try again");
            return REFUSED;
        }
        out.println(node + " is named as the primary of term " + next.term());
        return DONE;
    }
}
