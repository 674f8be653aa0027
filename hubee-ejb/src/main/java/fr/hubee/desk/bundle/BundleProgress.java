package fr.hubee.desk.bundle;

import fr.hubee.desk.bundle.Bundle.TakenBundle;
import fr.hubee.files.encryption.DataKeys;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.StoredBlob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Records the progress of bundles: makers and the purge report here, each time in a short transaction. No transaction
 * is open while bytes are transferred.
 */
@ApplicationScoped
@Transactional
class BundleProgress {
    private static final String GIVEN_UP = "Cette archive n’a pas pu être préparée : choisissez moins de télédossiers.";
    private static final String FILE_GONE =
            "Une des pièces a été supprimée, sa durée de conservation est atteinte : préparez une nouvelle archive.";

    @Inject
    BundleRepository bundles;

    @Inject
    DataKeys keys;

    @Inject
    Clock clock;

    /** Claims the next one. No other maker takes it while the heartbeat continues. */
    Optional<TakenBundle> claim() {
        bundles.takeTurn();
        var now = clock.instant();
        var silent = now.minus(Bundle.SILENCE);
        bundles.giveUp(silent, GIVEN_UP);
        return bundles.next(now, silent).map(bundle -> {
            var left = bundle.claim(now);
            return new TakenBundle(bundle.id(), bundle.attempts(), left, bundles.contents(bundle.id()));
        });
    }

    /** @return whether the maker still holds the bundle, as in the methods below */
    boolean written(TakenBundle claim, BlobKey draft) {
        return note(claim, bundle -> bundle.written(draft));
    }

    boolean heard(TakenBundle claim, long bytes) {
        return note(claim, bundle -> bundle.heard(bytes, clock.instant()));
    }

    /** Refused when one of its files was purged meanwhile: the purge may have looked for copies earlier. */
    boolean ready(TakenBundle claim, StoredBlob zip) {
        if (bundles.holdsWhatIsGone(claim.id())) {
            failed(claim, FILE_GONE);
            return false;
        }
        return note(claim, bundle -> bundle.ready(zip, clock.instant()));
    }

    boolean failed(TakenBundle claim, String why) {
        return note(claim, bundle -> bundle.failed(why));
    }

    private boolean note(TakenBundle claim, Consumer<Bundle> what) {
        var made = bundles.find(claim.id()).filter(bundle -> bundle.isMadeBy(claim));
        made.ifPresent(what);
        return made.isPresent();
    }

    void end() {
        bundles.end(clock.instant(), FILE_GONE);
    }

    void endHolding(Collection<BlobKey> files) {
        bundles.endHolding(files, FILE_GONE);
    }

    Map<UUID, BlobKey> erasable() {
        return bundles.erasable();
    }

    /** @return how many rows were removed */
    int erased(Map<UUID, BlobKey> gone) {
        bundles.erased(gone);
        keys.destroy(gone.keySet());
        return bundles.removeOver();
    }

    Set<BlobKey> copied(Collection<BlobKey> files) {
        return bundles.copied(files);
    }
}
