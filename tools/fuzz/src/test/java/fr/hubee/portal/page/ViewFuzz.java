package fr.hubee.portal.page;

import com.nimbusds.jose.util.Base64URL;
import fr.hubee.websecurity.CookieSeal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The state of a page, and a cookie, which browsers send back: none is opened that the hub has not sealed. Its five parts are in lines. */
public final class ViewFuzz {
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    private static final CookieSeal COOKIES = new CookieSeal(KEY, "fuzz");

    private ViewFuzz() {}

    public static void read(byte[] input) {
        var text = new String(input, StandardCharsets.ISO_8859_1);
        open(text);
        open(Stream.of(text.split("\n", 5))
                .map(part -> Base64URL.encode(part.getBytes(StandardCharsets.ISO_8859_1)))
                .map(Base64URL::toString)
                .collect(Collectors.joining(".")));
    }

    private static void open(String text) {
        if (SealedViewsFactory.Seal.open(KEY, text).isPresent()
                || COOKIES.open(text, Instant.EPOCH).isPresent()) {
            throw new AssertionError("Opened without the key");
        }
    }
}
