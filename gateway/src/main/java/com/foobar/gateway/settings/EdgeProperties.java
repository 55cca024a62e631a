package com.foobar.gateway.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.netty.channel.epoll.Epoll;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of what the gateway accepts from outside.
 *
 * @param hosts the host names that requests may name; * for any host
 * @param httpPort the port of the plain HTTP listener, which only redirects to HTTPS; null for no such listener
 * @param publicHttpsPort the port by which browsers reach the HTTPS listener, for use in redirects
 * @param sharedAddress the Unix socket by which this gateway shares an address with others; null for no such address
 * @param hiddenPaths paths that exist at the servers and get 404 from outside
 * @param hsts how long browsers must use HTTPS only (HSTS); 0 sends no such header
 * @param maxRequestLine the longest request line: method, address and version; for HTTP/2 the line that they would make
 * @param maxHeader the longest line of one header
 * @param maxHeaders the size of all lines of headers together, line ends included
 * @param maxBody the largest request body
 * @param accessLog whether every request is logged, as a line of JSON
 */
public record EdgeProperties(@DefaultValue( {
        "foobar.com", "www.foobar.com" }) Set<String> hosts,
        @Nullable Integer httpPort, @DefaultValue("443") int publicHttpsPort, @Nullable Path sharedAddress,
        @DefaultValue({ "/livez", "/readyz" }) List<String> hiddenPaths, @DefaultValue("365d") Duration hsts,
        @DefaultValue("8KB") DataSize maxRequestLine, @DefaultValue("8KB") DataSize maxHeader,
        @DefaultValue("16KB") DataSize maxHeaders, @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("true") boolean accessLog){

    private static final DataSize SMALLEST = DataSize.ofBytes(256);
    private static final DataSize LARGEST = DataSize.ofKilobytes(64);

    public EdgeProperties {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        hiddenPaths = List.copyOf(hiddenPaths);
        Require.that(!hosts.isEmpty(), "edge.hosts needs a name, or * for any");
        Require.that(httpPort == null || (httpPort >= 0 && httpPort <= 65535),
                "edge.http-port must be from 0 to 65535, but is " + httpPort);
        Require.that(publicHttpsPort >= 1 && publicHttpsPort <= 65535,
                "edge.public-https-port must be from 1 to 65535, but is " + publicHttpsPort);
        if (sharedAddress != null) {
            requireNativeTransport(Epoll.unavailabilityCause());
        }
        Require.that(hiddenPaths.stream().allMatch(path -> path.startsWith("/") && !path.matches("/+")),
                "edge.hidden-paths must begin with a slash and name a path: / would hide the whole site");
        Require.that(!hsts.isNegative(), "edge.hsts must not be negative");
        between("edge.max-request-line", maxRequestLine);
        between("edge.max-header", maxHeader);
        between("edge.max-headers", maxHeaders);
        Require.that(maxHeader.compareTo(maxHeaders) <= 0, "edge.max-header must not be above edge.max-headers");
        Require.that(maxBody.toBytes() >= 0, "edge.max-body must not be negative");
    }

    static void requireNativeTransport(@Nullable Throwable whyNone) {
        Require.that(whyNone == null,
                "edge.shared-address needs Netty's native transport for Linux, which is not available "
                        + "here: " + whyNone);
    }

    private static void between(String name, DataSize size) {
        Require.that(size.compareTo(SMALLEST) >= 0 && size.compareTo(LARGEST) <= 0,
                name + " must be from 256B to 64KB, but is " + size);
    }
}
