package fr.hubee.http.delivery;

import io.undertow.server.HttpServerExchange;
import java.net.Inet6Address;
import java.nio.ByteBuffer;

/** Counts what waits for readers: the memory of answers on their way, and the threads that wait for memory. */
final class UnreadAnswers {
    /** The part of a caller, of both. */
    private static final int SHARE = 4;

    private static final int PREFIX = 8;

    private final Shares<Sending> memory;
    private final Shares<Sending> threads;

    UnreadAnswers(long mostMemory, int mostThreads) {
        this.memory = new Shares<>(mostMemory, mostMemory / SHARE, System::nanoTime);
        this.threads = new Shares<>(mostThreads, Math.max(1, mostThreads / SHARE), System::nanoTime);
    }

    void keep(Sending answer, long bytes) {
        cut(memory.take(answer, answer.caller(), bytes));
    }

    void letGo(Sending answer, long bytes) {
        memory.giveBack(answer, bytes);
    }

    /** Makes a thread wait until some of the answer is read. */
    void await(Sending answer) {
        cut(threads.take(answer, answer.caller(), 1));
    }

    void awaitNoMore(Sending answer) {
        threads.giveBack(answer);
    }

    void forget(Sending answer) {
        memory.giveBack(answer);
    }

    private static void cut(Sending answer) {
        if (answer != null) {
            answer.cutLater();
        }
    }

    /** Returns the address, or the part of an IPv6 address that belongs to one network. */
    static Object caller(HttpServerExchange exchange) {
        var source = exchange.getSourceAddress();
        var address = source == null ? null : source.getAddress();
        if (address == null) {
            return "";
        }
        return address instanceof Inet6Address ? ByteBuffer.wrap(address.getAddress(), 0, PREFIX) : address;
    }
}
