package fr.hubee.websecurity;

/** The address of the sign-in page, with or without a refusal. */
public final class SignInAddress {
    public static final String PATH = "/connexion";

    /** The address of the page for somebody who has signed out: it says so. */
    public static final String SIGNED_OUT = PATH + "?fin=deconnexion";

    private SignInAddress() {}

    /** @param refusal shown on the page; the address has its code */
    public static String telling(String refusal) {
        return PATH + "?refus=" + refusal;
    }
}
