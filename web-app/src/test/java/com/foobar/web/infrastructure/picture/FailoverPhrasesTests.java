package com.foobar.web.infrastructure.picture;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.foobar.web.infrastructure.failover.Failover;
import com.foobar.web.infrastructure.failover.Failover.Agent;
import com.foobar.web.infrastructure.failover.Failover.Lease;
import com.foobar.web.infrastructure.failover.Failover.Term;
import com.foobar.web.infrastructure.picture.Facts.FailoverRow;
import com.foobar.web.infrastructure.snapshot.DatabaseNode.State;

import static org.assertj.core.api.Assertions.assertThat;

class FailoverPhrasesTests {

    private static final Lease WHOLE = new Lease("mysql-1", "mysql-1", "mysql-2", 7);

    @Test
    void holderOfTheLeaseAndItsPartnerAreMarkedInThePicture() {
        Failover failover = failover("failover", agent("mysql-1", WHOLE), agent("mysql-2", WHOLE));

        assertThat(FailoverPhrases.of(Examples.primary(), failover).text()).isEqualTo("primary, term 7");
        assertThat(FailoverPhrases.of(Examples.replica(State.FOLLOWS), failover).text())
                .isEqualTo("replica, partner");
        assertThat(FailoverPhrases.of(Examples.replica(State.BEHIND), failover).text()).isEqualTo("replica, behind");
        assertThat(FailoverPhrases.of(Examples.primary(), Failover.BY_HAND).text()).isEqualTo("primary");
    }

    @Test
    void wholeFailoverIsWell() {
        assertThat(FailoverPhrases.findings(failover("failover", agent("mysql-1", WHOLE)))).isEmpty();
        assertThat(FailoverPhrases.findings(Failover.BY_HAND)).isEmpty();
    }

    @Test
    void whatKeepsAFailoverFromBeingPossibleIsFound() {
        assertFound(failover("failover", agent("mysql-1", WHOLE), new Agent("mysql-2", null, false)),
                "The agent of mysql-2 does not respond.");
        assertFound(failover("failover", agent("mysql-1", WHOLE), new Agent("mysql-2", WHOLE, false)),
                "The agent of mysql-2 does not reach the store of the lease: its node can neither become nor stay the "
                        + "primary.");
        assertFound(failover("failover", agent("mysql-1", new Lease(null, "mysql-1", "mysql-2", 7))),
                "No node holds the lease: none may take writes.");
        assertFound(failover("failover", agent("mysql-1", new Lease("mysql-1", "mysql-1", null, 7))),
                "mysql-1 has no partner: no other node may take over from it.");
    }

    @Test
    void newestLeaseCounts() {
        Lease newest = new Lease("mysql-2", "mysql-2", null, 8);

        assertThat(row(failover("failover", agent("mysql-1", WHOLE), agent("mysql-2", newest))).leader())
                .isEqualTo("mysql-2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "initial | first start, as primary mysql-1, 30 Nov 2026, 14:03:12 UTC",
            "failover | failover to mysql-1, 30 Nov 2026, 14:03:12 UTC",
            "switchover | switchover to mysql-1, 30 Nov 2026, 14:03:12 UTC",
            "manual | promotion of mysql-1 by hand, 30 Nov 2026, 14:03:12 UTC" })
    void beginningOfTheTermIsTold(String reason, String told) {
        assertThat(row(failover(reason, agent("mysql-1", WHOLE))))
                .isEqualTo(new FailoverRow("mysql-1", "7", "mysql-2", told));
    }

    @Test
    void whatIsNotKnownIsCalledSo() {
        assertThat(row(new Failover(List.of(new Agent("mysql-1", null, false)), null)))
                .isEqualTo(new FailoverRow("not known", "not known", "not known", "not known"));
        assertThat(row(failover("failover", agent("mysql-1", new Lease(null, "mysql-1", null, 7)))))
                .extracting(FailoverRow::leader, FailoverRow::partner).containsExactly("nobody", "none");
    }

    @Test
    void failoverByHandHasNoRow() {
        assertThat(FailoverPhrases.row(Failover.BY_HAND)).isNull();
    }

    private static FailoverRow row(Failover failover) {
        FailoverRow row = FailoverPhrases.row(failover);
        assertThat(row).isNotNull();
        return row;
    }

    private static Agent agent(String node, Lease lease) {
        return new Agent(node, lease, true);
    }

    private static Failover failover(String reason, Agent... agents) {
        return new Failover(List.of(agents), new Term(7, "mysql-1", Instant.parse("2026-11-30T14:03:12.25Z"), reason));
    }

    private static void assertFound(Failover failover, String sentence) {
        assertThat(FailoverPhrases.findings(failover)).extracting(StatusStyle::text).containsExactly(sentence);
    }
}
