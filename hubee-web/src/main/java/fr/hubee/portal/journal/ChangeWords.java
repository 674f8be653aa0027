package fr.hubee.portal.journal;

import fr.hubee.desk.caselist.CaseTab;
import fr.hubee.directory.process.ProcessField;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.files.scan.FileFormat;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.Changes;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.field.FrenchDurations;
import fr.hubee.portal.page.QueryParameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The changes of a line in words; an unknown word is shown as stored. */
final class ChangeWords {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("fr.hubee.portal.journal", Locale.FRENCH);

    /** Fields that are not repeated as changes: they are in the sentence, or for machines, and stay in the details. */
    static final Set<String> LEFT_OUT = Set.of(
            "externalId",
            "clientId",
            "event",
            "actionType",
            "eventStatus",
            "case",
            "folder",
            "sender",
            "recipients",
            "digests",
            "job",
            "onScreen",
            "certificate",
            "run",
            "keys",
            "keysSha256",
            "sha256",
            "thumbprint",
            AuditLine.FOR_WHOM);

    private static final Set<String> PEOPLE = Set.of(
            "actor", "madeBy", "askedBy", "readingAskedBy", "readingGrantedBy", "recipient", "handler", "deputy");

    private static final Set<String> FORMATS = Set.of("formats", "siFormats");

    private static final Set<String> DAYS =
            Set.of("firstDay", "lastDay", "from", "to", "changedFrom", "changedTo", "milestoneFrom", "milestoneTo");

    private static final Set<String> PERIODS = Set.of("portalFilesKept");

    private final NameWords names;
    private final FrenchDates dates;

    ChangeWords(NameWords names, FrenchDates dates) {
        this.names = names;
        this.dates = dates;
    }

    List<JournalLine.Change> of(AuditLine line) {
        return line.changes().fields().entrySet().stream()
                .filter(field -> isShown(line, field.getKey()) && !isEmpty(field.getValue()))
                .map(field -> change(field.getKey(), field.getValue()))
                .toList();
    }

    private static boolean isShown(AuditLine line, String field) {
        return !LEFT_OUT.contains(field) && !(field.equals("status") && ActWords.tellsStatus(line));
    }

    /** Whether it is a filter of an export that was not used. */
    private static boolean isEmpty(Changes.Change change) {
        return change.before() == null && change.after() == null;
    }

    private JournalLine.Change change(String field, Changes.Change change) {
        return new JournalLine.Change(name(field), value(field, change.before()), value(field, change.after()));
    }

    /** Returns the name of a field; one within a part has the same name, unless it has its own. */
    static String name(String field) {
        return word(field)
                .or(() -> word(last(field)))
                .or(() -> ProcessField.named(last(field)).map(ProcessField::label))
                .orElse(field);
    }

    private static String last(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }

    /** Returns the value in words; several values are in one text, separated by commas. */
    private String value(String field, String text) {
        return text == null
                ? null
                : Stream.of(text.split(", ", -1))
                        .map(each -> one(last(field), each))
                        .collect(Collectors.joining(", "));
    }

    private String one(String field, String text) {
        if (PEOPLE.contains(field)) {
            return names.person(text).orElse(text);
        }
        return label(field, text)
                .or(() -> word(field + "." + text))
                .or(() -> word(text))
                .or(() -> moment(text))
                .or(() -> day(field, text))
                .or(() -> period(field, text))
                .orElseGet(() -> reference(field, text));
    }

    private static Optional<String> label(String field, String text) {
        return switch (field) {
            case "status", "fileDeletionStatus" -> CaseStatus.named(text).map(CaseStatus::label);
            case "action" ->
                Optional.ofNullable(QueryParameter.one(AuditAction.class, text)).map(AuditAction::label);
            case "tab" ->
                Optional.ofNullable(QueryParameter.one(CaseTab.class, text)).map(CaseTab::label);
            case "template" ->
                Optional.ofNullable(QueryParameter.one(MailTemplate.class, text))
                        .map(MailTemplate::label);
            default -> FORMATS.contains(field) ? Optional.of(FileFormat.label(text)) : Optional.empty();
        };
    }

    private Optional<String> moment(String text) {
        return parsed(() -> dates.moment(Instant.parse(text)));
    }

    private Optional<String> day(String field, String text) {
        return DAYS.contains(field) ? parsed(() -> dates.day(LocalDate.parse(text))) : Optional.empty();
    }

    private static Optional<String> period(String field, String text) {
        return PERIODS.contains(field)
                ? parsed(() -> new FrenchDurations().period(Period.parse(text)))
                : Optional.empty();
    }

    /** Returns the French text; empty when the stored one has another form. */
    private static Optional<String> parsed(Supplier<String> french) {
        try {
            return Optional.of(french.get());
        } catch (DateTimeException failure) {
            return Optional.empty();
        }
    }

    private String reference(String field, String text) {
        if (field.equals("processCode") || field.equals("processCodes")) {
            return names.process(text);
        }
        return NameWords.isIdentifier(text) ? names.object(text) : names.organization(text);
    }

    private static Optional<String> word(String code) {
        return WORDS.containsKey(code) ? Optional.of(WORDS.getString(code)) : Optional.empty();
    }
}
