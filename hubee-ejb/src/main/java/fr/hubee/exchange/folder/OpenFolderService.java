package fr.hubee.exchange.folder;

import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.exchange.folder.AttachmentService.AttachmentRepository;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.HubeeException;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Tells, for the page that explains a refused call, whether the software may change a télédossier now. Nothing is recorded: nobody reads it. */
@Stateless
@RolesAllowed({RoleNames.ADMIN, RoleNames.BUSINESS, RoleNames.READ_SUBSCRIPTIONS, RoleNames.MANAGE_SUBSCRIPTIONS})
public class OpenFolderService {
    @Inject
    CaseLookup cases;

    @Inject
    FolderRepository folders;

    @Inject
    AttachmentRepository attachments;

    @Inject
    FolderGate gate;

    @Inject
    SubscriptionLookup subscriptions;

    /** Returns an organisation to which a folder of a démarche may be addressed now; empty when nobody is subscribed. */
    public Optional<OrganizationKey> anyRecipient(String processCode) {
        return subscriptions.anyRecipient(processCode);
    }

    /** Whether the software may set the status of a case, and add events to it. */
    public boolean isCaseOpen(Caller software, UUID id) {
        try {
            var found = cases.require(software, id);
            CaseStatus.check(Party.of(software), found.status(), CaseStatus.IN_PROGRESS);
            return found.folder().isComplete() && !found.isArchived();
        } catch (HubeeException refused) {
            return false;
        }
    }

    /** Whether the software may send the bytes of an announced file. */
    public boolean isFileOpen(Caller software, AttachmentPath.Deposit path) {
        try {
            attachments.requireOpen(software, path, false);
            return true;
        } catch (HubeeException refused) {
            return false;
        }
    }

    /** Whether the software would be answered that the folder is complete: a request to complete it may be repeated. */
    public boolean isFolderOpen(Caller software, UUID id) {
        try {
            var found = folders.requireWithCases(software, id);
            return found.isSubmitted()
                    || gate.ask(found, folders.attachments(found)).isEmpty();
        } catch (HubeeException refused) {
            return false;
        }
    }
}
