package fr.hubee.storage;

import java.util.Collection;
import java.util.Set;

/** Whoever names bytes in rows of its own: what no owner names is swept. */
public interface BlobOwner {

    /** Those of the keys that its rows name. */
    Set<BlobKey> named(Collection<BlobKey> keys);
}
