package com.foobar.failover.protocol;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.foobar.failover.protocol.Roles.Partner;
import com.foobar.failover.protocol.Server.Phase;
import com.foobar.failover.protocol.Step.Action;

/**
 * The state of the modelled pair: etcd, two servers with their agents, the network between them, and what clients were
 * told. A set of transactions is a number with one bit for each transaction.
 */
@SuppressWarnings("EnumOrdinal") // An array of numbers is compared and copied faster than a map, millions of times.
final class World {

    static final String[] NAMES = { "mysql-1", "mysql-2" };
    /** A number for each step that was ever decided, so that a state is an array of numbers. */
    private static final Map<Step, Integer> STEPS = new HashMap<>();
    private static final Set<Action> STATEMENTS = EnumSet.of(Action.FOLLOW, Action.RECEIVE, Action.STOP_RECEIVING,
            Action.OPEN, Action.CLOSE, Action.WAIT_FOR_PARTNER, Action.GO_ALONE);
    private static final Protocol[] PROTOCOLS = { new Protocol(NAMES[0], NAMES[1]), new Protocol(NAMES[1], NAMES[0]) };

    /** What may still go wrong: how many times each. */
    enum Fault {
        CRASH, AGENT_CRASH, EXPIRY, SILENCE, NO_STORE, CUT, LEAVE, STUCK, KEY_LOSS, LATE
    }

    // etcd
    int primary;
    /** The incarnation of the partner; 0 for none. */
    int partner;
    int term = 1;
    int revision = 1;
    int leader = -1;
    int leaderGeneration;

    // What happened
    int acknowledged;
    int committed;
    boolean cut;
    boolean lost;
    int[] left = new int[Fault.values().length];

    Node[] nodes = { new Node(), new Node() };

    /** A server with its agent. */
    static final class Node {
        boolean running = true;
        int incarnation = 1;
        boolean writable;
        boolean waits;
        boolean follows;
        boolean receiving;
        int log;
        /** The transactions that clients committed here: each bears the identity of this server. */
        int written;
        int received;
        int waiting;
        /** The newest term that this node has opened in. */
        int opened;
        /** Transactions whose acknowledgement by the other node is on its way. */
        int acknowledgements;
        /**
         * What a partner must have: everything that was in the log when this run of the other server was first seen.
         */
        int mark;
        int markedFor;
        boolean leaving;
        int generation = 1;

        int publishedIncarnation;
        int publishedReceived;
        int publishedLog;
        int publishedTerm;
        boolean publishedReceiving;
        boolean publishedLeaving;
        boolean published;

        /** The step that the agent has decided and not done yet. */
        @Nullable
        Step decided;
        int decidedRevision;
        /** A request that the agent has given up, and that may still arrive. */
        @Nullable
        Step late;
        int lateRevision;
        int lateGeneration;
        boolean unsettled;
        /** Whether the step is a request that is on its way to etcd. */
        boolean sent;
    }

    boolean linked(int from, int to) {
        return !cut && nodes[from].running && nodes[to].running && nodes[to].follows && nodes[to].receiving;
    }

    void commit(int i) {
        Node node = nodes[i];
        int transaction = 1 << committed++;
        node.log |= transaction;
        node.written |= transaction;
        if (node.waits) {
            node.waiting |= transaction;
        } else {
            acknowledged |= transaction;
        }
    }

    void receive(int i) {
        Node node = nodes[i];
        Node source = nodes[1 - i];
        int missing = Integer.lowestOneBit(source.log & ~(node.received | node.log));
        node.received |= missing;
        source.acknowledgements |= source.waiting & (node.received | node.log);
    }

    boolean canReceive(int i) {
        Node node = nodes[i];
        Node source = nodes[1 - i];
        return linked(1 - i, i) && ((source.log & ~(node.received | node.log)) != 0
                || (source.waiting & (node.received | node.log) & ~source.acknowledgements) != 0);
    }

    void apply(int i) {
        Node node = nodes[i];
        node.log |= Integer.lowestOneBit(node.received & ~node.log);
    }

    void acknowledge(int i) {
        Node node = nodes[i];
        int done = node.waiting & node.acknowledgements;
        acknowledged |= done;
        node.waiting &= ~done;
    }

    /** The server is killed: what waited is committed by its recovery, and what was only received is gone. */
    void crash(int i) {
        Node node = nodes[i];
        node.running = false;
        node.writable = false;
        node.waits = false;
        node.receiving = false;
        node.received = 0;
        node.waiting = 0;
        node.acknowledgements = 0;
    }

    void crashAgent(int i) {
        crash(i);
        Node node = nodes[i];
        if (node.sent && node.late == null) {
            giveUp(i);
        }
        if (!node.sent) {
            forget(node);
        }
        node.generation++;
        node.unsettled = true;
        node.published = false;
    }

