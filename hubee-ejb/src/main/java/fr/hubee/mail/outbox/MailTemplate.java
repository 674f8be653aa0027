package fr.hubee.mail.outbox;

import fr.hubee.kernel.shared.Labelled;
import jakarta.json.Json;
import java.util.Locale;

/** The mails that HubEE sends; {@code docs/mail.md} lists the values that each text may use. */
public enum MailTemplate implements Labelled {
    /** An account was created: the person must choose a password. */
    INVITATION,
    /** A password was forgotten. */
    RESET,
    ONE_TIME_CODE,
    /** To the account's owner, even if she made the change herself. */
    PASSWORD_CHANGED,
    /** To the account's owner, even if she made the change herself. */
    TOTP_ENROLLED,
    TOTP_REMOVED,
    /** To a person who is to replace a colleague. */
    DEPUTY_NAMED,
    /** To the other administrators of her organisation: her password was reset by mail. */
    PASSWORD_RESET,
    /** To an administration that wants a mail for each télédossier. */
    CASE_NEW,
    CASE_CHANGED,
    /** To one that wants a mail once or twice a day. */
    DIGEST,
    /** To the people responsible for télédossiers that nobody opened. */
    UNOPENED,
    /** To the business administrators of an operator: folders are complete without one of their files. */
    MISSING_FILES,
    /** To the editor of silent software: somebody has begun to read the cases that wait for it. */
    RESCUE,
    /** To the people of an instructing service: they must make a secret of their software, which only they see. */
    SECRET_WANTED,
    /** To the local administrators of a service: the support has acted on one of its télédossiers. */
    SUPPORT_ACTED,
    /** To the administrators of an organisation: its software gets no webhooks any more. */
    WEBHOOK_DISABLED,
    /** To a person who has an account: a new subscription names her as its administrator. */
    SUBSCRIPTION_NAMED,
    /** Its télédossiers arrive from now on. */
    SUBSCRIPTION_STARTED,
    IDLE_ACCOUNT,
    PASSWORD_ENDS,
    /** To the administrators of an organisation: the certificate of its software ends in thirty days. */
    CERTIFICATE_ENDS,
    /** To the national administrators. */
    FILE_DAMAGED;

    /** A secret created when the mail is sent, and never stored. */
    public enum Secret {
        NONE,
        LINK,
        CODE
    }

    public Secret secret() {
        return switch (this) {
            case INVITATION, RESET -> Secret.LINK;
            case ONE_TIME_CODE -> Secret.CODE;
            default -> Secret.NONE;
        };
    }

    /**
     * Returns the name to store in the table, which the previous release must be able to read. {@link #UNOPENED}, {@link #RESCUE},
     * {@link #DEPUTY_NAMED}, {@link #SECRET_WANTED}, {@link #SUPPORT_ACTED}, {@link #WEBHOOK_DISABLED}, {@link #CERTIFICATE_ENDS},
     * {@link #MISSING_FILES} and {@link #SUBSCRIPTION_NAMED} are readable as a digest; the next release may store their own names
     * ({@code docs/releases.md}).
     */
    public MailTemplate written() {
        return switch (this) {
            case UNOPENED,
                    RESCUE,
                    DEPUTY_NAMED,
                    SECRET_WANTED,
                    SUPPORT_ACTED,
                    WEBHOOK_DISABLED,
                    CERTIFICATE_ENDS,
                    MISSING_FILES,
                    SUBSCRIPTION_NAMED -> DIGEST;
            default -> this;
        };
    }

    /** The name of its files, without extension. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns all its possible values, for the check of its texts at startup. */
    public MailValues sample() {
        try (var samples = Json.createReader(MailTemplate.class.getResourceAsStream("/fr/hubee/mail/samples.json"))) {
            return MailValues.of(samples.readObject().getJsonObject(name()));
        }
    }
}
