package fr.hubee.receipt;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.shared.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Certificates of what the purge has deleted: an operator gets those of its démarches, an organisation those of the démarches that it
 * has subscribed to, the national administrator all.
 */
@Stateless
@RolesAllowed({Roles.OSL, Roles.BUSINESS, Roles.READ_SUBSCRIPTIONS, Roles.ADMIN})
public class DeletionCertificateService {
    @Inject
    DeletionRepository journal;

    @Inject
    Deletions deletions;

    @Inject
    NamesOfReceipts names;

    /** The newest first. */
    public List<SignedDeletion> list(Caller caller) throws IOException {
        return deletions.ofProcesses(codes(caller));
    }

    /** @throws NotFound also for one of somebody else's */
    public SignedDeletion read(Caller caller, UUID id) throws IOException {
        return deletions.find(codes(caller), id).orElseThrow(() -> NotFound.of("Certificate"));
    }

    /** What is in certificates by its key. */
    public ReceiptNames names(Caller caller, List<SignedDeletion> signed) {
        return names.ofDeletions(
                signed.stream().map(SignedDeletion::certificate).toList());
    }

    private Set<String> codes(Caller caller) {
        if (caller.is(Roles.ADMIN)) {
            return journal.allProcesses();
        }
        return caller.is(Roles.OSL) || caller.is(Roles.BUSINESS)
                ? caller.processCodes()
                : journal.processesOf(caller.organization());
    }
}
