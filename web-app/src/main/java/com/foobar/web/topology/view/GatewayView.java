package com.foobar.web.topology.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a gateway makes of its servers, as each of its checks says in a header:
 *
 * <pre>
 * X-Gateway-View: gateway-1 server-1=UP;3;12.4;nginx-1/web-app-1;2 server-2=DOWN;0;0.0;nginx-2/web-app-2;1
 * </pre>
 *
 * The gateway's name, then for each server its name, state, requests in flight, requests in the last second, path, and how many
 * of the path have answered, {@code ?} where a check was taken and not answered. {@code -} is a path that is not known; {@code +3} at the end says that three servers are left out.
 *
 * @param gateway
 *            its name
 * @param servers
 *            in the order of its configuration, no two of one name
 * @param unlisted
 *            how many servers more it has
 */
public record GatewayView(String gateway, List<ServerView> servers, int unlisted) {

    public static final String HEADER = "X-Gateway-View";

    private static final int LONGEST = 4_096;

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern SLASH = Pattern.compile("/");
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";
    private static final Pattern GATEWAY = Pattern.compile(NAME);
    private static final Pattern REST = Pattern.compile("\\+(\\d{1,6})");
    private static final Pattern SERVER = Pattern.compile("""
            (?x) ([A-Za-z0-9\\[][A-Za-z0-9._:\\[\\]-]{0,62}) = ([A-Z_]{1,16}) ; (\\d{1,9}) ; (\\d{1,9}\\.\\d)
            ; (-|NAME(?:/NAME){0,3}) ; ([0-4?])""".replace("NAME", NAME));

    public GatewayView {
        servers = List.copyOf(servers);
        if (servers.stream().map(ServerView::name).distinct().count() != servers.size()) {
            throw new IllegalArgumentException("It names a server twice.");
        }
    }

    /**
     * Reads the header's value.
     *
     * @throws IllegalArgumentException
     *             with the reason, where any part of it is not as it must be
     */
    static GatewayView parse(String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("It is longer than " + LONGEST + " characters.");
        }
        String[] parts = BLANK.split(value, -1);
        if (!GATEWAY.matcher(parts[0]).matches()) {
            throw new IllegalArgumentException("It does not begin with a gateway's name.");
        }
        var servers = new ArrayList<ServerView>();
        for (int i = 1; i < parts.length; i++) {
            Matcher rest = REST.matcher(parts[i]);
            if (rest.matches() && i == parts.length - 1) {
                return new GatewayView(parts[0], servers, Integer.parseInt(rest.group(1)));
            }
            servers.add(server(parts[i]));
        }
        return new GatewayView(parts[0], servers, 0);
    }

    private static ServerView server(String part) {
        Matcher server = SERVER.matcher(part);
        if (!server.matches()) {
            throw new IllegalArgumentException("It has a part that describes no server.");
        }
        List<String> path = server.group(5).equals("-") ? List.of() : List.of(SLASH.split(server.group(5), -1));
        return new ServerView(server.group(1), state(server.group(2)), Integer.parseInt(server.group(3)),
                Double.parseDouble(server.group(4)), path, answering(server.group(6)));
    }

    private static int answering(String count) {
        return count.equals("?") ? ServerView.UNCLEAR : Integer.parseInt(count);
    }

    private static ServerState state(String name) {
        try {
            return ServerState.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("It has a state that this version does not know.", e);
        }
    }
}
