package com.foobar.gateway.edge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.DomainSocketReadMode;
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.unix.UnixChannelOption;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationListener;

import com.foobar.gateway.connection.ClientConnections;
import com.foobar.gateway.exchange.CutOffSignal;
import com.foobar.gateway.exchange.DepartureSignal;

/**
 * An address that this gateway shares with others: while the gateway is ready, it also accepts connections on sockets
 * that the owner of the address has opened and passes to it over a Unix socket. The script gateway/address/address is
 * the owner, and describes the protocol. While the gateway reaches no server and another gateway has the address, it
 * sends its clients there.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What fails here ends the connection to the owner, and is tried again.
final class SharedAddress implements ApplicationListener<AvailabilityChangeEvent<ReadinessState>>, DepartureSignal {

    private static final Logger logger = LoggerFactory.getLogger(SharedAddress.class);

    private static final long PERIOD_MILLIS = 250;
    /** A gateway that has only missed one round of health checks is back by then, and has closed no connection. */
    private static final long CONFIRMED_MILLIS = 1_500;
    private static final String CUT_OFF = " cut off";

    private final Path socket;
    private final String name;
    private final CutOffSignal cutOff;
    private final ObjectProvider<ClientConnections> clients;
    private final Supplier<Optional<Channel>> http;

    private volatile @Nullable Channel https;
    private volatile boolean sharing;

    // Everything below is used on the event loop of the HTTPS listener only.
    private boolean ready;
    private boolean told;
    private @Nullable Channel connection;

    SharedAddress(Path socket, String name, CutOffSignal cutOff, ObjectProvider<ClientConnections> clients,
            Supplier<Optional<Channel>> http) {
        this.socket = socket;
        this.name = name;
        this.cutOff = cutOff;
        this.clients = clients;
        this.http = http;
    }

    /** Says which channel listens for HTTPS on this gateway's own port. */
    void https(Channel listener) {
        https = listener;
    }

    /** Returns whether this gateway gets connections at the shared address. */
    boolean isShared() {
        return sharing;
    }

    @Override
    public boolean isDeparting() {
        return !sharing && cutOff.isCutOff();
    }

    @Override
    public void onApplicationEvent(AvailabilityChangeEvent<ReadinessState> event) {
        boolean nowReady = event.getState() == ReadinessState.ACCEPTING_TRAFFIC;
        EventLoop loop = Objects.requireNonNull(https, "The web server listens before the gateway is ready.")
                .eventLoop();
        loop.execute(() -> {
            ready = nowReady;
            if (ready) {
                connect(loop);
            } else if (connection != null) {
                connection.close();
            }
        });
    }

    private void connect(EventLoop loop) {
        if (!ready || connection != null) {
            return;
        }
        connection = new Bootstrap().group(loop).channel(EpollDomainSocketChannel.class)
                .option(UnixChannelOption.DOMAIN_SOCKET_READ_MODE, DomainSocketReadMode.FILE_DESCRIPTORS)
                .handler(new Membership(loop)).connect(new DomainSocketAddress(socket.toString()))
                .addListener(this::tell).channel();
        connection.closeFuture().addListener(closed -> {
            connection = null;
            loop.schedule(() -> connect(loop), PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    /** Closes the connections that are not in use, if another gateway serves clients better. */
    private void sendClientsAway() {
        if (ready && isDeparting()) {
            clients.stream().forEach(all -> all.closeUnused().subscribe());
        }
    }

    private void tell(Future<? super Void> connected) {
        if (!connected.isSuccess() && !told) {
            logger.warn("Cannot reach the owner of the shared address, trying on: {}", connected.cause().getMessage());
        }
        told = !connected.isSuccess();
    }

    /** One stay at the address, from the connection to its owner until it ends. */
    private final class Membership extends ChannelInboundHandlerAdapter {

        private final byte[] able = (name + "\n").getBytes(StandardCharsets.US_ASCII);
        private final byte[] unable = (name + CUT_OFF + "\n").getBytes(StandardCharsets.US_ASCII);
        private final AtomicInteger awaited = new AtomicInteger();
        private final List<Channel> accepting = new ArrayList<>();
        private final EventLoop loop;
        private final Iterator<Channel> listeners;

        private @Nullable Future<?> beats;

        Membership(EventLoop loop) {
            this.loop = loop;
            // The owner opens HTTPS first, and then HTTP.
            this.listeners = Stream.concat(Stream.ofNullable(https), http.get().stream()).iterator();
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            beats = loop.scheduleWithFixedDelay(() -> beat(context), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        }

        /** Tells the owner whether this gateway can serve, as soon as each of its event loops has run a task. */
        private void beat(ChannelHandlerContext context) {
            if (awaited.get() > 0) {
                return;
            }
            List<EventExecutor> loops = new ArrayList<>();
            Objects.requireNonNull(loop.parent()).forEach(loops::add);
            awaited.set(loops.size());
            loops.forEach(each -> each.execute(() -> {
                if (awaited.decrementAndGet() == 0 && context.channel().isWritable()) {
                    context.writeAndFlush(Unpooled.wrappedBuffer(cutOff.isCutOff() ? unable : able));
                }
            }));
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            FileDescriptor passed = (FileDescriptor) message;
            if (!listeners.hasNext()) {
                passed.close();
                return;
            }
            accept(new EpollServerSocketChannel(passed.intValue()), listeners.next());
        }

        /** Accepts connections as if they had come to the gateway's own port. */
        private void accept(Channel shared, Channel own) {
            shared.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                @Override
                public void channelRead(ChannelHandlerContext context, Object accepted) {
                    own.pipeline().fireChannelRead(accepted);
                }
            });
            accepting.add(shared);
            sharing = true;
            loop.register(shared);
            logger.info("Shares {} with other gateways", shared.localAddress());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (beats != null) {
                beats.cancel(false);
            }
            accepting.forEach(Channel::close);
            if (sharing) {
                sharing = false;
                logger.info("Has left the shared address{}", cutOff.isCutOff() ? ": no server responds" : "");
                loop.schedule(SharedAddress.this::sendClientsAway, CONFIRMED_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            logger.warn("The connection to the owner of the shared address failed: {}", cause.getMessage());
            context.close();
        }
    }
}
