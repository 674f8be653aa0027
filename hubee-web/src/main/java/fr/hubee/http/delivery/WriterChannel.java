package fr.hubee.http.delivery;

import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;
import org.xnio.conduits.ConduitStreamSinkChannel;

/** The thread on which an answer is sent: it is woken when the connection takes more, or when there is more to send. */
final class WriterChannel {
    private final XnioIoThread thread;
    private final ConduitStreamSinkChannel channel;
    private final ChannelListener<ConduitStreamSinkChannel> own;
    private final ChannelListener<? super ConduitStreamSinkChannel> ofWriter;
    private final Runnable work;
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /** @param work runs on that thread */
    WriterChannel(HttpServerExchange exchange, Runnable work) {
        this.thread = exchange.getIoThread();
        this.channel = Connectors.getConduitSinkChannel(exchange);
        this.work = work;
        this.own = any -> work.run();
        this.ofWriter = channel.getWriteListener();
        channel.setWriteListener(own);
    }

    boolean isThisThread() {
        return Thread.currentThread() == thread;
    }

    void wake() {
        if (scheduled.compareAndSet(false, true)) {
            thread.execute(() -> {
                scheduled.set(false);
                work.run();
            });
        }
    }

    void execute(Runnable task) {
        thread.execute(task);
    }

    XnioExecutor.Key after(int seconds, Runnable task) {
        return thread.executeAfter(task, seconds, TimeUnit.SECONDS);
    }

    /** Wakes a writer that does not block: it may have set its listener since. */
    void tellWriter() {
        var listener = channel.getWriteListener();
        ChannelListeners.invokeChannelListener(channel, listener == own ? ofWriter : listener);
    }
}
