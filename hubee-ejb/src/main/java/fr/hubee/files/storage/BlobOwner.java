package fr.hubee.files.storage;

import java.util.Collection;
import java.util.Set;

/** A feature whose rows refer to blobs: blobs that no owner refers to are deleted. */
public interface BlobOwner {

    /** The keys among these that its rows refer to. */
    Set<BlobKey> named(Collection<BlobKey> keys);
}
