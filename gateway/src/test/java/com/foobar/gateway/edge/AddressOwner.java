package com.foobar.gateway.edge;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.UnixChannel;
import io.netty.channel.unix.UnixChannelOption;
import org.jspecify.annotations.Nullable;

/**
 * The owner of a shared address for a single gateway, with the protocol of the script gateway/address/address. Another
 * gateway can serve, so a gateway that is cut off gets no sockets.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A test that misses something fails by itself.
final class AddressOwner implements AutoCloseable {

    private final EventLoopGroup gateways = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final EventLoopGroup sockets = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final Path path;
    private final int https = freePort();
    private final int http = freePort();
    private final AtomicInteger beats = new AtomicInteger();

    private volatile @Nullable Channel gateway;
    private volatile String name = "";

    AddressOwner(Path path) {
        this.path = path;
        new ServerBootstrap().group(gateways).channel(EpollServerDomainSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel connection) {
                        connection.pipeline().addLast(new Stay());
                    }
                }).bind(new DomainSocketAddress(path.toString())).syncUninterruptibly();
    }

    private int freePort() {
        Channel listening = listen(0);
        listening.close().syncUninterruptibly();
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Opens a socket on which this process itself accepts nothing. */
    private Channel listen(int port) {
        return new ServerBootstrap().group(sockets).channel(EpollServerSocketChannel.class)
                .option(UnixChannelOption.SO_REUSEPORT, true).option(ChannelOption.AUTO_READ, false)
                .childHandler(new ChannelInboundHandlerAdapter()).bind(port).syncUninterruptibly().channel();
    }

    Path path() {
        return path;
    }

    int https() {
        return https;
    }

    int http() {
        return http;
    }

    /** Returns the name that the gateway has said last. */
    String name() {
        return name;
    }

    /** Returns whether the gateway has said last that it reaches no server. */
    boolean isCutOff() {
        return name.endsWith(" cut off");
    }

    /** Returns how often a gateway has said its name. */
    int beats() {
        return beats.get();
    }

    /** Returns whether a gateway has sockets of the address. */
    boolean hasGateway() {
        return gateway != null;
    }

    /** Takes the sockets from the gateway. */
    void expel() {
        Channel expelled = gateway;
        if (expelled != null) {
            expelled.close().syncUninterruptibly();
        }
    }

    @Override
    public void close() {
        gateways.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
        sockets.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Stay extends SimpleChannelInboundHandler<ByteBuf> {

        private final List<Channel> passed = new ArrayList<>();

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf lines) {
            name = lines.toString(StandardCharsets.US_ASCII).lines().toList().getLast();
            beats.incrementAndGet();
            if (passed.isEmpty() && !isCutOff()) {
                for (int port : List.of(https, http)) {
                    Channel listening = listen(port);
                    passed.add(listening);
                    context.writeAndFlush(((UnixChannel) listening).fd());
                }
                gateway = context.channel();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            gateway = null;
            passed.forEach(Channel::close);
        }
    }
}
