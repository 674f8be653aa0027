package fr.hubee.portal.people;

import fr.hubee.people.signin.SignInService;
import fr.hubee.portal.field.TypedForm;
import fr.hubee.portal.page.PageMessages;
import jakarta.inject.Inject;

/** A page on which a new password is typed twice: in the fields of {@code new-password.xhtml}. */
public abstract class NewPasswordForm extends TypedForm {
    static final String FIRST = "first";
    private static final String SECOND = "second";

    @Inject
    SignInService signIn;

    @Inject
    SignInProgress progress;

    /** Whether both are the same; reports an error otherwise. */
    boolean isConfirmed() {
        boolean same = newPassword() != null && newPassword().equals(typed(SECOND));
        if (!same) {
            PageMessages.fieldError(SECOND, "Les deux mots de passe sont différents. Tapez le même deux fois.");
        }
        return same;
    }

    String newPassword() {
        return typed(FIRST);
    }
}
