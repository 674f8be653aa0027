package fr.hubee.portal.journal;

import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.JournalNames;
import fr.hubee.portal.field.FrenchDates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of the journal in words.
 *
 * @param kept as the journal keeps it
 * @param who did it
 * @param actorOrganization and {@code organization} are names; empty without one
 * @param act the rest of a sentence that begins with who
 */
public record JournalLine(
        AuditLine kept, String who, String actorOrganization, String act, String organization, List<Change> changes) {

    /** Puts lines into words. */
    static List<JournalLine> all(List<AuditLine> lines, JournalNames named, FrenchDates dates) {
        var names = new NameWords(named);
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

    /** A change of one field, as displayed; null for no value. */
    public record Change(String field, String before, String after) {}

    /** Returns the cells of an export. */
    Object[] cells(FrenchDates dates) {
        return new Object[] {
            dates.moment(kept.happenedAt()),
            who,
            actorOrganization,
            act,
            organization,
            cell(),
            kept.address(),
            kept.action().label(),
            kept.actor(),
            kept.actorOrganization(),
            kept.organization(),
            kept.subject()
        };
    }

    /** Returns all changes in one cell. */
    String cell() {
        return changes.stream().map(JournalLine::cell).collect(Collectors.joining(" ; "));
    }

    private static String cell(Change change) {
        var after = change.after() == null ? "vide" : change.after();
        return change.field() + " : " + (change.before() == null ? after : change.before() + " → " + after);
    }

    /** Returns the values that the journal keeps, without words. */
    public List<Change> getRaw() {
        var raw = new ArrayList<Change>();
        raw.add(new Change("Ligne", null, kept.id().toString()));
        raw.add(new Change("Action", null, kept.action().name()));
        raw.add(new Change("Auteur", null, kept.actor()));
        add(raw, "Son organisation", kept.actorOrganization());
        add(raw, "Concerne", kept.organization());
        add(raw, "Objet", kept.subject());
        add(raw, "Version", kept.version());
        kept.changes().fields().forEach((name, change) -> raw.add(new Change(name, change.before(), change.after())));
        return raw;
    }

    private static void add(List<Change> raw, String name, Object value) {
        if (value != null) {
            raw.add(new Change(name, null, value.toString()));
        }
    }
}
