package com.foobar.failover.etcd;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

import com.foobar.failover.protocol.Roles;

/**
 * Reads and writes what the agents keep in etcd. Each write is one transaction, with the condition under which it is
 * valid.
 */
public final class Store {

    private static final String PREFIX = "/foobar/failover/";
    private static final String PREFIX_END = "/foobar/failover0";
    private static final String ROLES = PREFIX + "roles";
    private static final String LEADER = PREFIX + "leader";
    private static final String NODES = PREFIX + "nodes/";
    private static final String SWITCHOVER = PREFIX + "switchover";

    private final String self;
    private final EtcdClient etcd;
    private final Duration timeToLive;
    private long lease;

    /**
     * Creates a store without connecting.
     *
     * @param self the node of this agent
     * @param timeToLive how long the lease lives after its last renewal, in whole seconds
     * @param timeout how long one member of etcd may take to respond
     */
    public Store(String self, List<URI> members, PemIdentity identity, Duration timeToLive, Duration timeout) {
        this.self = self;
        this.etcd = new EtcdClient(members, identity, timeout);
        this.timeToLive = timeToLive;
    }

    /** Returns whether a leader with this lease is this very process. */
    public boolean isOwn(long leaderLease) {
        return lease != 0 && leaderLease == lease;
    }

    /** Renews the lease, or grants a new one if it has expired. */
    public void renewLease() throws EtcdException, InterruptedException {
        if (lease != 0) {
            Map<?, ?> result = (Map<?, ?>) etcd.post("/v3/lease/keepalive", Map.of("ID", lease)).get("result");
            if (result != null && number(result, "TTL") > 0) {
                return;
            }
        }
        lease = number(etcd.post("/v3/lease/grant", Map.of("TTL", timeToLive.toSeconds())), "ID");
    }

    /** Gives up the lease, and with it everything that ends with the lease. */
    public void revokeLease() throws EtcdException, InterruptedException {
        if (lease != 0) {
            etcd.post("/v3/lease/revoke", Map.of("ID", lease));
            lease = 0;
        }
    }

