package fr.hubee.bench;

import java.util.concurrent.TimeUnit;

/** A moment to attach a profiler. */
final class Pause {
    private Pause() {}

    static void of(Options options, Bed bed, String next) throws InterruptedException {
        if (options.pause() > 0) {
            System.out.printf("Pause before: %s. The server is process %d.%n", next, bed.serverPid());
            TimeUnit.SECONDS.sleep(options.pause());
        }
    }
}
