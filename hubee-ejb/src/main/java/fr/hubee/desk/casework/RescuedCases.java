package fr.hubee.desk.casework;

import fr.hubee.clients.client.SilentSubscription;
import fr.hubee.exchange.folder.Attachment;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.AttachmentRecorder;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseLookup;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.shared.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads, for the local administrator, the télédossiers that wait for silent software ({@link CaseRights#rescuing}). Reading changes neither
 * a case nor its history.
 */
@Dependent
public class RescuedCases {
    @Inject
    CaseLookup cases;

    @Inject
    CaseViews views;

    @Inject
    ReadableFiles files;

    @Inject
    AttachmentRecorder attachments;

    /** A case that she may read, and why. */
    public record Rescued(Case theCase, SilentSubscription silence, CaseRights rights) {}

    /** @param silences of her service's software; empty when no rescue is open to her */
    public Optional<Rescued> find(Caller caller, UUID id, List<SilentSubscription> silences) {
        return silences.isEmpty() ? Optional.empty() : found(caller, id, silences);
    }

    private Optional<Rescued> found(Caller caller, UUID id, List<SilentSubscription> silences) {
        try {
            var theCase = cases.require(reader(caller, silences), id);
            return silences.stream()
                    .flatMap(silence -> CaseRights.rescuing(caller, theCase, silence).stream()
                            .map(rights -> new Rescued(theCase, silence, rights)))
                    .findFirst();
        } catch (NotFound another) {
            return Optional.empty();
        }
    }

    private static Caller reader(Caller caller, List<SilentSubscription> silences) {
        Set<String> codes =
                silences.stream().map(SilentSubscription::processCode).collect(Collectors.toSet());
        return caller.reading(codes);
    }

    /** Returns the case for a page that is displayed for the first time; recorded. */
    public CaseView open(Caller caller, Rescued rescued, HistoryPart part) {
        cases.rescue(caller, rescued.theCase(), rescued.silence().since());
        return read(caller, rescued, part);
    }

    /** Returns the case for a page that is already open. */
    public CaseView read(Caller caller, Rescued rescued, HistoryPart part) {
        return views.of(reader(caller, List.of(rescued.silence())), rescued.theCase(), rescued.rights(), part);
    }

    /**
     * Opens a file; recorded.
     *
     * @throws NotFound when the case has no such file
     */
    public StoredFile file(Caller caller, Rescued rescued, AttachmentPath.Reading path) {
        return taken(caller, rescued, files.require(rescued.theCase(), path));
    }

    /**
     * Opens all files of the case; recorded for each.
     *
     * @throws NotFound when it has none
     * @throws Conflict with the name of a damaged one
     */
    public CaseBundle files(Caller caller, Rescued rescued) {
        var received = files.received(rescued.theCase());
        attachments.requireUndamaged(rescued.theCase(), received);
        if (received.isEmpty()) {
            throw NotFound.of("File");
        }
        var stored = received.stream().map(file -> taken(caller, rescued, file)).toList();
        return new CaseBundle(rescued.theCase().id(), rescued.theCase().externalId(), stored);
    }

    private StoredFile taken(Caller caller, Rescued rescued, Attachment file) {
        return attachments.rescue(
                caller, rescued.theCase(), file, rescued.silence().since());
    }
}
