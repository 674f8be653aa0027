package fr.hubee.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Software of the towns that reads the feed, ten readers of each: streams, or polls that wait. */
@SuppressWarnings("FutureReturnValueIgnored") // a failure closes the connection
final class PushReaders implements Closeable {
    static final int READERS = 10_000;

    /** Requests that are sent before the first of them is answered. */
    private static final int AT_ONCE = 100;

    private static final int LONGEST_SECONDS = 120;

    private static final Pattern EVENT = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern CURSOR = Pattern.compile("cursor=([^&]+)");

    private final MultiThreadIoEventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final URI address;
    private final PushTowns towns;
    private final String start;
    private final List<Stream> streams;

    /** They begin at the end of the log. */
    PushReaders(URI address, PushTowns towns) throws IOException, InterruptedException {
        this.address = address;
        this.towns = towns;
        this.start = end(address);
        this.streams = IntStream.range(0, READERS)
                .mapToObj(each -> new Stream(each % PushTowns.TOWNS))
                .toList();
    }

    /** Returns a cursor of the end of the log. */
    static String end(URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/feed/v1/events?limit=1000"))
                .header("Authorization", "Bearer " + PushTowns.token(0))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        var next = CURSOR.matcher(answer.headers().firstValue("Link").orElse(""));
        if (!next.find()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return next.group(1);
    }

    /** Opens all streams, each where it was, and returns when all have begun. */
    void open() throws InterruptedException {
        for (var each : streams) {
            if (!places.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No stream begins any more; open are " + open);
            }
            connect(each);
        }
        await(READERS);
    }

    /** Returns how many requests were refused, and sent again a second later. */
    int refused() {
        return refused.get();
    }

    void awaitClosed() {
        await(0);
    }

    private void await(int wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (open.get() != wanted) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(open + " streams are open, not " + wanted);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Sends as many requests that wait for the first event, and sends each again when it has waited in vain. */
    void poll() throws InterruptedException {
        for (int each = 0; each < READERS; each++) {
            connect(new Poll(each % PushTowns.TOWNS)).sync();
        }
    }

    /** Returns how many streams have got each event of their towns once, in its order. */
    long complete() {
        return streams.stream()
                .filter(each ->
                        !each.wrong && each.seen == towns.events(each.town).size())
                .count();
    }

    private ChannelFuture connect(Reader reader) {
        return new Bootstrap()
                .group(threads)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpClientCodec(), reader);
                    }
                })
                .connect(address.getHost(), address.getPort());
    }

    @ChannelHandler.Sharable // one after the other
    private abstract class Reader extends SimpleChannelInboundHandler<HttpObject> {
        final int town;
        final StringBuilder text = new StringBuilder();

        Reader(int town) {
            this.town = town;
        }

        abstract String query();

        abstract String type();

        abstract void read(ChannelHandlerContext context, boolean last);

        @Override
        public void channelActive(ChannelHandlerContext context) {
            ask(context);
        }

        void ask(ChannelHandlerContext context) {
            text.setLength(0);
            var request =
                    new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/feed/v1/events?" + query());
            request.headers()
                    .set(HttpHeaderNames.HOST, address.getAuthority())
                    .set(HttpHeaderNames.ACCEPT, type())
                    .set(HttpHeaderNames.AUTHORIZATION, "Bearer " + PushTowns.token(town));
            context.writeAndFlush(request);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            if (part instanceof HttpResponse head && head.status().code() != 200) {
                throw new IllegalStateException("The feed answered " + head.status());
            }
            if (part instanceof HttpContent content) {
                text.append(content.content().toString(StandardCharsets.UTF_8));
                read(context, part instanceof LastHttpContent);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            context.close();
        }
    }

    private final class Poll extends Reader {

        Poll(int town) {
            super(town);
        }

        @Override
        String query() {
            return "wait=30&cursor=" + start;
        }

        @Override
        String type() {
            return "application/json";
        }

        @Override
        void read(ChannelHandlerContext context, boolean last) {
            var found = EVENT.matcher(text);
            if (last && found.find()) {
                towns.arrived(UUID.fromString(found.group(1)));
            } else if (last) {
                ask(context);
            }
        }
    }

    private final class Stream extends Reader {
        private String last = start;
        private boolean begun;
        private int seen;
        private boolean wrong;

        Stream(int town) {
            super(town);
        }

        @Override
        String query() {
            return "cursor=" + last;
        }

        @Override
        String type() {
            return "text/event-stream";
        }

        @Override
        void read(ChannelHandlerContext context, boolean ends) {
            for (int end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
                take(text.substring(0, end));
                text.delete(0, end + 2);
            }
            text.trimToSize();
        }

        /** Takes one message of the stream: an identifier, and an event or none. */
        private void take(String message) {
            var found = EVENT.matcher(message);
            if (found.find()) {
                var event = UUID.fromString(found.group(1));
                towns.arrived(event);
                wrong |= seen >= towns.events(town).size()
                        || !towns.events(town).get(seen).equals(event);
                seen++;
            }
            last = message.lines().findFirst().orElseThrow().replace("id: ", "");
            if (!begun) {
                begun = true;
                open.incrementAndGet();
                places.release();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (begun) {
                begun = false;
                open.decrementAndGet();
            } else { // as software does when it is refused
                refused.incrementAndGet();
                threads.schedule(() -> connect(this), 1, TimeUnit.SECONDS);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownGracefully();
    }
}
