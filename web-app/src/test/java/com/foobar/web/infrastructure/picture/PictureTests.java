package com.foobar.web.infrastructure.picture;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.foobar.gatewayview.ServerState;
import com.foobar.web.infrastructure.failover.Failover;
import com.foobar.web.infrastructure.picture.Picture.Band;
import com.foobar.web.infrastructure.picture.Picture.Box;
import com.foobar.web.infrastructure.picture.Picture.Card;
import com.foobar.web.infrastructure.picture.Picture.Card.Kind;
import com.foobar.web.infrastructure.picture.Picture.Edge;
import com.foobar.web.infrastructure.picture.Picture.Label;
import com.foobar.web.infrastructure.picture.StatusStyle.Tone;
import com.foobar.web.infrastructure.snapshot.DatabaseNode;
import com.foobar.web.infrastructure.snapshot.DatabaseNode.State;
import com.foobar.web.infrastructure.snapshot.ServerStatus;
import com.foobar.web.infrastructure.snapshot.ServerStatus.Sighting;
import com.foobar.web.infrastructure.snapshot.Snapshot;

import static com.foobar.web.infrastructure.picture.Examples.WAY;
import static com.foobar.web.infrastructure.picture.Examples.gateway;
import static com.foobar.web.infrastructure.picture.Examples.primary;
import static com.foobar.web.infrastructure.picture.Examples.replica;
import static com.foobar.web.infrastructure.picture.Examples.server;
import static com.foobar.web.infrastructure.picture.Examples.whole;
import static com.foobar.web.infrastructure.picture.Examples.withGateways;
import static com.foobar.web.infrastructure.picture.Examples.withSecondServer;
import static org.assertj.core.api.Assertions.assertThat;

class PictureTests {

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyPartAndEveryLineIsThere(Format format) {
        Picture picture = Picture.of(whole(), WAY, format);

        assertThat(picture.cards()).extracting(Card::title).containsExactly("your browser", "gateway-1", "gateway-2",
                "server-1", "nginx-1", "web-app-1", "server-2", "nginx-2", "web-app-2", "mysql-1",
                "mysql-2");
        assertThat(picture.bands()).extracting(Band::name).containsExactly("edge", "web", "app", "data");
        assertThat(picture.edges()).filteredOn(edge -> edge.kind() == Edge.Kind.REQUEST).hasSize(2 + 4 + 4);
        assertThat(picture.edges()).filteredOn(edge -> edge.kind() == Edge.Kind.INNER).hasSize(2);
        assertThat(picture.edges()).filteredOn(edge -> edge.kind() == Edge.Kind.REPLICATION).hasSize(1);
        assertThat(picture.edges()).allMatch(Edge::inUse);
        assertThat(picture.labels()).extracting(label -> label.look().text()).containsExactly("in step");
    }

