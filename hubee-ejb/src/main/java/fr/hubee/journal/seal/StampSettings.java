package fr.hubee.journal.seal;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the time stamps on the heads of the journal.
 *
 * @param address of a time stamping authority, according to RFC 3161; without it, there are no stamps
 * @param authorities whose stamps are accepted
 * @param policy an object identifier; without it, that of the authority
 */
public record StampSettings(Optional<URI> address, Authorities authorities, Optional<String> policy) {

    public StampSettings(SettingSource source) {
        this(
                source.read(
                        "HUBEE_TSA", "", text -> SettingValues.optional(text).map(StampSettings::address)),
                source.read("HUBEE_TSA_CERTIFICATES", "", StampSettings::authorities),
                source.read(
                        "HUBEE_TSA_POLICY",
                        "",
                        text -> SettingValues.optional(text).map(StampSettings::identifier)));
        if (address.isPresent() && authorities.isEmpty()) {
            throw new IllegalStateException(
                    "HUBEE_TSA needs HUBEE_TSA_CERTIFICATES: the file of the certificates whose stamps count");
        }
    }

    /** Returns the address; plain HTTP is accepted, which many authorities use: a hash is sent, and the answer is signed. */
    private static URI address(String text) {
        var address = URI.create(text);
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException("no address of the web");
        }
        return address;
    }

    private static Authorities authorities(String text) {
        if (text.isEmpty()) {
            return Authorities.none();
        }
        try {
            return Authorities.of(List.of(Path.of(text)));
        } catch (IOException invalid) {
            throw new UncheckedIOException(invalid);
        }
    }

    private static String identifier(String text) {
        if (!text.matches("[0-2](\\.(0|[1-9][0-9]*))+")) {
            throw new IllegalArgumentException("no object identifier");
        }
        return text;
    }
}
