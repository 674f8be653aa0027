package fr.hubee.exchange.receipt;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Certificates of the deletions by the purge: an operator gets those of its démarches, an organisation those of the démarches that it has
 * subscribed to, with its own share, the national administrator all.
 */
@Stateless
@RolesAllowed({RoleNames.OSL, RoleNames.BUSINESS, RoleNames.READ_SUBSCRIPTIONS, RoleNames.ADMIN})
public class DeletionCertificateService {
    @Inject
    DeletionRepository journal;

    @Inject
    Deletions deletions;

    @Inject
    ReceiptRepository receipts;

    /** Returns the newest first. */
    public List<SignedDeletion> list(Caller caller) throws IOException {
        return deletions.ofProcesses(codes(caller), own(caller));
    }

    /** @throws NotFound also for that of another organisation */
    public SignedDeletion read(Caller caller, UUID id) throws IOException {
        return deletions.find(codes(caller), id, own(caller)).orElseThrow(() -> NotFound.of("Certificate"));
    }

    /**
     * The names of the keys that were destroyed, sorted, joined by line feeds: their SHA-256 is in the certificate.
     *
     * @throws NotFound also for that of another organisation
     */
    public String keys(Caller caller, UUID id) throws IOException {
        return String.join("\n", journal.keysOf(read(caller, id).certificate().id()));
    }

    /** Returns the names of the organisations and démarches in certificates, by their keys. */
    public ReceiptNames names(Caller caller, List<SignedDeletion> signed) {
        return receipts.names(
                signed.stream().flatMap(each -> each.certificate().organizations()),
                signed.stream().map(each -> each.certificate().process()));
    }

    /** Returns the organisation whose share is added; empty for an operator, since everything in its démarches is its own. */
    private static Optional<OrganizationKey> own(Caller caller) {
        return isForAll(caller) ? Optional.empty() : Optional.of(caller.organization());
    }

    private static boolean isForAll(Caller caller) {
        return caller.is(RoleNames.ADMIN) || caller.is(RoleNames.OSL) || caller.is(RoleNames.BUSINESS);
    }

    private Set<String> codes(Caller caller) {
        if (caller.is(RoleNames.ADMIN)) {
            return journal.allProcesses();
        }
        return isForAll(caller) ? caller.processCodes() : journal.processesOf(caller.organization());
    }
}
