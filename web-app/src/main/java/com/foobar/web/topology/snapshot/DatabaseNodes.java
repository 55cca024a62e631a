package com.foobar.web.topology.snapshot;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads the database nodes from the details of a health contributor: those of its entries that are themselves details and name a
 * role. So the site learns of them without knowing who routes over them.
 */
final class DatabaseNodes {

    private DatabaseNodes() {}

    static List<DatabaseNode> of(Map<String, ?> health) {
        return health.entrySet().stream().flatMap(entry -> entry.getValue() instanceof Map<?, ?> details
                && details.containsKey("role") ? Stream.of(node(entry.getKey(), details)) : Stream.empty()).toList();
    }

    private static DatabaseNode node(String name, Map<?, ?> details) {
        return new DatabaseNode(name, text(details, "role").equals("PRIMARY"), state(details),
                details.get("position") instanceof String position && !position.isEmpty() ? position : null,
                number(details, "lagSeconds").doubleValue(), number(details, "lagTransactions").longValue());
    }

    private static DatabaseState state(Map<?, ?> details) {
        if (!isTrue(details, "reachable")) {
            return DatabaseState.DOWN;
        }
        if (text(details, "role").equals("PRIMARY")) {
            return DatabaseState.TAKES_WRITES;
        }
        if (isTrue(details, "writable")) {
            return DatabaseState.SECOND_WRITABLE;
        }
        return switch (text(details, "applier")) {
            case "STOPPED" -> DatabaseState.STOPPED;
            case "NONE" -> DatabaseState.ALONE;
            case "DISCONNECTED" -> DatabaseState.CUT_OFF;
            default -> isTrue(details, "behind") ? DatabaseState.BEHIND : DatabaseState.FOLLOWS;
        };
    }

    private static String text(Map<?, ?> details, String key) {
        return String.valueOf(details.get(key));
    }

    private static boolean isTrue(Map<?, ?> details, String key) {
        return Boolean.TRUE.equals(details.get(key));
    }

    private static Number number(Map<?, ?> details, String key) {
        @Nullable
        Object value = details.get(key);
        return value instanceof Number number ? number : 0;
    }
}
