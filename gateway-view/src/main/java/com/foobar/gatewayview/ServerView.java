package com.foobar.gatewayview;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server, as one gateway sees it.
 *
 * @param name the gateways' name for the server: a name, or an address with its port; at most 63 characters
 * @param state the server's state
 * @param inFlight the requests in flight to the server from this gateway; 0 to 999,999,999
 * @param rate the responses of the last second to requests of this gateway; 0 to 999,999,999.9, rounded to one decimal
 * @param path the names of the hops behind the server's address, the web-app last, four at most; empty if they are not
 *            known
 * @param responding how many hops of the path, from the front, responded to the last check; {@link #UNCLEAR} if a
 *            connection was made but no response came, which may be the fault of any hop
 */
public record ServerView(String name, ServerState state, int inFlight, double rate, List<String> path, int responding) {

    /** The value of {@link #responding()} if a connection was made for the check but no response came. */
    public static final int UNCLEAR = -1;

    /** The most hops of a path. */
    static final int LONGEST_PATH = 4;

    private static final int MOST = 999_999_999;
    private static final String UNKNOWN_PATH = "-";

    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9\\[][A-Za-z0-9._:\\[\\]-]{0,62}");
    private static final Pattern PATH = Pattern.compile("NAME(?:/NAME){0,MORE}".replace("NAME", InstanceName.REGEX)
            .replace("MORE", String.valueOf(LONGEST_PATH - 1)));
    private static final Pattern PART = Pattern.compile(
            "(?<name>[^=;]+)=(?<state>[A-Z_]{1,16});(?<inFlight>\\d{1,9});(?<rate>\\d{1,9}\\.\\d);(?<path>[^;]+);"
                    + "(?<responding>[0-4?])");

    /**
     * Checks the values, and copies the list.
     *
     * @throws IllegalArgumentException with the reason, if a value is out of its range
     */
    public ServerView {
        path = List.copyOf(path);
        if (!isName(name) || !(path.isEmpty() || isPath(String.join("/", path)))) {
            throw new IllegalArgumentException("It has a part that describes no server.");
        }
        if (inFlight < 0 || inFlight > MOST || !(rate >= 0 && rate < MOST + 1.0)) {
            throw new IllegalArgumentException("It has a number of requests that cannot be.");
        }
        if (responding < UNCLEAR || responding > path.size()) {
            throw new IllegalArgumentException("More members of a server's path respond than it has.");
        }
    }

    /** Returns whether the text can be a server's name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Returns whether the text is a path: the names of one to four hops, separated by slashes. */
    public static boolean isPath(String text) {
        return PATH.matcher(text).matches();
    }

    String format() {
        return String.format(Locale.ROOT, "%s=%s;%d;%.1f;%s;%s", name, state, inFlight, Math.min(rate, MOST + 0.9),
                path.isEmpty() ? UNKNOWN_PATH : String.join("/", path),
                responding == UNCLEAR ? "?" : String.valueOf(responding));
    }

    static ServerView parse(String text) {
        Matcher part = PART.matcher(text);
        if (!part.matches()) {
            throw new IllegalArgumentException("It has a part that describes no server.");
        }
        String path = part.group("path");
        String responding = part.group("responding");
        return new ServerView(part.group("name"), state(part.group("state")), Integer.parseInt(part.group("inFlight")),
                Double.parseDouble(part.group("rate")),
                path.equals(UNKNOWN_PATH) ? List.of() : List.of(SLASH.split(path, -1)),
                responding.equals("?") ? UNCLEAR : Integer.parseInt(responding));
    }

    private static ServerState state(String name) {
        try {
            return ServerState.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("It has a state that this version does not know.", e);
        }
    }
}
