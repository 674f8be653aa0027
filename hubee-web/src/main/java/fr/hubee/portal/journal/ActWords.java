package fr.hubee.portal.journal;

import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.job.Job;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.portal.page.QueryParameter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Describes an act as the rest of a sentence that begins with its author. */
final class ActWords {
    private static final ResourceBundle ACTS = ResourceBundle.getBundle("fr.hubee.portal.acts", Locale.FRENCH);

    private final NameWords names;

    ActWords(NameWords names) {
        this.names = names;
    }

    String of(AuditLine line) {
        var key = key(line);
        return (ACTS.containsKey(key) ? ACTS.getString(key) : line.action().label())
                .replace("{avant}", status(before(line, "status")))
                .replace("{statut}", status(after(line, "status")))
                .replace("{objet}", object(line));
    }

    /** Whether the sentence contains the statuses. */
    static boolean tellsStatus(AuditLine line) {
        return key(line).startsWith("status.");
    }

    /** Returns the key of the sentence: events have one for each kind, changes of status one for each kind of change. */
    private static String key(AuditLine line) {
        return switch (line.action()) {
            case EVENT_RECORDED -> event(line);
            case EVENT_STATUS_CHANGED -> line.action() + "." + after(line, "eventStatus");
            case CASE_STATUS_CHANGED, FOLDER_STATUS_CHANGED -> moved(line);
            case ATTACHMENT_READ -> line.action() + (after(line, "onScreen") == null ? "" : ".onScreen");
            default -> line.action().name();
        };
    }

    private static String event(AuditLine line) {
        var type = QueryParameter.one(ActionType.class, after(line, "actionType"));
        return type == ActionType.STATUS_UPDATE ? moved(line) : line.action() + "." + type;
    }

    private static String moved(AuditLine line) {
        var before = before(line, "status");
        var after = after(line, "status");
        if (after == null) {
            return "status";
        }
        if (after.equals(CaseStatus.SENT.name())) {
            return "status.fetched";
        }
        return before == null || before.equals(after) ? "status.kept" : "status.changed";
    }

    private String object(AuditLine line) {
        return switch (line.action()) {
            case ACCESS_REFUSED -> names.kindAndObject(String.valueOf(line.subject()));
            case JOB_STARTED, JOB_STOPPED, JOB_RESTARTED ->
                value(line, "job").map(ActWords::job).orElse("");
            case MAIL_GIVEN_UP, MAIL_RETRIED ->
                value(line, "template").map(ActWords::mail).orElse("");
            case COPY_PURGED -> value(line, "case").map(names::object).orElse(NameWords.GONE);
            default ->
                value(line, "externalId")
                        .or(() -> value(line, "clientId"))
                        .orElseGet(() -> names.object(String.valueOf(line.subject())));
        };
    }

    private static String job(String name) {
        var job = QueryParameter.one(Job.class, name);
        return job == null ? name : job.label();
    }

    private static String mail(String name) {
        var template = QueryParameter.one(MailTemplate.class, name);
        return template == null ? name : template.label();
    }

    static String status(String code) {
        return CaseStatus.named(code).map(CaseStatus::label).orElse(String.valueOf(code));
    }

    private static Optional<String> value(AuditLine line, String field) {
        return Optional.ofNullable(after(line, field));
    }

    private static String before(AuditLine line, String field) {
        var change = line.changes().fields().get(field);
        return change == null ? null : change.before();
    }

    private static String after(AuditLine line, String field) {
        var change = line.changes().fields().get(field);
        return change == null ? null : change.after();
    }
}
