package fr.hubee.casework;

import fr.hubee.folder.Case;
import fr.hubee.folder.CaseEvent;
import fr.hubee.folder.CaseLookup;
import fr.hubee.folder.status.Party;
import fr.hubee.process.ProcessDetails;
import fr.hubee.process.ProcessService;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.subscription.AccessMode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Puts together what a person sees of a case. Access to the case was checked before. */
@Dependent
class CaseViews {
    @Inject
    CaseLookup cases;

    @Inject
    CaseWorkRepository history;

    @Inject
    ProcessService processes;

    ProcessDetails process(Case theCase) {
        return processes.find(theCase.processCode()).orElseThrow();
    }

    CaseView of(Caller caller, Case theCase, CaseRights rights) {
        var process = process(theCase);
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
                rights,
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
