package com.foobar.failover.protocol;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import com.foobar.failover.protocol.World.Fault;
import com.foobar.failover.protocol.World.Node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Tries every order in which two agents, two servers, etcd and the network can act, with a fault at every point: an
 * agent may look and act much later, a request to etcd may arrive late or never, a lease may expire at any moment, and
 * every time limit may be reached at any moment.
 */
@SuppressWarnings("EnumOrdinal") // See World.
class ModelTests {

    /** With two there are several times as many states. */
    private static final int TRANSACTIONS = Integer.getInteger("model.transactions", 1);
    /** With a crash in addition there are millions of states, and minutes. */
    private static final int CRASHES = Integer.getInteger("model.crashes", 0);

    private final Map<IntBuffer, IntBuffer> cameFrom = new HashMap<>();
    private final Map<IntBuffer, String> event = new HashMap<>();
    private final Set<IntBuffer> recovers = new HashSet<>();
    private final Deque<World> open = new ArrayDeque<>();

    @Test
    void noAcknowledgedCommitIsLostAndThereIsAPrimaryAgainOnceFaultsEnd() {
        explore(Map.of(Fault.CRASH, 1, Fault.EXPIRY, 1));
    }

    @Test
    void requestThatArrivesAfterItsAgentWentOnAloneChangesNothing() {
        explore(Map.of(Fault.LATE, 1, Fault.CUT, 1, Fault.SILENCE, 1, Fault.EXPIRY, 1));
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = Mode.EXCLUDE, names = "CRASH")
    void theSameHoldsForEachOtherFaultTogetherWithAnExpiredLease(Fault fault) {
        Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        faults.put(Fault.EXPIRY, 1);
        faults.put(Fault.CRASH, CRASHES);
        faults.merge(fault, 1, Integer::sum);
        explore(faults);
    }

    private void explore(Map<Fault, Integer> faults) {
        World start = new World();
        faults.forEach((fault, times) -> start.left[fault.ordinal()] = times);
        start.primary = 0;
        start.nodes[1].follows = true;
        start.nodes[1].receiving = true;
        add(start, null, "start");
        while (!open.isEmpty()) {
            World world = open.removeFirst();
            IntBuffer from = IntBuffer.wrap(world.encode());
            if (!world.isSafe()) {
                fail("An acknowledged commit is lost:" + path(from));
            }
            awaitPrimary(world, from);
            expand(world, from);
        }
        assertThat(cameFrom.size()).isGreaterThan(5_000);
    }

    private void add(World world, IntBuffer from, String what) {
        IntBuffer key = IntBuffer.wrap(world.encode());
        if (!event.containsKey(key)) {
            cameFrom.put(key, from);
            event.put(key, what);
            open.addLast(world);
        }
    }

    private void expand(World world, IntBuffer from) {
        for (int i = 0; i < 2; i++) {
            int node = i;
            Node state = world.nodes[i];
            String name = World.NAMES[i] + " ";
            step(world, from, state.writable && world.committed < TRANSACTIONS, name + "commits", w -> w.commit(node));
            step(world, from, world.canReceive(i), name + "receives", w -> w.receive(node));
            step(world, from, state.running && (state.received & ~state.log) != 0, name + "applies",
                    w -> w.apply(node));
            step(world, from, (state.waiting & state.acknowledgements) != 0, name + "gets an acknowledgement",
                    w -> w.acknowledge(node));
            if (state.decided == null) {
                look(world, from, node, name);
            } else if (state.sent) {
                step(world, from, true, name + "request arrives", w -> w.deliver(node));
                step(world, from, true, name + "request is lost", w -> w.drop(node));
                fault(world, from, state.late == null, Fault.LATE, name + "gives its request up", w -> w.giveUp(node));
            } else {
                step(world, from, true, name + "acts: " + state.decided.action(), w -> w.act(node));
            }
            step(world, from, state.late != null, name + "late request arrives: " + state.late,
                    w -> w.deliverLate(node));
            fault(world, from, state.running, Fault.CRASH, name + "crashes", w -> w.crash(node));
            fault(world, from, true, Fault.AGENT_CRASH, name + "and its agent crash", w -> w.crashAgent(node));
            fault(world, from, !state.leaving, Fault.LEAVE, name + "should leave",
                    w -> w.nodes[node].leaving = true);
            step(world, from, state.leaving, name + "may stay", w -> w.nodes[node].leaving = false);
        }
        fault(world, from, world.leader != -1, Fault.EXPIRY, "the lease expires", w -> w.leader = -1);
        fault(world, from, !world.cut, Fault.CUT, "the link is cut", w -> w.cut = true);
        fault(world, from, !world.lost, Fault.KEY_LOSS, "etcd loses its data", w -> {
            w.lost = true;
            w.leader = -1;
            w.nodes[0].published = false;
            w.nodes[1].published = false;
        });
        step(world, from, world.cut, "the link is back", w -> w.cut = false);
    }

