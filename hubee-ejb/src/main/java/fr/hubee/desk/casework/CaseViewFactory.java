package fr.hubee.desk.casework;

import fr.hubee.desk.casework.CaseView.HistoryEntry;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.folder.Case;
import fr.hubee.exchange.folder.CaseEvent;
import fr.hubee.exchange.folder.CaseLookup;
import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;

/** Puts together what a person sees of a case. Access to the case was checked before. */
@Dependent
class CaseViewFactory {
    @Inject
    CaseLookup cases;

    @PersistenceContext
    EntityManager entities;

    @Inject
    ProcessService processes;

    ProcessDetails process(Case theCase) {
        return processes.find(theCase.processCode()).orElseThrow();
    }

    CaseView of(Caller caller, Case theCase, CaseRights rights, HistoryPart part) {
        var process = process(theCase);
        boolean inside = Party.of(caller) == Party.RECIPIENT || caller.is(RoleNames.ADMIN);
        var events = cases.history(theCase, part.newer(), part.most() + 1);
        return new CaseView(
                theCase.id(),
                theCase.externalId(),
                theCase.status(),
                theCase.processCode(),
                process.title(),
                process.portal().person(),
                name(theCase.recipient()),
                theCase.folder().applicant(),
                theCase.transmittedAt(),
                theCase.updatedAt(),
                theCase.completedAt(),
                theCase.closedAt(),
                theCase.accessMode() == AccessMode.API,
                inside,
                inside ? files(theCase) : List.of(),
                events.stream()
                        .limit(part.most())
                        .map(event -> HistoryEntry.of(event, inside))
                        .toList(),
                historySize(theCase, part, events),
                theCase.answers(),
                rights,
                process.attachments());
    }

    String name(OrganizationKey organization) {
        return entities.createQuery("select o.name from Organization o where o.key = :organization", String.class)
                .setParameter("organization", organization)
                .getSingleResult();
    }

    /** Counts the events only when there may be more: nearly always all are on the first page. */
    private long historySize(Case theCase, HistoryPart part, List<CaseEvent> found) {
        boolean all = part.newer() == 0 && found.size() <= part.most();
        return all || part.equals(HistoryPart.NONE) ? found.size() : cases.historySize(theCase);
    }

    private List<CaseFile> files(Case theCase) {
        var files = new ArrayList<CaseFile>();
        cases.attachments(theCase).forEach(file -> files.add(CaseFile.of(file, null, false)));
        for (var file : cases.eventFiles(theCase)) {
            boolean added = file.event().transmitter().equals(theCase.recipient());
            files.add(CaseFile.of(file, file.event(), added));
        }
        return files;
    }
}
