package fr.hubee.desk.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.bundle.Bundle.BundleClaim;
import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.files.storage.StoredFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BundleTest {
    static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");
    static final BlobKey DRAFT = BlobKey.fresh("fs");

    final List<CaseBundle> cases = List.of(of(300, 20), of(4));
    final Bundle bundle = new Bundle(new UUID(0, 1), "teledossiers-2026-11-25.zip", cases, NOON);

    static CaseBundle of(long... sizes) {
        var files = LongStream.of(sizes)
                .mapToObj(size -> new StoredFile(
                        "demande.xml", "application/xml", new StoredBlob(BlobKey.fresh("fs"), size, "x")))
                .toList();
        return new CaseBundle(new UUID(0, 7), "DILA-EtatC-1", files);
    }

    BundleClaim claimed() {
        var left = bundle.claim(NOON);
        return new BundleClaim(bundle.id(), bundle.attempts(), left, cases);
    }

    @Test
    void itHoldsTheFilesOfItsCases() {
        assertEquals(3, bundle.fileCount());
        assertEquals(324, Bundle.sizeOf(cases));
    }

    @Test
    void itIsKeptADayFromTheMomentThatItIsReady() {
        claimed();
        assertFalse(bundle.isReady(NOON));

        var ready = NOON.plusSeconds(3600);
        bundle.ready(new StoredBlob(DRAFT, 200, "x"), ready);

        assertTrue(bundle.isReady(ready.plus(Duration.ofDays(1)).minusSeconds(1)));
        assertFalse(bundle.isReady(ready.plus(Duration.ofDays(1))));
        assertEquals(new StoredBlob(DRAFT, 200, "x"), bundle.stored());
    }

    @Test
    void whoTakesItOverFindsWhatTheFirstOneLeftAndTheFirstOneHasItNoMore() {
        var first = claimed();
        assertEquals(Optional.empty(), first.left());
        bundle.written(DRAFT);

        var second = claimed();

        assertEquals(Optional.of(DRAFT), second.left());
        assertFalse(bundle.isMadeBy(first));
        assertTrue(bundle.isMadeBy(second));
    }

    @Test
    void whatSheCancelsIsNoMakersAnyMore() {
        var claim = claimed();

        bundle.over();

        assertFalse(bundle.isMadeBy(claim));
        assertFalse(bundle.isShown());
    }
}
