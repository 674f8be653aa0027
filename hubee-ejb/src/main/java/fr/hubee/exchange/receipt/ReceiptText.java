package fr.hubee.exchange.receipt;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the signature in a file: alone, or in a PDF of the hub, which contains it unchanged. PDFs are not interpreted: an untrusted file is
 * only searched.
 */
public final class ReceiptText {
    /** A header in JSON, claims, and a signature of 64 bytes. */
    private static final Pattern JWS = Pattern.compile(
            "(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_-]{10,}+\\.[A-Za-z0-9_-]{20,}+\\.[A-Za-z0-9_-]{86}(?![A-Za-z0-9_.-])");

    private ReceiptText() {}

    /** Returns the signature if there is exactly one: with two, it would be unclear which one is meant. */
    public static Optional<String> find(byte[] file) {
        var found = new LinkedHashSet<String>();
        JWS.matcher(new String(file, StandardCharsets.ISO_8859_1)).results().forEach(each -> found.add(each.group()));
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }
}
