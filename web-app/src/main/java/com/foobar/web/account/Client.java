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
 * The sender of a request.
 *
 * @param address the IP address, as the gateway saw it
 * @param userAgent the program's name for itself; empty if there is none
 * @param devices the device tokens that the request sends, unchecked
 */
public record Client(String address, String userAgent, List<String> devices) {

    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_USER_AGENT = 200;

    /**
     * Shortens the texts to the lengths of the database's columns and replaces characters that an address cannot have.
     */
    public Client {
        address = cut(address.replaceAll("[^\\x20-\\x7E]", "?"), LONGEST_ADDRESS);
        userAgent = cut(TypedText.line(userAgent), LONGEST_USER_AGENT);
        devices = List.copyOf(devices);
    }

    /** Creates a client without device tokens: nobody has signed in there before. */
    public Client(String address, String userAgent) {
        this(address, userAgent, List.of());
    }

    /** Returns the sender of a request. */
    public static Client of(HttpServletRequest request) {
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Client(request.getRemoteAddr(), userAgent == null ? "" : read(userAgent),
                DeviceCookie.read(request));
    }

    @Override
    public String toString() {
        return "Client[address=" + address + "]";
    }

    /**
     * Decodes a header. Tomcat returns each byte as one character; most programs send UTF-8, so the bytes are decoded
     * as UTF-8 if that is possible.
     */
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
