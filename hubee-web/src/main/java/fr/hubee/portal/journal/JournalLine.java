package fr.hubee.portal.journal;

import fr.hubee.journal.audit.AuditLine;
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
        AuditLine kept,
        String who,
        String actorOrganization,
        String act,
        String organization,
        List<FieldChange> changes) {

    /** Returns all changes in one cell. */
    String cell() {
        return changes.stream().map(JournalLine::cell).collect(Collectors.joining(" ; "));
    }

    private static String cell(FieldChange change) {
        var after = change.after() == null ? "vide" : change.after();
        return change.field() + " : " + (change.before() == null ? after : change.before() + " → " + after);
    }

    /** Returns the values that the journal keeps, without words. */
    public List<FieldChange> getRaw() {
        var raw = new ArrayList<FieldChange>();
        raw.add(new FieldChange("Ligne", null, kept.id().toString()));
        raw.add(new FieldChange("Action", null, kept.action().name()));
        raw.add(new FieldChange("Auteur", null, kept.actor()));
        add(raw, "Son organisation", kept.actorOrganization());
        add(raw, "Concerne", kept.organization());
        add(raw, "Objet", kept.subject());
        add(raw, "Version", kept.version());
        kept.changes()
                .fields()
                .forEach((name, change) -> raw.add(new FieldChange(name, change.before(), change.after())));
        return raw;
    }

    private static void add(List<FieldChange> raw, String name, Object value) {
        if (value != null) {
            raw.add(new FieldChange(name, null, value.toString()));
        }
    }
}
