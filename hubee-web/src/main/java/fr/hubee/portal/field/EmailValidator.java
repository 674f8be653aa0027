package fr.hubee.portal.field;

import fr.hubee.shared.EmailAddress;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.FacesValidator;
import jakarta.faces.validator.Validator;

/** Shows at the field why an address is refused. */
@FacesValidator("hubee.email")
public class EmailValidator implements Validator<String> {

    @Override
    public void validate(FacesContext faces, UIComponent field, String typed) {
        if (typed != null) {
            FieldCheck.run(() -> EmailAddress.of(typed));
        }
    }
}
