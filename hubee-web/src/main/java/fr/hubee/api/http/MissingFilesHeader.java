package fr.hubee.api.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The header with the names of the files without which a folder is complete: a list of strings (RFC 9651), and of display strings for names that
 * are not ASCII. Its length is bounded: the last name then has the parameter {@code more} with the number of those that are left out.
 */
public final class MissingFilesHeader {
    public static final String NAME = "HubEE-Missing-Files";

    /** Longest value, in characters; the longest name has room in it. */
    static final int LONGEST = 4_000;

    private static final String SEPARATOR = ", ";

    private MissingFilesHeader() {}

    /** @param names at least one */
    public static String of(List<String> names) {
        var value = new StringBuilder(text(names.get(0)));
        int told = 1;
        for (var name : names.subList(1, names.size())) {
            var next = SEPARATOR + text(name);
            if (value.length() + next.length() > LONGEST) {
                break;
            }
            value.append(next);
            told++;
        }
        return told == names.size()
                ? value.toString()
                : value.append(";more=").append(names.size() - told).toString();
    }

    private static String text(String name) {
        boolean ascii = name.chars().allMatch(MissingFilesHeader::isPrintable);
        return ascii ? '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : displayString(name);
    }

    private static boolean isPrintable(int character) {
        return character >= ' ' && character <= '~';
    }

    private static String displayString(String name) {
        var value = new StringBuilder("%\"");
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            if (isPrintable(each) && each != '%' && each != '"') {
                value.append((char) each);
            } else {
                value.append("%%%02x".formatted(each));
            }
        }
        return value.append('"').toString();
    }
}
