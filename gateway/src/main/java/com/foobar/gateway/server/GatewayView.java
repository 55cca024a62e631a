package com.foobar.gateway.server;

import java.util.List;
import java.util.Locale;

/**
 * What this gateway makes of its servers, as a header of each check tells them: from where they are, no server can ask.
 *
 * <pre>
 * X-Gateway-View: gateway-1 server-1=UP;3;12.4;nginx-1/web-app-1;2 server-2=DOWN;0;0.0;nginx-2/web-app-2;1
 * </pre>
 *
 * The gateway's name, then for each server, after a blank: its name, its {@link State}, the requests that it has in hand
 * from this gateway, those that it answered in the last second, its path (who passed and gave the answer of the last check
 * that it passed, or {@code -} while it passed none), and how many of that path's members, from the front, have answered
 * the last check, or {@code ?} where a connection was made and no answer came. The value is never longer than {@value #LONGEST} characters: what would exceed that is left out, and the
 * last part is then {@code +} and the number of servers left out.
 */
public final class GatewayView {

    /** The header's name; nobody outside may set it. */
    public static final String HEADER = "X-Gateway-View";

    /** Half of what the servers take of headers as a whole. */
    static final int LONGEST = 4_096;

    private static final int ROOM_FOR_REST = 12;

    private final String gateway;

    /** @param gateway this gateway's name */
    public GatewayView(String gateway) {
        this.gateway = gateway;
    }

    String of(List<Server> servers) {
        StringBuilder view = new StringBuilder(gateway);
        for (int i = 0; i < servers.size(); i++) {
            String next = part(servers.get(i));
            if (view.length() + next.length() > LONGEST - ROOM_FOR_REST) {
                return view.append(" +").append(servers.size() - i).toString();
            }
            view.append(next);
        }
        return view.toString();
    }

    private static String part(Server server) {
        ServerPath path = server.path();
        String answering = path.answering() == ServerPath.UNCLEAR ? "?" : String.valueOf(path.answering());
        return String.format(Locale.ROOT, " %s=%s;%d;%.1f;%s;%s", server.name(), server.status().state(),
                Math.max(0, server.inFlight()), server.traffic().rate(), path.known() ? path.members() : "-",
                answering);
    }
}