    /** The agent looks and decides. */
    void observe(int i, boolean store, boolean silent, boolean stuck) {
        Node node = nodes[i];
        Step step = PROTOCOLS[i].next(new Observation(store ? stored(i) : null, server(i, silent, stuck), true,
                node.unsettled, node.leaving));
        if (store) {
            publish(i);
        }
        if (step.action() == Action.WAIT || step.action() == Action.NEED_OPERATOR) {
            return;
        }
        node.decided = step;
        node.decidedRevision = revision;
    }

    private void publish(int i) {
        Node node = nodes[i];
        node.published = true;
        node.publishedIncarnation = node.running ? node.incarnation : 0;
        node.publishedReceived = node.received | node.log;
        node.publishedLog = node.log;
        node.publishedReceiving = node.running && node.receiving && node.follows;
        node.publishedLeaving = node.leaving;
        node.publishedTerm = node.writable && primary == i ? term : 0;
    }

    private Stored stored(int i) {
        Roles roles = lost ? null
                : new Roles(NAMES[primary],
                        partner == 0 ? null : new Partner(NAMES[1 - primary], Integer.toString(partner)), term);
        Leader sees = leader == -1 ? Leader.NONE
                : leader != i ? Leader.PEER
                        : leaderGeneration == nodes[i].generation ? Leader.SELF : Leader.EARLIER_SELF;
        Node node = nodes[i];
        Node other = nodes[1 - i];
        if (!other.published) {
            return new Stored(roles, sees, Peer.ABSENT);
        }
        if (node.waits && node.markedFor != other.publishedIncarnation) {
            node.mark = node.log;
            node.markedFor = other.publishedIncarnation;
        }
        boolean hasAll = other.publishedReceiving && (!node.waits || (node.mark & ~other.publishedReceived) == 0);
        return new Stored(roles, sees,
                new Peer(other.publishedIncarnation == 0 ? "" : Integer.toString(other.publishedIncarnation), false,
                        other.publishedTerm == term, other.publishedLeaving, hasAll,
                        (node.log & ~(other.publishedLog | other.written)) != 0));
    }

    private Server server(int i, boolean silent, boolean stuck) {
        Node node = nodes[i];
        if (!node.running) {
            return Server.notRunning(Phase.STOPPED);
        }
        return new Server(Phase.RUNNING, Integer.toString(node.incarnation), node.writable, node.waits,
                linked(i, 1 - i), silent, node.follows, node.receiving, (node.received & ~node.log) == 0, stuck, false,
                node.opened);
    }

    /** The agent does what it decided, or its request leaves for etcd. */
    void act(int i) {
        Node node = nodes[i];
        Action action = node.decided.action();
        if (!node.running && STATEMENTS.contains(action)) {
            forget(node);
            return;
        }
        switch (action) {
            case SETTLE, LEAD, RESIGN, TAKE_OVER, CHANGE_ROLES, CREATE_ROLES -> {
                node.sent = true;
                return;
            }
            case KILL -> crash(i);
            case START -> {
                node.running = true;
                node.incarnation++;
            }
            case CLONE -> {
                crash(i);
                node.log = nodes[1 - i].log;
                node.follows = false;
            }
            case FOLLOW -> {
                node.follows = true;
                node.receiving = true;
                node.received = 0;
            }
            case RECEIVE -> node.receiving = true;
            case STOP_RECEIVING -> node.receiving = false;
            case OPEN -> {
                node.writable = true;
                node.opened = Math.max(node.opened, term);
                node.follows = false;
            }
            // A server that cannot close while commits wait is killed.
            case CLOSE -> {
                if (node.waiting == 0) {
                    node.writable = false;
                } else {
                    crash(i);
                }
            }
            case WAIT_FOR_PARTNER -> {
                node.waits = true;
                node.markedFor = 0;
            }
            case GO_ALONE -> {
                node.waits = false;
                acknowledged |= node.waiting;
                node.waiting = 0;
            }
            case WAIT, NEED_OPERATOR, INITIALISE -> throw new IllegalStateException("not a step here: " + action);
        }
        forget(node);
    }

    /** The request arrives at etcd, however late. */
    void deliver(int i) {
        Node node = nodes[i];
        boolean unchanged = !lost && revision == node.decidedRevision;
        switch (node.decided.action()) {
            case SETTLE -> {
                if (unchanged) {
                    revision++;
                    node.unsettled = false;
                }
            }
            case LEAD -> {
                if (unchanged && leader != 1 - i) {
                    leader = i;
                    leaderGeneration = node.generation;
                }
            }
            case RESIGN -> {
                if (leader == i) {
                    leader = -1;
                }
            }
            case TAKE_OVER -> {
                if (unchanged && leader == -1) {
                    write(node.decided);
                    leader = i;
                    leaderGeneration = node.generation;
                }
            }
            case CHANGE_ROLES -> {
                if (unchanged) {
                    write(node.decided);
                }
            }
            default -> {
                if (lost) {
                    lost = false;
                    write(node.decided);
                }
            }
        }
        node.sent = false;
        forget(node);
    }

    /** The request gets lost, and the agent does not know that. */
    void drop(int i) {
        nodes[i].sent = false;
        nodes[i].unsettled = true;
        forget(nodes[i]);
    }

