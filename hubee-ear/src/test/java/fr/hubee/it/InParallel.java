package fr.hubee.it;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs the same action many times at once. */
public final class InParallel {

    private InParallel() {}

    public static <T> List<T> of(int times, IntFunction<T> work) {
        var threads = Executors.newFixedThreadPool(times);
        var together = new CountDownLatch(times);
        try {
            var running = IntStream.range(0, times)
                    .mapToObj(each -> CompletableFuture.supplyAsync(
                            () -> {
                                together.countDown();
                                awaitAll(together);
                                return work.apply(each);
                            },
                            threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static void awaitAll(CountDownLatch together) {
        try {
            together.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
