package fr.hubee.portal.journal;

import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Puts lines of the journal into words; their names are read at once. */
@Dependent
class JournalWords {
    @Inject
    AuditService audit;

    @Inject
    FrenchDates dates;

    @Inject
    CurrentCaller currentCaller;

    List<JournalLine> of(List<AuditLine> lines) {
        var names = new NameWords(audit.names(currentCaller.get(), lines));
        var acts = new ActWords(names);
        var changes = new ChangeWords(names, dates);
        return lines.stream()
                .map(line -> new JournalLine(
                        line,
                        names.actor(line),
                        names.organization(line.actorOrganization()),
                        acts.of(line),
                        names.organization(line.organization()),
                        changes.of(line)))
                .toList();
    }
}
