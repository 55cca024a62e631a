package com.foobar.system;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Set;
import java.util.stream.Stream;

/** Replaces the entry in the hosts file: the site's names resolve to this machine, all other names as usual. */
public final class LoopbackResolverProvider extends InetAddressResolverProvider {

    private static final Set<String> NAMES = Set.of("foobar.com", "www.foobar.com");

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver builtin = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return NAMES.contains(host)
                        ? Stream.of(InetAddress.getByAddress(host, new byte[]{ 127, 0, 0, 1 }))
                        : builtin.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return builtin.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "foobar.com on loopback";
    }
}
