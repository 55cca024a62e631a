package com.foobar.web.infrastructure.picture;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.foobar.web.infrastructure.failover.Failover;
import com.foobar.web.infrastructure.failover.Failover.Agent;
import com.foobar.web.infrastructure.failover.Failover.Lease;
import com.foobar.web.infrastructure.failover.Failover.Term;
import com.foobar.web.infrastructure.picture.Facts.FailoverRow;
import com.foobar.web.infrastructure.picture.StatusStyle.Tone;
import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.DatabaseNode.State;

/** Says in words how failover stands. */
final class FailoverPhrases {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'",
            Locale.ENGLISH);

    private FailoverPhrases() {}

    /** Returns the state of a node, and with it what failover makes of the node. */
    static StatusStyle of(DatabaseNode node, Failover failover) {
        StatusStyle look = StatusStyles.of(node);
        return failover.lease().map(lease -> {
            if (node.state() == State.TAKES_WRITES && node.name().equals(lease.leader())) {
                return new StatusStyle(look.tone(), look.text() + ", term " + lease.term());
            }
            return node.state() == State.FOLLOWS && node.name().equals(lease.partner())
                    ? new StatusStyle(look.tone(), look.text() + ", partner")
                    : look;
        }).orElse(look);
    }

    /** Returns a sentence for everything that keeps a failover from being possible. */
    static List<StatusStyle> findings(Failover failover) {
        ArrayList<StatusStyle> found = new ArrayList<>();
        for (Agent agent : failover.agents()) {
            if (agent.lease() == null) {
                found.add(new StatusStyle(Tone.CAUTION, "The agent of " + agent.node() + " does not respond."));
            } else if (!agent.storeReachable()) {
                found.add(new StatusStyle(Tone.CAUTION, "The agent of " + agent.node()
                        + " does not reach the store of the lease: its node can neither become nor stay the primary."));
            }
        }
        failover.lease().map(FailoverPhrases::finding).ifPresent(found::add);
        return found;
    }

    private static @Nullable StatusStyle finding(Lease lease) {
        if (lease.leader() == null) {
            return new StatusStyle(Tone.BROKEN, "No node holds the lease: none may take writes.");
        }
        return lease.partner() != null ? null
                : new StatusStyle(Tone.CAUTION,
                        lease.leader() + " has no partner: no other node may take over from it.");
    }

    /** Returns a row with all that is known, or null if failover is by hand. */
    static @Nullable FailoverRow row(Failover failover) {
        if (!failover.automatic()) {
            return null;
        }
        Optional<Lease> lease = failover.lease();
        return new FailoverRow(lease.map(each -> orElse(each.leader(), "nobody")).orElse("not known"),
                lease.map(each -> Long.toString(each.term())).orElse("not known"),
                lease.map(each -> orElse(each.partner(), "none")).orElse("not known"),
                failover.lastTerm() == null ? "not known" : beginning(failover.lastTerm()));
    }

    private static String orElse(@Nullable String name, String otherwise) {
        return name == null ? otherwise : name;
    }

    private static String beginning(Term term) {
        return switch (term.reason()) {
            case "initial" -> "first start, as primary " + term.primary();
            case "manual" -> "promotion of " + term.primary() + " by hand";
            default -> term.reason() + " to " + term.primary();
        } + ", " + TIME.format(term.began().atOffset(ZoneOffset.UTC));
    }
}
