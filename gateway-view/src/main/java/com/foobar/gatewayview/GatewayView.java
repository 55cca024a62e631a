package com.foobar.gatewayview;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a gateway knows about its servers. The gateway sends this view with each health check, as a request header,
 * because a web-app has no way to ask a gateway:
 *
 * <pre>
 * X-Gateway-View: gateway-1 server-1=UP;3;12.4;nginx-1/web-app-1;2 server-2=DOWN;0;0.0;nginx-2/web-app-2;1
 * </pre>
 *
 * The value is the gateway's name, then for each server a blank and one part: the server's name, {@code =}, and five
 * fields separated by semicolons.
 * <ol>
 * <li>The {@linkplain ServerState state}.
 * <li>The requests in flight to the server from this gateway.
 * <li>The responses of the last second, with one decimal.
 * <li>The path: the names of the hops behind the server's address, separated by slashes, or {@code -} if the path is
 * not known.
 * <li>How many hops of the path, from the front, responded to the last check, or {@code ?} if a connection was made but
 * no response came.
 * </ol>
 * A value is at most {@value #LONGEST} characters long. If not all servers fit, the last part is {@code +} and the
 * number of servers that are left out.
 *
 * @param gateway the gateway's name, a valid {@link InstanceName}
 * @param servers the servers in the order of the gateway's configuration; no two servers have the same name
 * @param unlisted how many further servers the gateway has; 0 to 999,999
 */
public record GatewayView(String gateway, List<ServerView> servers, int unlisted) {

    /** The header's name. A gateway removes this header from requests of clients. */
    public static final String HEADER = "X-Gateway-View";

    /** The most characters of a value: half of what a server accepts as headers. */
    public static final int LONGEST = 4_096;

    private static final int MOST_UNLISTED = 999_999;
    /** A blank, a plus sign, and the digits of the largest number. */
    private static final int ROOM_FOR_UNLISTED = 8;

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern UNLISTED = Pattern.compile("\\+([1-9]\\d{0,5})");

    /**
     * Checks the values, and copies the list.
     *
     * @throws IllegalArgumentException with the reason, if a value is out of its range
     */
    public GatewayView {
        servers = List.copyOf(servers);
        if (!InstanceName.isValid(gateway)) {
            throw new IllegalArgumentException("It does not begin with a gateway's name.");
        }
        if (servers.stream().map(ServerView::name).distinct().count() != servers.size()) {
            throw new IllegalArgumentException("It names a server twice.");
        }
        if (unlisted < 0 || unlisted > MOST_UNLISTED) {
            throw new IllegalArgumentException("It leaves out an impossible number of servers: " + unlisted + ".");
        }
    }

    /**
     * Returns the header's value. If the value would be too long, servers at the end are left out, and counted as
     * unlisted.
     */
    public String format() {
        StringBuilder value = new StringBuilder(gateway);
        int left = servers.size();
        for (ServerView server : servers) {
            String part = " " + server.format();
            boolean last = left == 1 && unlisted == 0;
            if (value.length() + part.length() > LONGEST - (last ? 0 : ROOM_FOR_UNLISTED)) {
                break;
            }
            value.append(part);
            left--;
        }
        int missing = left + unlisted;
        return missing == 0 ? value.toString() : value.append(" +").append(missing).toString();
    }

    /**
     * Parses a header's value.
     *
     * @throws IllegalArgumentException with the reason, if the value is too long or any part of it is malformed
     */
    public static GatewayView parse(String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("It is longer than " + LONGEST + " characters.");
        }
        String[] parts = BLANK.split(value, -1);
        List<ServerView> servers = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            Matcher unlisted = UNLISTED.matcher(parts[i]);
            if (i == parts.length - 1 && unlisted.matches()) {
                return new GatewayView(parts[0], servers, Integer.parseInt(unlisted.group(1)));
            }
            servers.add(ServerView.parse(parts[i]));
        }
        return new GatewayView(parts[0], servers, 0);
    }
}
