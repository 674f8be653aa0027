package fr.hubee.websecurity;

/** Where people sign in, and where those go who could not. */
public final class SignInAddress {
    public static final String PATH = "/connexion";

    private SignInAddress() {}

    /** @param refusal is told on the page, by its code */
    public static String telling(String refusal) {
        return PATH + "?refus=" + refusal;
    }
}
