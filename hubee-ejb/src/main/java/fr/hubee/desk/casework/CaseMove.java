package fr.hubee.desk.casework;

import fr.hubee.exchange.folder.Applicant;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;

/**
 * A request to change the status.
 *
 * @param from the status that the person saw: a different current status means a concurrent change
 * @param comment for colleagues, never shown to the operator; may be null
 * @param message for the operator and the applicant, where the démarche lets people write messages; may be null
 */
public record CaseMove(CaseStatus from, CaseStatus to, String comment, String message) {
    /** Maximum length of a typed text, in characters (specification §2.12). */
    public static final int LONGEST_TEXT = 500;

    static final String COMMENT = Words.text("desk.text.comment");
    static final String MESSAGE = Words.text("desk.text.message");

    public static CaseMove of(CaseStatus from, CaseStatus to, String comment) {
        return new CaseMove(from, to, comment, null);
    }

    /**
     * Returns this change as the démarche lets it go: where no message may, its text is kept for colleagues, without the
     * name of the applicant.
     *
     * @throws InvalidRequest when it has a text for colleagues, too
     */
    CaseMove addressed(boolean messageAllowed) {
        if (!messageAllowed && message != null && comment != null) {
            throw new InvalidRequest(Words.text("desk.case.messageMustBeComment"));
        }
        return messageAllowed || message == null ? this : of(from, to, text(COMMENT, ReadyAnswer.to(message, "", "")));
    }

    /**
     * Refuses a change that must say why: for the applicant, where the démarche lets a message go with it, else for colleagues.
     *
     * @throws InvalidRequest without that text
     */
    void requireExplained(boolean messageAllowed) {
        if (isExplained(to) && (messageAllowed ? message : comment) == null) {
            throw new InvalidRequest(unexplained(to));
        }
    }

    /** Whether a change to this status must say why: what is missing, or the reason of a refusal. */
    public static boolean isExplained(CaseStatus status) {
        return status == CaseStatus.REFUSED || status == CaseStatus.ADD_AWAITING;
    }

    /** Returns what is asked of a person whose change does not say why. */
    public static String unexplained(CaseStatus to) {
        return to == CaseStatus.REFUSED ? Words.text("desk.case.noReason") : Words.text("desk.case.nothingMissing");
    }

    /**
     * Returns this change for one applicant, whose name stands in the message where a ready-made answer leaves it open.
     *
     * @throws InvalidRequest when the message is too long with it
     */
    CaseMove to(Applicant applicant) {
        return message == null || !message.contains(ReadyAnswer.APPLICANT)
                ? this
                : new CaseMove(
                        from,
                        to,
                        comment,
                        text(MESSAGE, ReadyAnswer.to(message, applicant.firstName(), applicant.lastName())));
    }

    boolean isWordless() {
        return comment == null && message == null;
    }

    CaseMove tidied() {
        return new CaseMove(from, to, text(COMMENT, comment), text(MESSAGE, message));
    }

    /** @return null for an empty text */
    static String text(String what, String typed) {
        var text = typed == null ? "" : typed.strip().replace("\r\n", "\n");
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            throw new InvalidRequest(Words.text("desk.text.tooLong", what, LONGEST_TEXT));
        }
        return text.isEmpty() ? null : text;
    }
}
