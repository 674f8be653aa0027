package fr.hubee.desk.bundle;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Safe names within an archive, from untrusted input: unique regardless of case, without path traversal, and valid on
 * every operating system.
 */
final class ZipNames {
    private static final int LONGEST = 120;

    private static final Set<String> RESERVED = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private final Set<String> taken = new HashSet<>();

    /** Returns a safe name for a folder. */
    String folder(String wanted) {
        return unique("", harmless(wanted, "teledossier"), "");
    }

    /** Returns a safe name for a file in one of the folders. */
    String file(String folder, String wanted) {
        var name = harmless(wanted, "fichier");
        int dot = name.lastIndexOf('.');
        return dot <= 0
                ? unique(folder + "/", name, "")
                : unique(folder + "/", name.substring(0, dot), name.substring(dot));
    }

    private String unique(String before, String stem, String ending) {
        var name = before + stem + ending;
        for (int copy = 2; !taken.add(name.toLowerCase(Locale.ROOT)); copy++) {
            name = before + stem + " (" + copy + ")" + ending;
        }
        return name;
    }

    /** Returns a safe name; the fallback name if there is no printable character. */
    private static String harmless(String wanted, String otherwise) {
        var text = new StringBuilder();
        Normalizer.normalize(wanted == null ? "" : wanted, Normalizer.Form.NFC)
                .codePoints()
                .forEach(point -> text.appendCodePoint(isHarmless(point) ? point : '_'));
        var name = text.toString().replaceFirst("^[. ]+", "").replaceFirst("[. ]+$", "");
        if (name.codePointCount(0, name.length()) > LONGEST) {
            name = shortened(name);
        }
        if (name.replace("_", "").isBlank()) {
            return otherwise;
        }
        int dot = name.indexOf('.');
        var stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
        return RESERVED.contains(stem) ? "_" + name : name;
    }

    private static boolean isHarmless(int point) {
        int kind = Character.getType(point);
        return kind != Character.CONTROL
                && kind != Character.FORMAT
                && kind != Character.SURROGATE
                && kind != Character.LINE_SEPARATOR
                && kind != Character.PARAGRAPH_SEPARATOR
                && "/\\:*?\"<>|".indexOf(point) < 0;
    }

    /** Keeps the extension: a computer chooses the program by it. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        var stem = name.substring(0, name.length() - ending.length());
        int keep =
                stem.offsetByCodePoints(0, Math.min(LONGEST - ending.length(), stem.codePointCount(0, stem.length())));
        return stem.substring(0, keep) + ending;
    }
}