    private void look(World world, IntBuffer from, int node, String name) {
        step(world, from, true, name + "looks", w -> w.observe(node, true, false, false));
        fault(world, from, world.nodes[node].waits, Fault.SILENCE, name + "looks and misses acknowledgements",
                w -> w.observe(node, true, true, false));
        fault(world, from, true, Fault.NO_STORE, name + "looks without etcd",
                w -> w.observe(node, false, false, false));
        fault(world, from, world.nodes[node].running, Fault.STUCK, name + "looks and its server is stuck",
                w -> w.observe(node, true, false, true));
    }

    private void step(World world, IntBuffer from, boolean possible, String what, Consumer<World> change) {
        if (possible) {
            World next = world.copy();
            change.accept(next);
            add(next, from, what);
        }
    }

    private void fault(World world, IntBuffer from, boolean possible, Fault fault, String what,
            Consumer<World> change) {
        step(world, from, possible && world.left[fault.ordinal()] > 0, what, next -> {
            next.left[fault.ordinal()]--;
            change.accept(next);
        });
    }

    /** From here on nothing fails any more, and everyone acts in turn. */
    private void awaitPrimary(World from, IntBuffer origin) {
        // Without the roles, an operator has to decide, unless the primary still runs.
        if (from.lost) {
            return;
        }
        World world = from.copy();
        Arrays.fill(world.left, 0);
        world.cut = false;
        world.committed = 0;
        Set<IntBuffer> seen = new HashSet<>();
        for (int round = 0; round < 40; round++) {
            IntBuffer key = IntBuffer.wrap(world.encode());
            if (recovers.contains(key) || takesWrites(world)) {
                recovers.addAll(seen);
                return;
            }
            seen.add(key);
            for (int i = 0; i < 2; i++) {
                turn(world, i);
            }
            if (world.leader != -1 && world.leaderGeneration != world.nodes[world.leader].generation) {
                world.leader = -1;
            }
        }
        fail("No node takes writes:" + path(origin));
    }

    private static void turn(World world, int i) {
        Node node = world.nodes[i];
        node.leaving = false;
        if (node.late != null) {
            world.deliverLate(i);
        }
        if (node.sent) {
            world.deliver(i);
        } else if (node.decided != null) {
            world.act(i);
        } else {
            boolean silent = node.waits && !(world.linked(i, 1 - i) && world.nodes[1 - i].published);
            world.observe(i, true, silent, false);
        }
        while (world.canReceive(i)) {
            world.receive(i);
        }
        while ((node.received & ~node.log) != 0 && node.running) {
            world.apply(i);
        }
        world.acknowledge(i);
    }

    private static boolean takesWrites(World world) {
        Node node = world.nodes[world.primary];
        return node.writable && node.waiting == 0 && world.leader == world.primary
                && (!node.waits || world.linked(world.primary, 1 - world.primary));
    }

    private String path(IntBuffer key) {
        Deque<String> events = new ArrayDeque<>();
        for (IntBuffer at = key; at != null; at = cameFrom.get(at)) {
            events.addFirst(event.get(at));
        }
        return "\n  " + String.join("\n  ", events);
    }
}
