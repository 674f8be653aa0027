package fr.hubee.http;

/** The paths of the APIs: each request brings credentials, and a person's session cookie is ignored. */
public final class ApiPath {

    private ApiPath() {}

    public static boolean is(String path) {
        return path.startsWith("/teledossiers/")
                || path.startsWith("/referential/")
                || path.startsWith("/oauth2/")
                || path.equals("/token");
    }
}
