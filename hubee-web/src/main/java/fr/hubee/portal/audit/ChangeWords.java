package fr.hubee.portal.audit;

import fr.hubee.audit.AuditLine;
import fr.hubee.audit.Changes;
import fr.hubee.portal.format.FrenchDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Translates the journal's field names and values for the pages; an untranslated word is shown as stored. */
@Named
@ApplicationScoped
public class ChangeWords {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("fr.hubee.portal.journal", Locale.FRENCH);

    @Inject
    FrenchDates dates;

    public List<FieldChange> of(AuditLine line) {
        return line.changes().fields().entrySet().stream()
                .map(field -> change(field.getKey(), field.getValue()))
                .toList();
    }

    /** All changes in one cell. */
    String cell(AuditLine line) {
        return of(line).stream().map(ChangeWords::cell).collect(Collectors.joining(" ; "));
    }

    private static String cell(FieldChange change) {
        var after = change.after() == null ? "vide" : change.after();
        return change.field() + " : " + (change.before() == null ? after : change.before() + " → " + after);
    }

    private FieldChange change(String name, Changes.Change change) {
        return new FieldChange(word(name), value(change.before()), value(change.after()));
    }

    /** Several values are in one text, separated by commas. */
    private String value(String text) {
        return text == null
                ? null
                : Stream.of(text.split(", ", -1)).map(this::one).collect(Collectors.joining(", "));
    }

    private String one(String text) {
        try {
            return dates.moment(Instant.parse(text));
        } catch (DateTimeException anythingElse) {
            return word(text);
        }
    }

    private static String word(String code) {
        return WORDS.containsKey(code) ? WORDS.getString(code) : code;
    }
}
