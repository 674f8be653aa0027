package fr.hubee.portal.field;

import fr.hubee.account.identity.TypedPhone;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.FacesValidator;
import jakarta.faces.validator.Validator;

/** Shows at the field why a telephone number is refused. */
@FacesValidator("hubee.phone")
public class PhoneValidator implements Validator<String> {

    @Override
    public void validate(FacesContext faces, UIComponent field, String typed) {
        FieldCheck.run(() -> TypedPhone.of(typed));
    }
}