    @ParameterizedTest
    @CsvSource({ "WIDE, 1, 1, 1", "WIDE, 2, 2, 2", "WIDE, 5, 7, 3", "WIDE, 16, 9, 5", "NARROW, 1, 1, 1",
            "NARROW, 2, 2, 2", "NARROW, 3, 5, 3", "NARROW, 16, 9, 5" })
    @SuppressWarnings("ReferenceEquality") // Two equal boxes would lie on each other.
    void howeverManyPartsThereAreNoneOverlapsAnotherOrLeavesThePicture(Format format, int gateways, int servers,
            int nodes) {
        Picture picture = Picture.of(Examples.of(gateways, servers, nodes(nodes)), WAY, format);

        List<Box> parts = picture.cards().stream().filter(card -> card.kind() != Kind.PART).map(Card::box).toList();
        assertThat(parts).hasSize(1 + gateways + servers + nodes).allSatisfy(box -> {
            assertThat(box.x()).isGreaterThan(0);
            assertThat(box.right()).isLessThan(picture.width());
            assertThat(box.bottom()).isLessThan(picture.height());
            assertThat(parts).filteredOn(other -> other != box).noneMatch(other -> overlap(box, other));
        });
        List<Box> bands = picture.bands().stream().map(Band::box).toList();
        assertThat(bands).allSatisfy(
                box -> assertThat(bands).filteredOn(other -> other != box).noneMatch(other -> overlap(box, other)));
        assertThat(picture.height()).isEqualTo(bands.getLast().bottom());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void partsOfAServerStandWithinItsFrameAndTheirTiers(Format format) {
        Picture picture = Picture.of(whole(), WAY, format);

        Box frame = card(picture, "server-2").box();
        for (String part : List.of("nginx-2", "web-app-2")) {
            assertThat(within(card(picture, part).box(), frame)).as(part).isTrue();
        }
        assertThat(within(card(picture, "nginx-2").box(), band(picture, "web"))).isTrue();
        assertThat(within(card(picture, "web-app-2").box(), band(picture, "app"))).isTrue();
        assertThat(within(card(picture, "gateway-2").box(), band(picture, "edge"))).isTrue();
        assertThat(within(card(picture, "mysql-2").box(), band(picture, "data"))).isTrue();
    }

    @Test
    void wayOfTheRequestIsMarkedFromEndToEndAndNothingElseIs() {
        RequestPath way = new RequestPath(List.of("gateway-2", "nginx-1"), "web-app-1", "mysql-2");

        Picture picture = Picture.of(whole(), way, Format.WIDE);

        assertThat(picture.cards()).filteredOn(Card::onWay).extracting(Card::title).containsExactly("your browser",
                "gateway-2", "server-1", "nginx-1", "web-app-1", "mysql-2");
        assertThat(picture.edges()).filteredOn(Edge::onWay).hasSize(4);
        assertThat(picture.edges().subList(picture.edges().size() - 4, picture.edges().size()))
                .as("the last, and so above the others").allMatch(Edge::onWay);
        assertThat(picture.edges()).filteredOn(Edge::onWay).anySatisfy(edge -> assertThat(edge.path())
                .isEqualTo(between(picture, "gateway-2", "server-1")));
    }

    /**
     * Returns the expected line from the second gateway to the first server. Each end is shifted aside, because another
     * line ends beside it.
     */
    private static String between(Picture picture, String from, String to) {
        Box upper = card(picture, from).box();
        Box lower = card(picture, to).box();
        int middle = (upper.bottom() + lower.y() - 9) / 2;
        return "M%d %dC%d %d %d %d %d %d".formatted(upper.centre() - 9, upper.bottom(), upper.centre() - 9, middle,
                lower.centre() + 9, middle, lower.centre() + 9, lower.y() - 9);
    }

    @Test
    void requestThatNeededNoDatabaseEndsAtTheWebApp() {
        Picture picture = Picture.of(whole(), new RequestPath(List.of("gateway-1", "nginx-1"), "web-app-1", null),
                Format.WIDE);

        assertThat(picture.cards()).filteredOn(card -> card.kind() == Kind.DATABASE).noneMatch(Card::onWay);
        assertThat(picture.edges()).filteredOn(Edge::onWay).hasSize(3);
    }

    @Test
    void gatewayThatWasNotHeardOfIsDrawnWhereTheRequestCameByIt() {
        Picture picture = Picture.of(withGateways(), WAY, Format.WIDE);

        assertThat(card(picture, "gateway-1").onWay()).isTrue();
        assertThat(card(picture, "gateway-1").look()).isEqualTo(new StatusStyle(Tone.UNKNOWN, "not heard yet"));
    }

    @Test
    void silentGatewaySaysSoAndItsLinesAreNotInUse() {
        Picture picture = Picture.of(withGateways(gateway(1, false), gateway(2, true)), WAY, Format.WIDE);

        assertThat(card(picture, "gateway-2").look()).isEqualTo(new StatusStyle(Tone.BROKEN, "silent for 12 s"));
        assertThat(picture.edges()).filteredOn(edge -> !edge.inUse()).hasSize(1 + 2);
    }

    @ParameterizedTest
    @CsvSource({ "UP, WELL, up, 0", "SLOW_START, CAUTION, starting slowly, 0", "STARTING, UNKNOWN, not checked yet, 2",
            "DRAINING, PAUSED, draining, 2", "MAINTENANCE, PAUSED, maintenance, 2", "EJECTED, BROKEN, ejected, 2",
            "DOWN, BROKEN, down, 2" })
    void stateOfAServerIsShownInWordsAndGatewaysSendNothingToOneOutOfService(ServerState state, Tone tone, String words,
            int unused) {
        Picture picture = Picture.of(withSecondServer(server(2, 2, state, 2)), WAY, Format.NARROW);

        assertThat(card(picture, "server-2").look()).isEqualTo(new StatusStyle(tone, words));
        Box frame = card(picture, "server-2").box();
        assertThat(picture.edges()).filteredOn(edge -> !edge.inUse() && endsAt(edge, frame)).hasSize(unused);
    }

    @Test
    void gatewaysThatDisagreeAreCounted() {
        ServerStatus drained = server(2, new Sighting("gateway-1", ServerState.UP, 0, 0, 2),
                new Sighting("gateway-2", ServerState.DRAINING, 0, 0, 2));

        assertThat(card(Picture.of(withSecondServer(drained), WAY, Format.WIDE), "server-2").look())
                .isEqualTo(new StatusStyle(Tone.PAUSED, "draining (1 of 2)"));
    }

    @Test
    void webServerThatAnswersForADeadWebAppIsToldFromIt() {
        Picture picture = Picture.of(withSecondServer(server(2, 2, ServerState.DOWN, 1)), WAY, Format.WIDE);

        assertThat(card(picture, "nginx-2").look()).isEqualTo(new StatusStyle(Tone.WELL, "responds"));
        assertThat(card(picture, "web-app-2").look()).isEqualTo(new StatusStyle(Tone.BROKEN, "no response"));
        assertThat(picture.edges()).filteredOn(edge -> edge.kind() == Edge.Kind.INNER).extracting(Edge::inUse)
                .containsExactlyInAnyOrder(true, false);
    }

    @ParameterizedTest
    @CsvSource({ "FOLLOWS, WELL, replica, 1, true", "BEHIND, CAUTION, 'replica, behind', 1, true",
            "CUT_OFF, BROKEN, 'replica, cut off', 1, false", "STOPPED, BROKEN, 'replica, stopped', 1, false",
            "ALONE, BROKEN, follows nobody, 0,", "SECOND_WRITABLE, BROKEN, writable as well, 0,",
            "DEPOSED, BROKEN, deposed, 0,",
            "DOWN, BROKEN, no response, 0," })
    void replicationIsDrawnAsItIs(State state, Tone tone, String words, int lines, Boolean inUse) {
        Picture picture = Picture.of(Examples.of(2, 2, primary(), replica(state)), WAY, Format.WIDE);

        assertThat(card(picture, "mysql-2").look()).isEqualTo(new StatusStyle(tone, words));
        assertThat(picture.edges()).filteredOn(edge -> edge.kind() == Edge.Kind.REPLICATION).hasSize(lines)
                .allMatch(edge -> edge.inUse() == inUse);
        assertThat(picture.labels()).hasSize(lines);
    }

    @Test
    void lagIsShownInTransactionsAndSeconds() {
        Picture picture = Picture.of(Examples.of(2, 2, primary(), replica(State.BEHIND)), WAY, Format.WIDE);

        assertThat(picture.labels()).extracting(Label::look)
                .containsExactly(new StatusStyle(Tone.CAUTION, "128 transactions, 7.3 s behind"));
    }

    @Test
    void replicaIsInUseForWantOfAPrimary() {
        DatabaseNode lost = new DatabaseNode("mysql-1", false, State.DOWN, null, 0, 0);

        Picture picture = Picture.of(Examples.of(1, 1, lost, replica(State.CUT_OFF)), WAY, Format.WIDE);

        assertThat(picture.edges()).filteredOn(edge -> edge.kind() == Edge.Kind.REPLICATION).isEmpty();
        assertThat(picture.edges()).filteredOn(edge -> endsAt(edge, card(picture, "mysql-2").box()))
                .allMatch(Edge::inUse);
        assertThat(picture.edges()).filteredOn(edge -> endsAt(edge, card(picture, "mysql-1").box()))
                .noneMatch(Edge::inUse);
    }

    @Test
    void withoutGatewayAndWebServerTheWebAppStandsAlone() {
        Snapshot snapshot = new Snapshot(Instant.EPOCH, "web-app",
                List.of(), List.of(new ServerStatus("web-app", List.of("web-app"), true, List.of())),
                List.of(primary()), Failover.BY_HAND);

        Picture picture = Picture.of(snapshot, new RequestPath(List.of(), "web-app", "mysql-1"), Format.NARROW);

        assertThat(picture.bands()).extracting(Band::name).containsExactly("app", "data");
        assertThat(picture.edges()).hasSize(2).allMatch(Edge::onWay);
    }

    @Test
    void longNamesAreCutAndKeptInFull() {
        String name = "a".repeat(63);
        Snapshot snapshot = new Snapshot(Instant.EPOCH, name, List.of(),
                List.of(new ServerStatus(name, List.of(name), true, List.of())), List.of(),
                Failover.BY_HAND);

        assertThat(Picture.of(snapshot, new RequestPath(List.of(), name, null), Format.NARROW).cards())
                .filteredOn(card -> card.kind() != Kind.BROWSER).allSatisfy(card -> {
                    assertThat(card.title().length() * Format.NARROW.largeLetter).isLessThan(card.box().width());
                    assertThat(card.title()).startsWith("aaaaaaaa").endsWith("…");
                    assertThat(card.fullTitle()).isEqualTo(name);
                });
    }

    private static DatabaseNode[] nodes(int count) {
        DatabaseNode[] nodes = new DatabaseNode[count];
        nodes[0] = primary();
        for (int i = 1; i < count; i++) {
            nodes[i] = new DatabaseNode("mysql-2-" + i, false, State.FOLLOWS, null, 0, 0);
        }
        return nodes;
    }

    private static Card card(Picture picture, String title) {
        return picture.cards().stream().filter(card -> card.title().equals(title)).findFirst().orElseThrow();
    }

    private static Box band(Picture picture, String name) {
        return picture.bands().stream().filter(band -> band.name().equals(name)).findFirst().orElseThrow().box();
    }

    private static boolean endsAt(Edge edge, Box box) {
        String[] numbers = edge.path().split("[ C]", -1);
        int x = Integer.parseInt(numbers[numbers.length - 2]);
        int y = Integer.parseInt(numbers[numbers.length - 1]);
        return y < box.y() && y > box.y() - 20 && x > box.x() && x < box.right();
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() < other.right() && other.x() < one.right() && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private static boolean within(Box inner, Box outer) {
        return inner.x() > outer.x() && inner.right() < outer.right() && inner.y() > outer.y()
                && inner.bottom() < outer.bottom();
    }
}
