package com.foobar.web.account;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;

import com.foobar.web.text.TextRules;
import com.foobar.web.text.TypedText;

/**
 * Where a request comes from, as far as it says.
 *
 * @param address that of the network, as the gateway saw it
 * @param userAgent what the program calls itself, empty where it does not
 * @param devices what earlier sign-ins have left there, whatever it is
 */
public record Client(String address, String userAgent, List<String> devices) {

    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_USER_AGENT = 200;

    /** Cuts the texts to what the database keeps. */
    public Client {
        address = cut(address.replaceAll("[^\\x20-\\x7E]", "?"), LONGEST_ADDRESS);
        userAgent = cut(TypedText.line(userAgent), LONGEST_USER_AGENT);
        devices = List.copyOf(devices);
    }

    /** Somewhere that nobody has signed in yet. */
    public Client(String address, String userAgent) {
        this(address, userAgent, List.of());
    }

    public static Client of(HttpServletRequest request) {
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Client(request.getRemoteAddr(), userAgent == null ? "" : read(userAgent),
                DeviceCookie.read(request));
    }

    @Override
    public String toString() {
        return "Client[address=" + address + "]";
    }

    /** Header fields are bytes, each of which is a character here: mostly they were meant as UTF-8. */
    private static String read(String header) {
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException _) {
            return header;
        }
    }

    private static String cut(String text, int longest) {
        return TextRules.length(text) <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
