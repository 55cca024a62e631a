package com.foobar.web.account;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Where a request comes from, as far as it says.
 *
 * @param address
 *            that of the network, as the gateway saw it
 * @param userAgent
 *            what the program calls itself, empty where it does not
 * @param devices
 *            what earlier sign-ins have left there, whatever it is
 */
public record Client(String address, String userAgent, List<String> devices) {

    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_USER_AGENT = 200;

    /** Cuts the texts to what the database keeps. */
    public Client {
        address = cut(address, LONGEST_ADDRESS);
        userAgent = cut(userAgent, LONGEST_USER_AGENT);
        devices = List.copyOf(devices);
    }

    /** Somewhere that nobody has signed in yet. */
    public Client(String address, String userAgent) {
        this(address, userAgent, List.of());
    }

    public static Client of(HttpServletRequest request) {
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Client(request.getRemoteAddr(), userAgent == null ? "" : userAgent, DeviceCookie.read(request));
    }

    @Override
    public String toString() {
        return "Client[address=" + address + "]";
    }

    private static String cut(@Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        // Header fields are bytes: whatever is no ASCII was not meant to be read.
        String plain = text.replaceAll("[^\\x20-\\x7E]", "?");
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }
}
