package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.kernel.database.StoreAway;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code ./dev test --long}: the contract, on a real Ceph store. */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class CephBlobStoreTest extends S3BlobStoreContract {
    private Ceph ceph;

    @Override
    S3Server start() throws Exception {
        ceph = Ceph.start();
        return ceph;
    }

    @Test
    void aRefusedKeyIsNotAMissingFile() throws Exception {
        var key = keep(HELLO).key();
        var right = ceph.settings();
        var wrong = new S3Settings(
                right.endpoint(), right.region(), right.pathStyle(), right.accessKey(), Optional.of("another"), 10);
        try (var stranger = new S3BlobStore(wrong, S3Server.BUCKET, "")) {
            assertThrows(StoreAway.class, () -> stranger.stamp(key));
        }
    }
}
