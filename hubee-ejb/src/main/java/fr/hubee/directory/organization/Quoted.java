package fr.hubee.directory.organization;

/** Typed text for use in a message: shortened, and on one line. */
final class Quoted {
    private static final int MOST = 40;

    private Quoted() {}

    static String of(String typed) {
        var visible = typed.replaceAll("\\p{C}+", " ").strip();
        return visible.length() <= MOST ? visible : visible.substring(0, MOST) + "…";
    }
}
