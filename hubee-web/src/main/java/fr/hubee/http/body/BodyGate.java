package fr.hubee.http.body;

import fr.hubee.http.RequestKind;
import fr.hubee.http.RunningRequests;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Limits the body of each request, if there is one, and reads it before a worker thread is used. The first in {@code META-INF/services}: what
 * follows it waits for the whole body.
 */
public class BodyGate implements ServletExtension {
    private static final AttachmentKey<Boolean> HAS_A_PLACE = AttachmentKey.create(Boolean.class);

    private final BodyMemory memory = new BodyMemory();

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(inner -> {
            HttpHandler timed = exchange -> {
                RunningRequests.beginTime(exchange); // the body is read
                inner.handleRequest(exchange);
            };
            return exchange -> handle(exchange, timed);
        });
    }

    private void handle(HttpServerExchange exchange, HttpHandler next) throws Exception {
        if (exchange.isRequestComplete()) {
            next.handleRequest(exchange);
            return;
        }
        var kind = RequestKind.of(exchange);
        if (!isChunkedOrPlain(exchange)) {
            BodyRefusal.UNREADABLE.answer(exchange);
        } else if (exchange.getRequestContentLength() > kind.most()) {
            BodyRefusal.TOO_LARGE.answer(exchange);
        } else if (kind == RequestKind.FILE) {
            leaveUnread(exchange, next);
            next.handleRequest(exchange);
        } else {
            new BodyReader(exchange, next, memory, kind.most()).begin();
        }
    }

    /** Whether the coding is supported: the server would read any other one as chunked, or as an endless body. */
    private static boolean isChunkedOrPlain(HttpServerExchange exchange) {
        var coding = exchange.getRequestHeaders().getLast(Headers.TRANSFER_ENCODING);
        return coding == null || coding.equalsIgnoreCase("chunked");
    }

    /** Leaves the body to a later reader, which knows the sender, has a free slot, and stops reading once it has answered. */
    private static void leaveUnread(HttpServerExchange exchange, HttpHandler next) {
        var pace = new Pace();
        exchange.addRequestWrapper(
                (factory, any) -> new PacedConduit(factory.create(), pace, exchange::isResponseStarted));
        exchange.addResponseCommitListener(BodyGate::lingerWithStranger);
        exchange.putAttachment(ArrivingFile.OF_REQUEST, new ArrivingFile(exchange, next, pace));
    }

    private static void lingerWithStranger(HttpServerExchange exchange) {
        if (!exchange.isRequestComplete() && exchange.getAttachment(HAS_A_PLACE) == null) {
            BodyRefusal.linger(exchange);
        }
    }

    /** Whether the current request has a file that was left unread, and has no slot yet. */
    public static boolean keepsOutside() {
        var exchange = current();
        return exchange.getAttachment(ArrivingFile.OF_REQUEST) != null && exchange.getAttachment(HAS_A_PLACE) == null;
    }

    private static HttpServerExchange current() {
        return ServletRequestContext.requireCurrent().getExchange();
    }

    /** Accepts that file: there is a free slot. */
    public static void accept() {
        current().putAttachment(HAS_A_PLACE, true);
    }

    /** Refuses that file: there is no free slot. */
    public static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BodyRefusal.BUSY.answer(request.getServletPath() + "/", request.getHeader("Accept"), response);
    }

    /** Answers that its sender is too slow. */
    public static void tellTooSlow(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        BodyRefusal.TOO_SLOW.answer(request.getServletPath(), request.getHeader("Accept"), response);
    }

    /**
     * Limits the wait of a thread for a body when nothing, or almost nothing, arrives. Once the answer is sent no thread waits; the rest of the
     * body is read in the background.
     */
    static final class PacedConduit extends AbstractStreamSourceConduit<StreamSourceConduit> {
        private final Pace pace;
        private final BooleanSupplier answered;
        private boolean ended;
        private long count;

        PacedConduit(StreamSourceConduit body, Pace pace, BooleanSupplier answered) {
            super(body);
            this.pace = pace;
            this.answered = answered;
        }

        /** Whether to end the stream: after the answer, the thread would otherwise read to the end. */
        private boolean isEndForReader() {
            boolean first = answered.getAsBoolean() && !ended;
            ended |= first;
            return first;
        }

        @Override
        public void terminateReads() throws IOException {
            if (!answered.getAsBoolean()) {
                super.terminateReads();
            }
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return isEndForReader() ? -1 : (int) counted(super.read(target));
        }

        @Override
        public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
            return isEndForReader() ? -1 : counted(super.read(targets, offset, length));
        }

        @Override
        public long transferTo(long position, long most, FileChannel target) throws IOException {
            return target.transferFrom(new ConduitReadableByteChannel(this), position, most);
        }

        @Override
        public long transferTo(long most, ByteBuffer through, StreamSinkChannel target) throws IOException {
            return IoUtils.transfer(new ConduitReadableByteChannel(this), most, through, target);
        }

        private long counted(long read) throws RefusedBody {
            if (read >= 0) {
                count += read;
                if (pace.isTooSlow(count)) {
                    throw new RefusedBody(BodyRefusal.TOO_SLOW);
                }
            }
            return read;
        }

        @Override
        public void awaitReadable() throws IOException {
            awaitReadable(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        }

        /** Waits, and returns in time for the next read to detect that the sender is too slow. */
        @Override
        public void awaitReadable(long time, TimeUnit unit) throws IOException {
            long left = Math.max(pace.left(count), 0) + TimeUnit.MILLISECONDS.toNanos(1);
            super.awaitReadable(Math.min(unit.toNanos(time), left), TimeUnit.NANOSECONDS);
        }
    }
}
