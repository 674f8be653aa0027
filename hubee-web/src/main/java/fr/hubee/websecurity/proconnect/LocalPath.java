package fr.hubee.websecurity.proconnect;

/** Where somebody wants to go once she is in: within the portal, wherever the link came from. */
final class LocalPath {
    static final String HOME = "/";
    private static final int LONGEST = 500;

    private LocalPath() {}

    /** @return the path, or that of the first page when it leads elsewhere; null is nowhere */
    static String of(String wanted) {
        return isLocal(wanted) ? wanted : HOME;
    }

    /** Two slashes name another server; browsers take a backslash for a slash and forget controls. */
    private static boolean isLocal(String wanted) {
        return wanted != null
                && wanted.length() <= LONGEST
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().allMatch(each -> each > ' ' && each < 0x7f && each != '\\');
    }
}
