package fr.hubee.portal.field;

import fr.hubee.shared.InvalidRequest;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.validator.ValidatorException;

/** Runs a check of the domain; a refusal is shown at the field. */
final class FieldCheck {

    private FieldCheck() {}

    static void run(Runnable check) {
        try {
            check.run();
        } catch (InvalidRequest refused) {
            throw new ValidatorException(
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, refused.getMessage(), null), refused);
        }
    }
}
