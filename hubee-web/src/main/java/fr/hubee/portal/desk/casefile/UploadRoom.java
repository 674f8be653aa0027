package fr.hubee.portal.desk.casefile;

import fr.hubee.kernel.shared.ByteCount;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Limits the disk space of running uploads on this server. The server stores a whole request before its first file can
 * be read: the size of one request is limited, and the sum of all concurrent ones.
 */
@ApplicationScoped
class UploadRoom {
    /** Maximum of one request with several files, unless a single file may be larger. */
    static final long TOGETHER = 1024L * 1024 * 1024;

    /** Maximum of all concurrent requests. */
    static final long ALL = 4 * TOGETHER;

    /** Overhead of the form, in bytes. */
    private static final long ENVELOPE = 65_536;

    private long taken;

    /** Returns the maximum length of one upload, in bytes. */
    static long most(long maxSize, int files) {
        return Math.max(maxSize, Math.min(maxSize * files, TOGETHER));
    }

    /**
     * @param length the announced length of the request; negative when it is unknown
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

    /** Reserves space; the first upload is always accepted, whatever size its démarche allows. */
    private synchronized void reserve(long length) {
        if (taken > 0 && length > ALL - taken) {
            throw new Conflict("Beaucoup de fichiers arrivent en ce moment : réessayez dans quelques minutes.");
        }
        taken += length;
    }

    private synchronized void release(long length) {
        taken -= length;
    }

    /** A reservation, to be released once its files are stored or deleted. */
    interface Place {
        void leave();
    }
}