    /** The agent waits for no response any more. */
    void giveUp(int i) {
        Node node = nodes[i];
        node.late = node.decided;
        node.lateRevision = node.decidedRevision;
        node.lateGeneration = node.generation;
        drop(i);
    }

    /** A request that was given up arrives after all. */
    void deliverLate(int i) {
        Node node = nodes[i];
        Step step = node.late;
        boolean unchanged = !lost && revision == node.lateRevision;
        node.late = null;
        node.lateRevision = 0;
        if (step.action() == Action.RESIGN && leader == i && leaderGeneration == node.lateGeneration) {
            leader = -1;
        } else if (unchanged && step.action() == Action.SETTLE) {
            revision++;
        } else if (unchanged && step.action() == Action.CHANGE_ROLES) {
            write(step);
        } else if (unchanged && leader == -1 && (step.action() == Action.LEAD || step.action() == Action.TAKE_OVER)) {
            leader = i;
            leaderGeneration = node.lateGeneration;
            if (step.action() == Action.TAKE_OVER) {
                write(step);
            }
        }
        node.lateGeneration = 0;
    }

    private void write(Step step) {
        Roles roles = step.roles();
        primary = index(roles.primary());
        partner = roles.partner() == null ? 0 : Integer.parseInt(roles.partner().incarnation());
        term = Math.toIntExact(roles.term());
        revision++;
    }

    private static void forget(Node node) {
        node.decided = null;
        node.decidedRevision = 0;
    }

    private static int index(String name) {
        return name.equals(NAMES[0]) ? 0 : 1;
    }

    /**
     * Returns whether the node that the roles name as the primary holds everything that a client was told is stored.
     */
    boolean isSafe() {
        return (acknowledged & ~nodes[primary].log) == 0;
    }

    int[] encode() {
        int[] code = new int[12 + left.length + nodes.length * 25];
        int at = 0;
        for (int value : new int[]{ primary, partner, term, leader, leaderGeneration, acknowledged,
                committed, cut ? 1 : 0, lost ? 1 : 0 }) {
            code[at++] = value;
        }
        for (int value : left) {
            code[at++] = value;
        }
        for (Node node : nodes) {
            int flags = 0;
            for (boolean flag : new boolean[]{ node.running, node.writable, node.waits, node.follows, node.receiving,
                    node.leaving, node.published, node.sent, node.unsettled, node.publishedReceiving,
                    node.publishedLeaving, node.late != null && node.lateRevision == revision }) {
                flags = flags << 1 | (flag ? 1 : 0);
            }
            for (int value : new int[]{ flags, node.incarnation, node.log, node.written, node.received, node.waiting,
                    node.acknowledgements, node.mark, node.markedFor, node.generation, node.publishedIncarnation,
                    node.publishedReceived, node.publishedLog, node.publishedTerm, number(node.decided),
                    node.decidedRevision == revision ? 1 : 0,
                    number(node.late), node.lateGeneration, node.opened }) {
                code[at++] = value;
            }
        }
        return Arrays.copyOf(code, at);
    }

    private static int number(@Nullable Step step) {
        return step == null ? -1 : STEPS.computeIfAbsent(step, next -> STEPS.size());
    }

    World copy() {
        World copy = new World();
        copy.primary = primary;
        copy.partner = partner;
        copy.term = term;
        copy.revision = revision;
        copy.leader = leader;
        copy.leaderGeneration = leaderGeneration;
        copy.acknowledged = acknowledged;
        copy.committed = committed;
        copy.cut = cut;
        copy.lost = lost;
        copy.left = left.clone();
        copy.nodes = new Node[]{ copy(nodes[0]), copy(nodes[1]) };
        return copy;
    }

    private static Node copy(Node node) {
        Node copy = new Node();
        copy.running = node.running;
        copy.incarnation = node.incarnation;
        copy.writable = node.writable;
        copy.waits = node.waits;
        copy.follows = node.follows;
        copy.receiving = node.receiving;
        copy.log = node.log;
        copy.written = node.written;
        copy.received = node.received;
        copy.waiting = node.waiting;
        copy.opened = node.opened;
        copy.acknowledgements = node.acknowledgements;
        copy.mark = node.mark;
        copy.markedFor = node.markedFor;
        copy.leaving = node.leaving;
        copy.generation = node.generation;
        copy.publishedIncarnation = node.publishedIncarnation;
        copy.publishedReceived = node.publishedReceived;
        copy.publishedLog = node.publishedLog;
        copy.publishedTerm = node.publishedTerm;
        copy.published = node.published;
        copy.decided = node.decided;
        copy.decidedRevision = node.decidedRevision;
        copy.sent = node.sent;
        copy.late = node.late;
        copy.lateRevision = node.lateRevision;
        copy.lateGeneration = node.lateGeneration;
        copy.unsettled = node.unsettled;
        copy.publishedReceiving = node.publishedReceiving;
        copy.publishedLeaving = node.publishedLeaving;
        return copy;
    }
}
