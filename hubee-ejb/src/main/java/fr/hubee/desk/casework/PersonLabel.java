package fr.hubee.desk.casework;

/** The role of a person whose name is shown with a case, as text on screen. */
public final class PersonLabel {
    private PersonLabel() {}

    /** Returns the label: for a death certificate it is the deceased, who is not the applicant. */
    public static String of(String processCode) {
        return processCode.equals("CERTDC") ? "Concerne" : "Demandeur";
    }
}
