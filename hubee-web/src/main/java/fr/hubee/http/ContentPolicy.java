package fr.hubee.http;

/** The Content Security Policy: browsers may load and run nothing, except what is listed here. */
public final class ContentPolicy {
    private static final String ALONE = "frame-ancestors 'none'; base-uri 'none'";
    private static final String INERT = "default-src 'none'; form-action 'none'; ";

    /** Policy of answers other than pages: they load and run nothing. */
    static final String NOTHING = INERT + ALONE;

    /** Policy of what only pages of this portal show, in a frame. */
    public static final String FRAMED = INERT + "frame-ancestors 'self'; base-uri 'none'";

    /** Policy of files that people save, also from a frame: what is shown all the same has no origin either. */
    public static final String SAVED = FRAMED + "; sandbox";

    private ContentPolicy() {}

    /**
     * Returns the policy of a page of the portal: its own files, scripts and styles with its nonce, and previewed files in a frame.
     *
     * @param inside whether only people who signed in see it: PrimeFaces writes sizes and positions as style attributes there, and
     *     nothing that a stranger may write reaches an attribute
     */
    public static String page(String nonce, boolean inside) {
        return "default-src 'none'; connect-src 'self'; font-src 'self'; frame-src 'self'; img-src 'self' data:;"
                + " form-action 'self'; " + ALONE + "; style-src 'self' 'nonce-" + nonce + "';"
                + (inside ? " style-src-attr 'unsafe-inline';" : "") + " script-src 'self'";
    }
}
