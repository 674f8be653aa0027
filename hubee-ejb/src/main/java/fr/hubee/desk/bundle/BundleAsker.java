package fr.hubee.desk.bundle;

import fr.hubee.kernel.trace.Asker;
import java.util.UUID;

/**
 * The request that asked for a bundle; others may be made first.
 *
 * @param bundle null for none
 */
record BundleAsker(UUID bundle, Asker asker) {
    static final BundleAsker NOBODY = new BundleAsker(null, Asker.NOBODY);

    /** Returns the requester of the claimed bundle, if this one is meant. */
    Asker of(TakenBundle claim) {
        return claim.id().equals(bundle) ? asker : Asker.NOBODY;
    }
}
