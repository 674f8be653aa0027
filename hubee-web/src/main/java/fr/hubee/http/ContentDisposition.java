package fr.hubee.http;

import fr.hubee.kernel.shared.FileName;
import java.nio.charset.StandardCharsets;

/** Writes the file name of a download, safely for any name (RFC 6266, RFC 8187). */
public final class ContentDisposition {
    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private ContentDisposition() {}

    /** Returns the name in ASCII for old clients, then the full name; both without any path. */
    public static String attachment(String fileName) {
        return named("attachment", fileName);
    }

    /** Returns the header for a file that is displayed in the browser, and saved under this name. */
    public static String inline(String fileName) {
        return named("inline", fileName);
    }

    private static String named(String how, String fileName) {
        var name = FileName.harmless(fileName);
        return how + "; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String ascii(String name) {
        var text = new StringBuilder();
        name.codePoints().forEach(point -> text.append(isPlain(point) ? (char) point : '_'));
        return text.toString();
    }

    private static boolean isPlain(int point) {
        return point >= ' ' && point < 0x7F && point != '"' && point != '%' && point != '\\';
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xFF);
            boolean plain = letter < 0x80 && (Character.isLetterOrDigit(letter) || UNRESERVED.indexOf(letter) >= 0);
            text.append(plain ? String.valueOf(letter) : String.format("%%%02X", (int) letter));
        }
        return text.toString();
    }
}
