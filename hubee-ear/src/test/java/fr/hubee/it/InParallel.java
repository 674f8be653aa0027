package fr.hubee.it;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Runs the same action many times at once. */
public final class InParallel {

    private InParallel() {}

    /** The action, with the number of its time. */
    @FunctionalInterface
    public interface Work<T> {
        T at(int number) throws Exception;
    }

    public static <T> List<T> of(int times, Work<T> work) {
        var threads = Executors.newFixedThreadPool(times);
        var together = new CountDownLatch(times);
        try {
            var running = IntStream.range(0, times)
                    .mapToObj(each -> CompletableFuture.supplyAsync(
                            () -> {
                                together.countDown();
                                return afterAll(together, work, each);
                            },
                            threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static <T> T afterAll(CountDownLatch together, Work<T> work, int number) {
        try {
            together.await();
            return work.at(number);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
