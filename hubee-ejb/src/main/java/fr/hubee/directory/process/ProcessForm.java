package fr.hubee.directory.process;

import static fr.hubee.directory.process.ProcessField.ACTIVATED;
import static fr.hubee.directory.process.ProcessField.ARCHIVING_DAYS;
import static fr.hubee.directory.process.ProcessField.AUTHORIZED_AWAITING;
import static fr.hubee.directory.process.ProcessField.CODE;
import static fr.hubee.directory.process.ProcessField.DESCRIPTION;
import static fr.hubee.directory.process.ProcessField.ENCRYPTED;
import static fr.hubee.directory.process.ProcessField.FILE_DELETION_DAYS;
import static fr.hubee.directory.process.ProcessField.FILE_DELETION_STATUS;
import static fr.hubee.directory.process.ProcessField.FOLDER_DELETION_DAYS;
import static fr.hubee.directory.process.ProcessField.FORMATS;
import static fr.hubee.directory.process.ProcessField.LEGAL_JUSTIFICATION;
import static fr.hubee.directory.process.ProcessField.MAX_SIZE;
import static fr.hubee.directory.process.ProcessField.MESSAGE_TO_TRANSMITTER;
import static fr.hubee.directory.process.ProcessField.MESSAGE_WITH_STATUS;
import static fr.hubee.directory.process.ProcessField.NAME;
import static fr.hubee.directory.process.ProcessField.NEVER_REFUSED;
import static fr.hubee.directory.process.ProcessField.OSL;
import static fr.hubee.directory.process.ProcessField.PORTAL_FILES_KEPT;
import static fr.hubee.directory.process.ProcessField.SENSITIVE;
import static fr.hubee.directory.process.ProcessField.SI_FORMATS;
import static fr.hubee.directory.process.ProcessField.SUBSCRIPTION_VALIDATION;
import static fr.hubee.directory.process.ProcessField.TYPES;

import fr.hubee.directory.process.ProcessRules.Megabytes;
import fr.hubee.directory.process.ProcessRules.TypedPeriod;
import fr.hubee.kernel.shared.DetailsForm;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.OrganizationKey;
import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The data typed for a démarche.
 *
 * @param values trimmed; every field has one, empty where nothing was typed
 */
public record ProcessForm(Map<ProcessField, String> values) implements DetailsForm<ProcessField, ProcessDetails> {

    public ProcessForm {
        var tidied = new EnumMap<ProcessField, String>(ProcessField.class);
        for (var field : ProcessField.values()) {
            tidied.put(field, tidy(values.get(field)));
        }
        values = Collections.unmodifiableMap(tidied);
    }

    /** The form filled with the current data, for a change. */
    public static ProcessForm of(String code, ProcessDetails details) {
        var values = new EnumMap<ProcessField, String>(ProcessField.class);
        values.put(CODE, code);
        values.put(NAME, details.name());
        values.put(DESCRIPTION, details.description());
        values.put(LEGAL_JUSTIFICATION, details.legalJustification());
        values.put(OSL, details.osl().toString());
        values.put(ACTIVATED, String.valueOf(details.activated()));
        values.put(SUBSCRIPTION_VALIDATION, details.subscriptionValidation().name());
        values.put(FORMATS, String.join("\n", details.attachments().formats()));
        values.put(SI_FORMATS, String.join("\n", details.attachments().siFormats()));
        values.put(TYPES, String.join("\n", details.attachments().types()));
        values.put(MAX_SIZE, Megabytes.of(details.attachments().maxSize()));
        values.put(ENCRYPTED, String.valueOf(details.attachments().encrypted()));
        values.put(MESSAGE_TO_TRANSMITTER, String.valueOf(details.messageToTransmitter()));
        values.put(MESSAGE_WITH_STATUS, String.valueOf(details.messageWithStatus()));
        values.put(AUTHORIZED_AWAITING, String.valueOf(details.authorizedAwaiting()));
        values.put(NEVER_REFUSED, String.valueOf(details.portal().neverRefused()));
        values.put(SENSITIVE, String.valueOf(details.portal().sensitive()));
        values.put(FILE_DELETION_STATUS, details.retention().fileDeletionStatus());
        values.put(FILE_DELETION_DAYS, String.valueOf(details.retention().fileDeletionDays()));
        values.put(ARCHIVING_DAYS, String.valueOf(details.retention().archivingDays()));
        values.put(FOLDER_DELETION_DAYS, String.valueOf(details.retention().folderDeletionDays()));
        values.put(PORTAL_FILES_KEPT, TypedPeriod.of(details.retention().portalFilesKept()));
        return new ProcessForm(values);
    }

    private static String tidy(String typed) {
        if (typed == null) {
            return "";
        }
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .strip();
    }

    @Override
    public List<FieldProblem<ProcessField>> problems() {
        return Stream.of(ProcessField.values())
                .flatMap(field ->
                        ProcessRules.problem(field, get(field))
                                .map(sentence -> new FieldProblem<>(field, sentence))
                                .stream())
                .toList();
    }

    /** Unchanged values are accepted even if only the API could have set them. */
    @Override
    public List<FieldProblem<ProcessField>> problemsOfChange(ProcessDetails known) {
        var shown = of(get(CODE), known);
        return problems().stream()
                .filter(problem -> problem.field() != CODE)
                .filter(problem -> !Objects.equals(get(problem.field()), shown.get(problem.field())))
                .toList();
    }

    String get(ProcessField field) {
        return values.get(field);
    }

    @Override
    public ProcessDetails over(ProcessDetails known) {
        return new ProcessDetails(
                get(NAME),
                valueOrNull(DESCRIPTION),
                is(ACTIVATED),
                OrganizationKey.parse(get(OSL)).orElseThrow(),
                new AttachmentRules(
                        ProcessRules.lines(get(FORMATS)),
                        ProcessRules.lines(get(SI_FORMATS)),
                        ProcessRules.lines(get(TYPES)),
                        maxSize(known),
                        is(ENCRYPTED)),
                new RetentionRules(
                        get(FILE_DELETION_STATUS),
                        days(FILE_DELETION_DAYS),
                        days(ARCHIVING_DAYS),
                        days(FOLDER_DELETION_DAYS),
                        TypedPeriod.parse(get(PORTAL_FILES_KEPT)).orElse(null)),
                is(MESSAGE_TO_TRANSMITTER),
                is(MESSAGE_WITH_STATUS),
                is(AUTHORIZED_AWAITING),
                SubscriptionValidation.valueOf(get(SUBSCRIPTION_VALIDATION)),
                valueOrNull(LEGAL_JUSTIFICATION),
                new PortalRules(is(NEVER_REFUSED), is(SENSITIVE)));
    }

    /** An unchanged size keeps its exact number of bytes, although it is shown rounded. */
    private long maxSize(ProcessDetails known) {
        boolean untouched =
                known != null && Megabytes.of(known.attachments().maxSize()).equals(get(MAX_SIZE));
        return untouched
                ? known.attachments().maxSize()
                : Megabytes.parse(get(MAX_SIZE)).orElseThrow();
    }

    private String valueOrNull(ProcessField field) {
        return get(field).isEmpty() ? null : get(field);
    }

    private boolean is(ProcessField field) {
        return Boolean.parseBoolean(get(field));
    }

    private int days(ProcessField field) {
        return Integer.parseInt(get(field));
    }
}
