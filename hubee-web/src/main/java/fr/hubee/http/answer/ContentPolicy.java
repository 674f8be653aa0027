package fr.hubee.http.answer;

/** What browsers may load and run (Content Security Policy): nothing, but what is said here. */
public final class ContentPolicy {
    private static final String ALONE = "frame-ancestors 'none'; base-uri 'none'";

    /** For what is no page: it neither loads nor runs anything. */
    static final String NOTHING = "default-src 'none'; form-action 'none'; " + ALONE;

    /** For the contract of the API: Swagger UI asks for it and calls the API from there. */
    static final String CONTRACT = "default-src 'none'; connect-src 'self'; img-src 'self' data:; style-src 'self';"
            + " script-src 'self'; form-action 'self'; " + ALONE;

    private ContentPolicy() {}

    /** For a page of the portal: its own files, what carries its nonce, and files that are looked at, in a frame. */
    public static String page(String nonce) {
        return "default-src 'none'; connect-src 'self'; font-src 'self'; frame-src 'self'; img-src 'self' data:;"
                + " form-action 'self'; " + ALONE + "; style-src 'self' 'nonce-" + nonce + "'; script-src 'self'";
    }
}