    /** Reads everything, linearizably. */
    public Contents read() throws EtcdException, InterruptedException {
        Map<String, Entry> entries = range();
        Entry roles = entries.get(ROLES);
        Entry leader = entries.get(LEADER);
        Entry switchover = entries.get(SWITCHOVER);
        Map<String, Published> published = new HashMap<>();
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (entry.getKey().startsWith(NODES)) {
                published.put(entry.getKey().substring(NODES.length()),
                        JSON.std.beanFrom(Published.class, entry.getValue().value()));
            }
        }
        RolesValue value = roles == null ? null : JSON.std.beanFrom(RolesValue.class, roles.value());
        return new Contents(value == null ? null : value.roles(), value == null ? "" : value.reason(),
                roles == null ? 0 : roles.revision(), leader == null ? null : leader.value(),
                leader == null ? 0 : leader.lease(), published,
                switchover == null ? 0 : Long.parseLong(switchover.value()));
    }

    /**
     * Acquires the lease of the leader, if the roles have not changed and nobody holds it but an earlier process of
     * this agent.
     */
    public boolean lead(Contents seen) throws EtcdException, InterruptedException {
        Map<String, Object> free = self.equals(seen.leader()) ? compareLease(LEADER, seen.leaderLease())
                : compareRevision(LEADER, 0);
        return commit(List.of(compareRevision(ROLES, seen.rolesRevision()), free), List.of(put(LEADER, self, lease)));
    }

    /** Gives up the lease of the leader, if this process holds it. */
    public boolean resign() throws EtcdException, InterruptedException {
        return commit(List.of(compareLease(LEADER, lease)), List.of(delete(LEADER)));
    }

    /** Writes the roles and becomes the leader, if the roles have not changed and there is no leader. */
    public boolean takeOver(Contents seen, Roles roles, String reason) throws EtcdException, InterruptedException {
        return commit(List.of(compareRevision(ROLES, seen.rolesRevision()), compareRevision(LEADER, 0)),
                List.of(put(ROLES, text(RolesValue.of(roles, reason)), 0), put(LEADER, self, lease)));
    }

    /** Writes the roles, if they have not changed; also if there were none, and there still are none. */
    public boolean change(Contents seen, Roles roles, String reason) throws EtcdException, InterruptedException {
        return commit(List.of(compareRevision(ROLES, seen.rolesRevision())),
                List.of(put(ROLES, text(RolesValue.of(roles, reason)), 0)));
    }

    /** Writes the roles, whoever leads, if they have not changed. */
    public boolean force(Contents seen, Roles roles) throws EtcdException, InterruptedException {
        return commit(List.of(compareRevision(ROLES, seen.rolesRevision())),
                List.of(put(ROLES, text(RolesValue.of(roles, "manual")), 0), delete(LEADER)));
    }

    /** Publishes the state of this agent's server until its lease ends. */
    public void publish(Published state) throws EtcdException, InterruptedException {
        commit(List.of(), List.of(put(NODES + self, text(state), lease)));
    }

    /** Asks the primary to give its role away. The request ends with this client's lease. */
    public void requestSwitchover(long term) throws EtcdException, InterruptedException {
        commit(List.of(), List.of(put(SWITCHOVER, Long.toString(term), lease)));
    }

    /** Removes the request for a switchover, by which its client knows that it was refused. */
    public void refuseSwitchover() throws EtcdException, InterruptedException {
        commit(List.of(), List.of(delete(SWITCHOVER)));
    }

    /** Calls back after each change, until the connection breaks. */
    public void watch(Runnable changed) throws IOException, InterruptedException {
        etcd.stream("/v3/watch",
                Map.of("create_request", Map.of("key", encode(PREFIX), "range_end", encode(PREFIX_END))), changed);
    }

    private Map<String, Entry> range() throws EtcdException, InterruptedException {
        Map<String, Object> response = etcd.post("/v3/kv/range",
                Map.of("key", encode(PREFIX), "range_end", encode(PREFIX_END)));
        Map<String, Entry> entries = new HashMap<>();
        if (response.get("kvs") instanceof List<?> list) {
            for (Object item : list) {
                Map<?, ?> kv = (Map<?, ?>) item;
                entries.put(decode(kv.get("key")),
                        new Entry(decode(kv.get("value")), number(kv, "mod_revision"), number(kv, "lease")));
            }
        }
        return entries;
    }

    private boolean commit(List<Map<String, Object>> conditions, List<Map<String, Object>> writes)
            throws EtcdException, InterruptedException {
        Map<String, Object> response = etcd.post("/v3/kv/txn", Map.of("compare", conditions, "success", writes));
        return Boolean.TRUE.equals(response.get("succeeded"));
    }

    private static Map<String, Object> compareRevision(String key, long revision) {
        return Map.of("key", encode(key), "target", "MOD", "result", "EQUAL", "mod_revision", revision);
    }

    private static Map<String, Object> compareLease(String key, long lease) {
        return Map.of("key", encode(key), "target", "LEASE", "result", "EQUAL", "lease", lease);
    }

    private static Map<String, Object> put(String key, String value, long lease) {
        return Map.of("request_put", Map.of("key", encode(key), "value", encode(value), "lease", lease));
    }

    private static Map<String, Object> delete(String key) {
        return Map.of("request_delete_range", Map.of("key", encode(key)));
    }

    private static String text(Object value) {
        return JSON.std.asString(value);
    }

    /** The JSON gateway writes 64-bit numbers as text. */
    private static long number(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null ? 0 : Long.parseLong(value.toString());
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(@Nullable Object base64) {
        return base64 == null ? "" : new String(Base64.getDecoder().decode(base64.toString()), StandardCharsets.UTF_8);
    }
}
