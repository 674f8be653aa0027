package fr.hubee.journal.seal;

import fr.hubee.kernel.settings.EncryptionSettings;
import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingValues;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Settings of the journal and its seal.
 *
 * @param key signs heads: {@code HUBEE_SEAL_KEY}, or one that is made from {@code HUBEE_KEY}; without both there are no heads
 * @param witness receives each head: a file of this server, or a web address
 * @param kept how long the months of the journal are kept; empty means for ever
 */
public record SealSettings(Optional<SealKey> key, Optional<URI> witness, Optional<Period> kept) {

    public SealSettings(SettingSource source) {
        this(
                key(source),
                source.read("HUBEE_WITNESS", "", SealSettings::witness),
                source.read("HUBEE_JOURNAL_KEPT", "P5Y", SealSettings::period));
    }

    private static Optional<SealKey> key(SettingSource source) {
        var own = source.secret(
                "HUBEE_SEAL_KEY",
                text -> SettingValues.optional(text)
                        .map(Base64.getDecoder()::decode)
                        .map(SealKey::of));
        return own.or(() -> new EncryptionSettings(source).key().map(SealSettings::derived));
    }

    private static SealKey derived(SecretKey key) {
        try {
            var derivation = Mac.getInstance("HmacSHA256");
            derivation.init(key);
            return SealKey.of(derivation.doFinal("journal-seal".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<URI> witness(String text) {
        return SettingValues.optional(text).map(URI::create).map(address -> {
            boolean file = address.getScheme() == null && text.startsWith("/");
            boolean web = "https".equals(address.getScheme()) && address.getHost() != null;
            if (!file && !web) {
                throw new IllegalArgumentException("neither the path of a file nor an address in https");
            }
            return address;
        });
    }

    /**
     * @param text {@code -} or a zero period means for ever; otherwise at least a year, which the database also
     *     requires
     */
    private static Optional<Period> period(String text) {
        if (text.equals("-") || Period.parse(text).isZero()) {
            return Optional.empty();
        }
        var period = SettingValues.positivePeriod(text);
        if (LocalDate.EPOCH.plus(period).isBefore(LocalDate.EPOCH.plusYears(1))) {
            throw new IllegalArgumentException("less than a year");
        }
        return Optional.of(period);
    }
}
