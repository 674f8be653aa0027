package fr.hubee.websecurity;

/** The target of a redirect after sign-in, or back: always within this portal, whatever the address asks for. */
public final class LocalPath {
    public static final String HOME = "/accueil";
    private static final int LONGEST = 2000;

    private LocalPath() {}

    /** @return the path if it is within this portal, else the home page */
    public static String of(String wanted) {
        return of(wanted, LONGEST);
    }

    /** @param longest the maximum length, for callers with little room */
    public static String of(String wanted, int longest) {
        return isLocal(wanted, longest) ? wanted : HOME;
    }

    /** @return the path if it is that page, with any parameters, else the page itself */
    public static String to(String page, String wanted) {
        return isLocal(wanted, LONGEST) && wanted.split("[?#]", 2)[0].equals(page) ? wanted : page;
    }

    /** Whether the path is local; browsers read {@code //host} and {@code /\host} as another server. */
    private static boolean isLocal(String wanted, int longest) {
        return wanted != null && wanted.length() <= longest && wanted.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");
    }
}
