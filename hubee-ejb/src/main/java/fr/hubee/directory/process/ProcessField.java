package fr.hubee.directory.process;

import fr.hubee.directory.organization.RecordValues;
import fr.hubee.kernel.shared.Labelled;
import fr.hubee.kernel.shared.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields of a démarche (specification §2.3), in the order of its form. From this list follow the form and its checks, the names of
 * changes, and what a change by the API leaves as it is.
 */
public enum ProcessField implements Labelled {
    CODE(Section.IDENTITY, FieldKind.CODE, null),
    NAME(Section.IDENTITY, FieldKind.NAME, "name"),
    SHORT_NAME(Section.IDENTITY, FieldKind.SHORT_NAME, "portal.shortName"),
    OSL(Section.IDENTITY, FieldKind.OPERATOR, "osl"),
    DESCRIPTION(Section.IDENTITY, FieldKind.TEXT, "description"),
    LEGAL_JUSTIFICATION(Section.IDENTITY, FieldKind.TEXT, "legalJustification"),
    ACTIVATED(Section.SUBSCRIPTIONS, FieldKind.YES_NO, "activated"),
    SUBSCRIPTION_VALIDATION(Section.SUBSCRIPTIONS, FieldKind.VALIDATION, "subscriptionValidation"),
    CERTIFIED_SOFTWARE(Section.SUBSCRIPTIONS, FieldKind.YES_NO, "certifiedSoftware"),
    FORMATS(Section.ATTACHMENTS, FieldKind.FORMATS, "attachments.formats"),
    SI_FORMATS(Section.ATTACHMENTS, FieldKind.OPTIONAL_FORMATS, "attachments.siFormats"),
    TYPES(Section.ATTACHMENTS, FieldKind.TYPES, "attachments.types"),
    MAX_SIZE(Section.ATTACHMENTS, FieldKind.MEGABYTES, "attachments.maxSize"),
    ENCRYPTED(Section.ATTACHMENTS, FieldKind.YES_NO, "attachments.encrypted"),
    MESSAGE_TO_TRANSMITTER(Section.EXCHANGES, FieldKind.YES_NO, "messageToTransmitter"),
    MESSAGE_WITH_STATUS(Section.EXCHANGES, FieldKind.YES_NO, "messageWithStatus"),
    AUTHORIZED_AWAITING(Section.EXCHANGES, FieldKind.YES_NO, "authorizedAwaiting"),
    NEVER_REFUSED(Section.EXCHANGES, FieldKind.YES_NO, "portal.neverRefused"),
    SENSITIVE(Section.EXCHANGES, FieldKind.YES_NO, "portal.sensitive"),
    PERSON(Section.EXCHANGES, FieldKind.PERSON, "portal.person"),
    FILE_DELETION_STATUS(Section.RETENTION, FieldKind.STATUS, "retention.fileDeletionStatus"),
    FILE_DELETION_DAYS(Section.RETENTION, FieldKind.DAYS, "retention.fileDeletionDays"),
    ARCHIVING_DAYS(Section.RETENTION, FieldKind.DAYS, "retention.archivingDays"),
    FOLDER_DELETION_DAYS(Section.RETENTION, FieldKind.DAYS, "retention.folderDeletionDays"),
    PORTAL_FILES_KEPT(Section.RETENTION, FieldKind.PERIOD, "retention.portalFilesKept");

    /** Fields that the API does not contain. The file that fills a new hub names them by the last word of their path. */
    public static final List<ProcessField> OUTSIDE_THE_API =
            List.of(SHORT_NAME, CERTIFIED_SOFTWARE, ENCRYPTED, NEVER_REFUSED, SENSITIVE, PERSON, PORTAL_FILES_KEPT);

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\uFFFD&&[^\\n]]");

    private final Section section;
    private final FieldKind kind;
    private final String path;

    /** @param path in {@link ProcessDetails}, and in the journal; null for the code, which never changes */
    ProcessField(Section section, FieldKind kind, String path) {
        this.section = section;
        this.kind = kind;
        this.path = path;
    }

    static Optional<ProcessField> at(String path) {
        return Stream.of(values()).filter(field -> path.equals(field.path)).findFirst();
    }

    /** @param word the last one of a path, as the journal has it */
    public static Optional<ProcessField> named(String word) {
        return Stream.of(values())
                .filter(field -> field.path != null && field.word().equals(word))
                .findFirst();
    }

    public Section section() {
        return section;
    }

    public FieldKind kind() {
        return kind;
    }

    String path() {
        return path;
    }

    /** Returns the last word of its path. */
    public String word() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Returns its name within a sentence, which tells what somebody else has changed. */
    String inSentence() {
        return label().substring(0, 1).toLowerCase(Locale.FRENCH) + label().substring(1);
    }

    /** @param typed trimmed; empty when nothing was typed */
    Optional<String> problem(String typed) {
        return INVISIBLE.matcher(typed).find() ? Optional.of(Words.text("directory.invisible")) : kind.problem(typed);
    }

    Object value(ProcessDetails details) {
        return RecordValues.read(details, path);
    }

    public enum Section {
        IDENTITY,
        SUBSCRIPTIONS,
        ATTACHMENTS,
        EXCHANGES,
        RETENTION
    }
}
