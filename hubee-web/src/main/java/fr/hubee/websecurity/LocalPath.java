package fr.hubee.websecurity;

/** Where a person goes once she is signed in, or back: somewhere in this portal, whatever the address asks for. */
public final class LocalPath {
    public static final String HOME = "/accueil";
    private static final int LONGEST = 2000;

    private LocalPath() {}

    /** @return the path when it is one of this portal, else the home page */
    public static String of(String wanted) {
        return of(wanted, LONGEST);
    }

    /** @param longest for whoever has less room to keep it */
    public static String of(String wanted, int longest) {
        return isLocal(wanted, longest) ? wanted : HOME;
    }

    /** @return the path when it is that page, whatever is asked of it, else the page as it is */
    public static String to(String page, String wanted) {
        return isLocal(wanted, LONGEST) && wanted.split("[?#]", 2)[0].equals(page) ? wanted : page;
    }

    /** A browser reads {@code //host} and {@code /\host} as another server. */
    private static boolean isLocal(String wanted, int longest) {
        return wanted != null && wanted.length() <= longest && wanted.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");
    }
}
