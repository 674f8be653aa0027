package fr.hubee.portal.people;

import fr.hubee.people.identity.Civility;
import fr.hubee.people.identity.Identity;
import fr.hubee.portal.field.TypedForm;

/** A person's identity, as typed in a form. */
public class IdentityFields extends TypedForm {
    private Civility civility;

    public static IdentityFields of(Identity known) {
        var fields = new IdentityFields();
        fields.civility = known.civility();
        fields.getValues().put("firstName", known.firstName());
        fields.getValues().put("lastName", known.lastName());
        fields.getValues().put("function", known.function());
        fields.getValues().put("phoneNumber", known.phoneNumber());
        fields.getValues().put("mobileNumber", known.mobileNumber());
        return fields;
    }

    public Identity typed() {
        return new Identity(
                civility,
                typed("firstName"),
                typed("lastName"),
                typed("function"),
                typed("phoneNumber"),
                typed("mobileNumber"));
    }

    public Civility getCivility() {
        return civility;
    }

    public void setCivility(Civility civility) {
        this.civility = civility;
    }
}
