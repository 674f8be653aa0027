package fr.hubee.portal.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.files.encryption.KeySet;
import fr.hubee.files.encryption.MasterKeySettings;
import fr.hubee.files.scan.AntivirusSettings;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.account.AccountDetail;
import fr.hubee.people.account.AccountService;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Rights;
import fr.hubee.websecurity.CurrentCaller;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that the footer tells administrators, and nobody else, that files are stored without encryption. */
@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class FrameTest {
    static final MasterKeySettings NONE = new MasterKeySettings(Optional.empty(), Optional.empty(), Optional.empty());

    static Frame of(ActorType type, MasterKeySettings masterKey) {
        var frame = new Frame();
        frame.masterKey = masterKey;
        frame.currentCaller = new CurrentCaller() {
            @Override
            public boolean isKnown() {
                return type != null;
            }

            @Override
            public Caller get() {
                return null;
            }
        };
        frame.accounts = new AccountService() {
            @Override
            public AccountDetail readProfile(Caller caller) {
                var rights = new Rights(type, Set.of(), Set.of());
                return new AccountDetail(null, 0, null, null, null, null, rights, false, true, null, null);
            }
        };
        return frame;
    }

    @ParameterizedTest
    @EnumSource(ActorType.class)
    void administratorsAreInformed(ActorType type) {
        boolean isAdministrator = type.name().endsWith("_ADMINISTRATOR");

        assertEquals(isAdministrator, of(type, NONE).isUnencrypted());
    }

    @Test
    void anonymousUsersAreNotInformed() {
        assertFalse(of(null, NONE).isUnencrypted());
    }

    @Test
    void withAMasterKeyThereIsNothingToTell() {
        var keys = new MasterKeySettings(Optional.of(KeySet.fresh()), Optional.empty(), Optional.empty());

        assertFalse(of(ActorType.NATIONAL_ADMINISTRATOR, keys).isUnencrypted());
    }

    @Test
    void thePageOfATeledossierSaysWhetherAnAntivirusReadItsFiles() throws IOException {
        var frame = new Frame();
        frame.antivirus = new AntivirusSettings(Optional.empty(), 1);
        assertFalse(frame.isScanned());
        frame.antivirus =
                new AntivirusSettings(Optional.of(InetSocketAddress.createUnresolved("clamd.example", 3310)), 1);
        assertTrue(frame.isScanned());

        var page = Files.readString(Path.of("src/main/webapp/teledossier.xhtml"));
        assertTrue(
                page.matches(
                        "(?s).*frame\\.scanned \\? 'Un antivirus analyse les pièces[^']*' : 'HubEE n’analyse pas le contenu.*"));
    }

    /** Checks that every page asks for it, before the links of the footer. */
    @Test
    void thePageAsksForIt() throws IOException {
        var page = Files.readString(Path.of("src/main/webapp/WEB-INF/portal/frame.xhtml"));

        var footer = page.substring(page.indexOf("<footer"));
        assertTrue(footer.matches(
                "(?s).*rendered=\"#\\{frame\\.unencrypted}\">\\s*<p class=\"[^\"]*\" id=\"unencrypted\">.*"));
    }
}
