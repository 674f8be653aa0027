package fr.hubee.portal.casefile;

import fr.hubee.shared.ByteCount;
import fr.hubee.shared.Conflict;
import fr.hubee.shared.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What files that are on their way may take of the disk of this server. It keeps a whole request aside before the first
 * file of it can be read: one request is bounded, and so are all those of a moment.
 */
@ApplicationScoped
class UploadRoom {
    /** Of one request with several files, unless one file alone may be larger. */
    static final long TOGETHER = 1_000_000_000L;

    /** Of all requests of a moment. */
    static final long ALL = 4 * TOGETHER;

    /** What a form adds to its files. */
    private static final long ENVELOPE = 65_536;

    private long taken;

    /** Bytes of what is sent at once, at the most. */
    static long most(long maxSize, int files) {
        return Math.max(maxSize, Math.min(maxSize * files, TOGETHER));
    }

    /**
     * @param length of the request, as it announces itself; negative when it does not
     * @param most see {@link #most}
     */
    Place take(long length, long most) {
        if (length < 0 || length > most + ENVELOPE) {
            throw new InvalidRequest("Ces fichiers sont trop volumineux : " + ByteCount.text(most)
                    + " au plus à chaque envoi. Déposez-les en plusieurs fois.");
        }
        reserve(length);
        return () -> release(length);
    }

    /** The first one always finds its place, however large its démarche wants it. */
    private synchronized void reserve(long length) {
        if (taken > 0 && length > ALL - taken) {
            throw new Conflict("Beaucoup de fichiers arrivent en ce moment : réessayez dans quelques minutes.");
        }
        taken += length;
    }

    private synchronized void release(long length) {
        taken -= length;
    }

    /** Given back once its files are in the store, or gone. */
    interface Place {
        void leave();
    }
}
