package fr.hubee.it.world;

/** The answers of a hub in trouble, or to a slow network: tests that make the trouble expect them, and the contracts show them. */
public final class Trouble {
    public static final String AWAY = "{\"errors\":[{\"code\":503,\"message\":\"Service Unavailable\"}]}";
    public static final String TOKEN_AWAY =
            "{\"error_description\":\"Service Unavailable\",\"error\":\"temporarily_unavailable\"}";
    public static final String NO_STORAGE = "{\"errors\":[{\"code\":507,\"message\":\"Insufficient Storage\"}]}";
    public static final String SLOW = "{\"errors\":[{\"code\":408,\"message\":\"Request body is too slow\"}]}";

    public static final String NO_PLACE =
            "{\"errors\":[{\"code\":503,\"message\":\"Too many bodies are on their way, try again later\"}]}";
    public static final String FAILED = "{\"errors\":[{\"code\":500,\"message\":\"Internal Server Error\"}]}";

    private Trouble() {}
}
