package fr.hubee.portal.people;

import fr.hubee.portal.field.TypedForm;
import fr.hubee.portal.page.PageMessages;

/** A new password, typed twice: in the fields of {@code new-password.xhtml}. */
public class NewPasswordFields extends TypedForm {
    static final String FIRST = "first";
    private static final String SECOND = "second";

    /** Whether both are the same; reports an error otherwise. */
    public boolean isConfirmed() {
        boolean same = getFirst() != null && getFirst().equals(typed(SECOND));
        if (!same) {
            PageMessages.fieldError(SECOND, "Les deux mots de passe sont différents. Tapez le même deux fois.");
        }
        return same;
    }

    public String getFirst() {
        return typed(FIRST);
    }
}
