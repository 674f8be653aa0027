package fr.hubee.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.io.Closeable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Receivers of webhooks on loopback, each at a port of its own; some hang, answer 500, or do not listen. */
@SuppressWarnings("FutureReturnValueIgnored") // a failure closes the connection
final class PushReceivers implements Closeable {
    private static final int LONGEST_BODY = 65_536;

    private final MultiThreadIoEventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<String> addresses = new ArrayList<>();
    private final Consumer<UUID> arrived;

    /** @param arrived gets the identifier of each event that arrives anywhere */
    PushReceivers(Consumer<UUID> arrived) {
        this.arrived = arrived;
    }

    List<String> addresses() {
        return addresses;
    }

    /** Adds receivers that answer with this status; null for never. */
    void add(int number, HttpResponseStatus status) throws InterruptedException {
        for (int each = 0; each < number; each++) {
            listen(status);
        }
    }

    /** Adds addresses at which nobody listens. */
    void addAbsent(int number) throws InterruptedException {
        for (int each = 0; each < number; each++) {
            listen(null).close().sync();
        }
    }

    private Channel listen(HttpResponseStatus status) throws InterruptedException {
        var door = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(LONGEST_BODY),
                                        new Answer(status));
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
        addresses.add("http://127.0.0.1:" + ((InetSocketAddress) door.localAddress()).getPort() + "/hook");
        return door;
    }

    private final class Answer extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final HttpResponseStatus status;

        Answer(HttpResponseStatus status) {
            this.status = status;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            arrived.accept(UUID.fromString(request.headers().get("webhook-id")));
            if (status != null) {
                var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
                answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
                context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable gone) {
            context.close();
        }
    }

    @Override
    public void close() {
        threads.shutdownGracefully();
    }
}
