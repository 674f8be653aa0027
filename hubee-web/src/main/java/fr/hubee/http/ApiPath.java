package fr.hubee.http;

/** The addresses of software, which brings its credentials with each request: no person is ever known there. */
public final class ApiPath {

    private ApiPath() {}

    public static boolean is(String path) {
        return path.startsWith("/teledossiers/")
                || path.startsWith("/referential/")
                || path.startsWith("/oauth2/")
                || path.equals("/token");
    }
}
