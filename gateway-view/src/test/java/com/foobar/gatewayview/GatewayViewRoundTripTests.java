package com.foobar.gatewayview;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayViewRoundTripTests {

    private static final String FIRST = "ABCXYZabcxyz0189";
    private static final String REST = FIRST + "._-";
    private static final int LONGEST_NAME = 63;

    @RepeatedTest(500)
    void whatIsFormattedIsReadAsItWas(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int servers = random.nextInt(120);
        List<ServerView> all = new ArrayList<>();
        for (int i = 0; i < servers; i++) {
            all.add(server(random, name(random, i)));
        }
        GatewayView view = new GatewayView(name(random, servers), all,
                random.nextBoolean() ? 0 : random.nextInt(1_000));

        String text = view.format();
        GatewayView read = GatewayView.parse(text);

        assertThat(text).hasSizeLessThanOrEqualTo(GatewayView.LONGEST);
        assertThat(read.gateway()).isEqualTo(view.gateway());
        assertThat(read.servers()).isEqualTo(all.subList(0, read.servers().size()));
        assertThat(read.servers().size() + read.unlisted()).isEqualTo(all.size() + view.unlisted());
        assertThat(read.format()).isEqualTo(text);
    }

    @SuppressWarnings("EnumOrdinal") // A random one of all states.
    private ServerView server(Random random, String name) {
        List<String> path = new ArrayList<>();
        for (int i = random.nextInt(ServerView.LONGEST_PATH + 1); i > 0; i--) {
            path.add(name(random, i));
        }
        ServerState[] states = ServerState.values();
        return new ServerView(name, states[random.nextInt(states.length)], random.nextInt(1_000_000_000),
                random.nextInt(100_000) / 10.0, path, random.nextInt(path.size() + 2) - 1);
    }

    /** Returns a name that no other call with another number returns. */
    private static String name(Random random, int number) {
        StringBuilder name = new StringBuilder().append(FIRST.charAt(random.nextInt(FIRST.length())));
        for (int i = random.nextInt(LONGEST_NAME - 4); i > 0; i--) {
            name.append(REST.charAt(random.nextInt(REST.length())));
        }
        return name.append(number).toString();
    }
}
