package fr.hubee.cli.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.kernel.settings.SettingSource;
import fr.hubee.kernel.settings.SettingsCheck;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that an operator sees all errors of the settings at once, before a start finds the first one. */
class SettingFindingsTest {
    private static final String NONSENSE = "§ nonsense §";

    /** Settings with any text: whether it is the right one is found when it is used. */
    private static final Set<String> ANY_TEXT = Set.of(
            "HUBEE_BLOBS",
            "HUBEE_DB_HOST",
            "HUBEE_DB_NAME",
            "HUBEE_DB_OWNER",
            "HUBEE_DB_OWNER_PASSWORD",
            "HUBEE_DB_PASSWORD",
            "HUBEE_DB_USER",
            "HUBEE_MAIL_TEMPLATES",
            "HUBEE_NODE",
            "HUBEE_PKCS11_KEY",
            "HUBEE_PKCS11_PIN",
            "HUBEE_PROCONNECT_CLIENT_ID",
            "HUBEE_PROCONNECT_CLIENT_SECRET",
            "HUBEE_S3_ACCESS_KEY",
            "HUBEE_S3_REGION",
            "HUBEE_S3_SECRET_KEY",
            "HUBEE_SMTP_HOST",
            "HUBEE_SMTP_PASSWORD",
            "HUBEE_SMTP_USER",
            "HUBEE_TEXTS");

    /** Settings of the launcher, and of a line of the manual. */
    private static final Set<String> NOT_OF_THE_SERVER = Set.of("HUBEE_PORT_OFFSET", "HUBEE_STORE_PASSWORD");

    /** Settings without which the level of ProConnect is not read. */
    private static final Map<String, String> PROCONNECT = Map.of(
            "HUBEE_KEY", "aW52ZW50ZWQgZm9yIHRoZSB0ZXN0cywgMzIgYnl0ZXM=",
            "HUBEE_PROCONNECT_ISSUER", "https://proconnect.example/api/v2",
            "HUBEE_PROCONNECT_CLIENT_ID", "hubee",
            "HUBEE_PROCONNECT_CLIENT_SECRET", "secret");

    @Test
    void allAreNamedAtOnce() {
        var said = said(Map.of(
                "HUBEE_TOKEN_LIFE", "abc",
                "HUBEE_CALLS_PER_SECOND", "0",
                "HUBEE_DB_POOL", "many",
                "HUBEE_KEY", "short",
                "HUBEE_TRUSTED_PROXIES", "everywhere",
                "HUBEE_DRAIN_SECONDS", "-1",
                "HUBEE_BOOTSTRAP", "../../wildfly-config/src/main/bootstrap/administrator.json"));

        assertEquals(
                Set.of(
                        "The setting HUBEE_TOKEN_LIFE cannot be \"abc\"",
                        "The setting HUBEE_CALLS_PER_SECOND cannot be \"0\"",
                        "The setting HUBEE_DB_POOL cannot be \"many\"",
                        "The setting HUBEE_KEY is missing or wrong",
                        "The setting HUBEE_TRUSTED_PROXIES cannot be \"everywhere\"",
                        "The setting HUBEE_DRAIN_SECONDS cannot be \"-1\"",
                        "The bootstrap files are not filled in: administrator.json (<SIRET-ADMINISTRATION>,"
                                + " <NOM-ADMINISTRATION>, <CODE-POSTAL-ADMINISTRATION>, <COURRIEL>, <M-OU-MME>, <PRENOM>, <NOM>,"
                                + " <TELEPHONE>). Replace each of these texts, or remove the entries that have them"),
                said.lines()
                        .filter(line -> line.startsWith("  NOT READY  "))
                        .map(line -> line.substring("  NOT READY  ".length()))
                        .collect(Collectors.toSet()),
                said);
    }

    @Test
    void whatAStartTakesIsWell() {
        assertTrue(said(Map.of()).contains("ok         each has a value that a start takes"));
    }

    @Test
    void theMissingAddressOfTheSupportIsReported() {
        var missing = "note       HUBEE_SUPPORT is not set: every mail sends people with a question to support@";

        assertTrue(said(Map.of()).contains(missing));
        assertFalse(said(Map.of("HUBEE_SUPPORT", "assistance@hubee.example")).contains("HUBEE_SUPPORT"));
    }

    @Test
    void nonsenseIsFoundInEverySetting() {
        var notFound = new TreeSet<String>();
        for (var name : SettingFindings.known()) {
            var settings = new HashMap<>(PROCONNECT);
            settings.put(name, NONSENSE);
            var said = said(settings);
            if (!said.contains(name) && !said.contains("The bootstrap file " + NONSENSE)) {
                notFound.add(name);
            }
        }
        notFound.removeAll(NOT_OF_THE_SERVER);

        assertEquals(new TreeSet<>(ANY_TEXT), notFound);
    }

    private static String said(Map<String, String> settings) {
        var out = new ByteArrayOutputStream();
        var findings = new Findings(new PrintStream(out, true, StandardCharsets.UTF_8));
        SettingFindings.say(
                ServiceLoader.load(SettingsCheck.class), new SettingSource(settings::get), Set.of(), findings);
        return out.toString(StandardCharsets.UTF_8);
    }
}
