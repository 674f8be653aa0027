package fr.hubee.portal.people;

import fr.hubee.portal.page.PageMessages;

/** A new password, typed twice: in the fields of {@code new-password.xhtml}. */
public class NewPasswordFields {
    static final String FIRST = "first";
    private static final String SECOND = "second";

    private String first;
    private String second;

    /** Whether both are the same; reports an error otherwise. */
    public boolean isConfirmed() {
        boolean same = first != null && first.equals(second);
        if (!same) {
            PageMessages.fieldError(SECOND, "Les deux mots de passe sont différents. Tapez le même deux fois.");
        }
        return same;
    }

    public String getFirst() {
        return first;
    }

    public void setFirst(String first) {
        this.first = first;
    }

    public String getSecond() {
        return second;
    }

    public void setSecond(String second) {
        this.second = second;
    }
}
