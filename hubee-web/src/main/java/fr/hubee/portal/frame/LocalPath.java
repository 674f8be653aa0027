package fr.hubee.portal.frame;

/** Where a person goes once she is signed in, or back: somewhere in this portal, whatever the address asks for. */
public final class LocalPath {
    private static final int LONGEST = 2000;

    private LocalPath() {}

    /** @return the path when it is one of this portal, else the home page */
    public static String of(String wanted) {
        return isLocal(wanted) ? wanted : Pages.HOME;
    }

    /** @return the path when it is that page, whatever is asked of it, else the page as it is */
    public static String to(String page, String wanted) {
        return isLocal(wanted) && wanted.split("[?#]", 2)[0].equals(page) ? wanted : page;
    }

    /** A browser reads {@code //host} and {@code /\host} as another server. */
    private static boolean isLocal(String wanted) {
        return wanted != null && wanted.length() <= LONGEST && wanted.matches("/(?![/\\\\])[\\x21-\\x7E&&[^\\\\]]*");
    }
}
