package fr.hubee.portal.frame;

import fr.hubee.shared.InvalidRequest;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.validator.ValidatorException;

/** Tells a refusal of the domain beside the field that it is about. */
final class FieldCheck {

    private FieldCheck() {}

    static void field(Runnable check) {
        try {
            check.run();
        } catch (InvalidRequest refused) {
            throw new ValidatorException(
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, refused.getMessage(), null), refused);
        }
    }
}
