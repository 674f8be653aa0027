package fr.hubee.directory.subscription;

import fr.hubee.kernel.shared.EmailAddress;
import fr.hubee.kernel.shared.FieldChecks;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.kernel.shared.Words;
import java.util.List;

/**
 * A subscriber's settings for its subscription (specification §6.6).
 *
 * @param email to notify; may be empty without notifications
 * @param editor whose software acts for the subscriber; may be null
 */
public record SubscriptionSettings(
        AccessMode accessMode, NotificationFrequency frequency, String email, OrganizationKey editor) {

    /** The fields of the form, in their order. */
    public enum Field {
        ACCESS_MODE,
        EDITOR,
        FREQUENCY,
        EMAIL
    }

    /**
     * Normalised: an editor is only kept in API mode.
     *
     * @throws InvalidRequest with messages for the person who chose them
     */
    public SubscriptionSettings checked() {
        FieldProblem.requireNone(problems());
        return new SubscriptionSettings(accessMode, frequency, checkedEmail(), keptEditor());
    }

    /** All that the form refuses. */
    public List<FieldProblem<Field>> problems() {
        return new FieldChecks<Field>()
                .check(Field.ACCESS_MODE, () -> require(accessMode, Words.text("directory.subscription.noMode")))
                .check(Field.EDITOR, this::requireEditor)
                .check(Field.FREQUENCY, () -> require(frequency, Words.text("directory.subscription.noFrequency")))
                .check(Field.EMAIL, this::checkedEmail)
                .problems();
    }

    private static void require(Object chosen, String otherwise) {
        if (chosen == null) {
            throw new InvalidRequest(otherwise);
        }
    }

    /** Null but in API mode. */
    OrganizationKey keptEditor() {
        return accessMode == AccessMode.API ? editor : null;
    }

    private void requireEditor() {
        if (keptEditor() != null && editor.type() != OrganizationType.EDT) {
            throw new InvalidRequest(Words.text("directory.subscription.noEditor"));
        }
    }

    private String checkedEmail() {
        if (email != null && !email.isBlank()) {
            return EmailAddress.of(email).text();
        }
        if (frequency != NotificationFrequency.NONE) {
            throw new InvalidRequest(Words.text("directory.subscription.noEmail"));
        }
        return null;
    }
}
