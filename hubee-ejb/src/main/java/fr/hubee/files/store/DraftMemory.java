package fr.hubee.files.store;

import fr.hubee.kernel.shared.StoreAway;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory of all drafts together: each waits there until a part is full, however slow its sender, and many slow
 * senders must not fill the heap.
 */
class DraftMemory {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    DraftMemory(long most) {
        this.most = most;
    }

    /** A quarter of the heap. */
    static DraftMemory ofThisServer() {
        return new DraftMemory(Runtime.getRuntime().maxMemory() / 4);
    }

    /** @throws StoreAway when others have taken it: the sender may try again */
    void take(long bytes) throws StoreAway {
        if (taken.addAndGet(bytes) > most) {
            giveBack(bytes);
            throw new StoreAway("Too many files are being received at once", null);
        }
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
