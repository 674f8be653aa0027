package fr.hubee.files.storage;

import fr.hubee.files.encryption.DataKeyStore;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

/** The sweep of a hub without a server, two days later. */
@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
public final class SweepOfHub {
    private SweepOfHub() {}

    /** @return how many files it has deleted */
    @SuppressWarnings("unchecked") // of one type
    public static int of(BlobStore store, DataKeyStore keys, BlobOwner rows) throws IOException {
        var sweep = new BlobSweepService();
        sweep.blobs = store;
        sweep.keys = keys;
        sweep.clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        sweep.owners = (Instance<BlobOwner>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> Stream.of(rows));
        return sweep.sweep();
    }
}
