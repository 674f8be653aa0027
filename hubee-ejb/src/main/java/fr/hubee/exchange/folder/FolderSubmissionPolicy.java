package fr.hubee.exchange.folder;

import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.process.ProcessCache;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.subscription.SubscriptionCache;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;

/** Checks before a folder is accepted, as a whole or not at all (specification §4.4). */
@Dependent
class FolderSubmissionPolicy {
    @Inject
    ProcessCache processes;

    @Inject
    OrganizationService organizations;

    @Inject
    SubscriptionCache subscriptions;

    /**
     * @return the démarche; its operator is the transmitter, even when the national administrator acts on its behalf
     */
    ProcessDetails check(Caller caller, NewFolder wanted) {
        var process = requireOwn(caller, wanted.processCode());
        var externalIds = new HashSet<String>();
        for (var wantedCase : wanted.cases()) {
            if (!externalIds.add(wantedCase.externalId())) {
                throw new InvalidRequest("Case externalId is given twice");
            }
            checkRecipient(wanted.processCode(), wantedCase);
        }
        var policy = new AttachmentPolicy(wanted.processCode(), process.attachments());
        for (var file : wanted.attachments()) {
            policy.checkFolderFile(file.file());
            if (new HashSet<>(file.recipients()).size() < file.recipients().size()) {
                throw new InvalidRequest("Attachment recipient is given twice");
            }
        }
        return process;
    }

    private ProcessDetails requireOwn(Caller caller, String code) {
        var process = processes.find(code).orElseThrow(() -> new InvalidRequest("Process " + code + " does not exist"));
        boolean own = process.osl().equals(caller.organization()) && caller.covers(code);
        if (!own && !caller.is(Roles.ADMIN)) {
            throw new NotAllowed().on(code);
        }
        if (!process.activated()) {
            throw new InvalidRequest("Process " + code + " is not activated");
        }
        return process;
    }

    private void checkRecipient(String processCode, NewFolder.NewCase wantedCase) {
        var recipient = wantedCase.recipient();
        if (subscriptions.isActive(processCode, recipient)) {
            return;
        }
        if (!organizations.exists(recipient)) {
            throw new InvalidRequest("Case recipient " + recipient + " does not exist");
        }
        throw new InvalidRequest(
                "Case recipient " + recipient + " does not suscribed to " + processCode); // the contract's spelling
    }
}
