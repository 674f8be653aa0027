package fr.hubee.retention;

import fr.hubee.bundle.BundleSweepService;
import fr.hubee.security.Roles;
import fr.hubee.shared.Transactions;
import fr.hubee.storage.BlobStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/**
 * Erases the bytes of files that no case needs any more.
 *
 * <p>In three steps: the rows say that the files are gone, so that nobody reads them; the bytes are deleted, and the ZIPs
 * that hold a copy; the rows forget where they were. Whatever stops it in between, the rows still name what is left, and the
 * next run begins there.
 */
@Stateless
@RolesAllowed(Roles.BATCH)
public class FilePurgeService {
    @Inject
    PurgeRepository purges;

    @Inject
    RuleBook book;

    @Inject
    RetentionCalendar calendar;

    @Inject
    Transactions transactions;

    @Inject
    BlobStore blobs;

    @Inject
    BundleSweepService bundles;

    @Inject
    Clock clock;

    /** @param after null for the first page */
    public List<UUID> due(UUID after, int maxResult) {
        return purges.dueFiles(plans(), after, maxResult);
    }

    /** What is not due any more is left alone; what the store does not let go is told. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // deleting a file cannot be undone
    public Treated purge(List<UUID> files) {
        var marked = transactions.call(() -> purges.mark(plans(), files));
        var copied = bundles.eraseHolding(marked.values());
        var erased = new ArrayList<UUID>();
        var failed = new HashMap<UUID, Exception>();
        marked.forEach((id, key) -> {
            try {
                blobs.delete(key);
                if (copied.contains(key)) {
                    failed.put(id, new IOException("a ZIP that holds it is in the store"));
                } else {
                    erased.add(id);
                }
            } catch (IOException kept) {
                failed.put(id, kept);
            }
        });
        return new Treated(transactions.call(() -> purges.erased(plans(), erased, clock.instant())), failed);
    }

    private PurgePlans plans() {
        return book.plans(calendar.today());
    }
}
