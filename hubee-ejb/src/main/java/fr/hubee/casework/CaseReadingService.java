package fr.hubee.casework;

import fr.hubee.folder.Case;
import fr.hubee.folder.CaseEvent;
import fr.hubee.folder.CaseLookup;
import fr.hubee.folder.status.Party;
import fr.hubee.process.ProcessService;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.subscription.AccessMode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What people see of a case: its service, everything; the operator's business administrator, neither files nor
 * comments; the national administrator, everything except the bytes.
 */
@Stateless
@RolesAllowed({Roles.READ_FOLDERS, Roles.BUSINESS, Roles.ADMIN})
public class CaseReadingService {
    @Inject
    CaseLookup cases;

    @Inject
    CaseWorkRepository history;

    @Inject
    ProcessService processes;

    @Inject
    CaseWorkSettings settings;

    /** For a person who opens its page; recorded. */
    public CaseView open(Caller caller, UUID id) {
        cases.open(caller, id);
        return read(caller, id);
    }

    /** For a person who prints it; recorded. */
    public CaseView print(Caller caller, UUID id) {
        cases.print(caller, id);
        return read(caller, id);
    }

    /** For a page that is already open, and its actions. */
    public CaseView read(Caller caller, UUID id) {
        var theCase = cases.require(caller, id);
        var process = processes.find(theCase.processCode()).orElseThrow();
        boolean inside = Party.of(caller) == Party.RECIPIENT || caller.is(Roles.ADMIN);
        var sent = cases.events(theCase).stream()
                .filter(event -> !event.isInProgress())
                .toList();
        return new CaseView(
                theCase.id(),
                theCase.externalId(),
                theCase.status(),
                theCase.processCode(),
                process.name(),
                history.recipientName(theCase),
                theCase.folder().applicant(),
                theCase.transmittedAt(),
                theCase.updatedAt(),
                theCase.completedAt(),
                theCase.closedAt(),
                theCase.accessMode() == AccessMode.API,
                inside,
                inside ? files(theCase, sent) : List.of(),
                history(sent, inside),
                CaseRights.of(
                        caller,
                        theCase,
                        new PortalTransitions(theCase.processCode(), process, settings.neverRefused())),
                process.attachments());
    }

    private List<CaseFile> files(Case theCase, List<CaseEvent> events) {
        var files = new ArrayList<CaseFile>();
        cases.attachments(theCase).forEach(file -> files.add(CaseFile.of(file, null, false)));
        for (var event : events) {
            boolean added = event.transmitter().equals(theCase.recipient());
            event.attachments().forEach(file -> files.add(CaseFile.of(file, event, added)));
        }
        return files;
    }

    private static List<HistoryEntry> history(List<CaseEvent> events, boolean commentShown) {
        var history = events.stream()
                .map(event -> HistoryEntry.of(event, commentShown))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(history);
        return history;
    }
}
