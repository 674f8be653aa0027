package fr.hubee.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hubee install}, without a real WildFly; {@code ./dev install-check} tries it on the distribution. */
class InstallerTest {
    @TempDir
    private Path folder;

    private OperatorsFolder operator;
    private Map<String, String> before;

    @BeforeEach
    void aPlainWildFly() throws IOException {
        operator = new OperatorsFolder(folder);
        before = operator.wildFly();
    }

    @Test
    void whatIsInstalledIsTakenAwayWithoutATrace() throws Exception {
        says("0: HubEE 1 is installed", operator.install());
        assertEquals("ours", operator.wildFly().get("standalone/configuration/logging.properties"));
        assertTrue(operator.wildFly().containsKey("standalone/deployments/hubee.ear"));
        assertTrue(operator.wildFly().containsKey("modules/org/postgresql/main/postgresql.jar"));

        says("0: HubEE is taken away", operator.uninstall());

        assertEquals(before, operator.wildFly());
    }

    @Test
    void theLogAndTheDataOfTheServerStay() throws Exception {
        operator.install();
        OperatorsFolder.write(operator.home.resolve("standalone/log/server.log"), "what happened");
        OperatorsFolder.write(operator.home.resolve("standalone/data/tx-object-store/1"), "in doubt");
        OperatorsFolder.write(operator.home.resolve("standalone/tmp/vfs/1"), "unpacked");
        OperatorsFolder.write(operator.home.resolve("standalone/deployments/hubee.ear.deployed"), "");

        operator.uninstall();

        var after = operator.wildFly();
        assertTrue(after.containsKey("standalone/log/server.log"));
        assertTrue(after.containsKey("standalone/data/tx-object-store/1"));
        assertFalse(after.containsKey("standalone/tmp/vfs"));
        assertFalse(after.containsKey("standalone/deployments/hubee.ear.deployed"));
    }

    /** The operator calls it by a link in the PATH, and names the folder of the server once: at the installation. */
    @Test
    void theCommandFindsTheFolderThatWasNamedAtTheInstallation() throws Exception {
        var base = folder.resolve("elsewhere/server");
        operator.install("--base", base.toString());

        says("0: No HubEE runs in " + base + ": there is nothing to drain.", operator.hubeeInPath("drain"));
    }

    @Test
    void theSecondTimeItChangesNothing() throws Exception {
        operator.install();
        var installed = operator.wildFly();

        says("nothing is changed", operator.install());

        assertEquals(installed, operator.wildFly());
    }

    @Test
    void anotherEarReplacesTheFormer() throws Exception {
        operator.install();
        var newer = folder.resolve("newer.ear");
        Files.writeString(newer, "PK fr/hubee/cli/EarMain.class 2");
        OperatorsFolder.write(operator.home.resolve("standalone/deployments/hubee.ear.failed"), "");

        says("is replaced", operator.install("--ear", newer.toString()));

        assertEquals(Files.readString(newer), operator.wildFly().get("standalone/deployments/hubee.ear"));
        assertFalse(operator.wildFly().containsKey("standalone/deployments/hubee.ear.failed"));
    }

    @Test
    void aNewerArchiveBringsAllToItsReleaseAndIsTakenAwayAsWell() throws Exception {
        operator.install();
        Files.writeString(operator.archive.resolve("install/version"), "2");
        Files.delete(operator.archive.resolve("install/modules/fr/hubee/tls/main/hubee-tls.jar"));

        says("0: HubEE 2 is installed", operator.install());
        assertFalse(operator.wildFly().containsKey("modules/fr/hubee/tls/main/hubee-tls.jar"));

        operator.uninstall();
        assertEquals(before, operator.wildFly());
    }

    @Test
    void whatWildFlyRefusesLeavesNothing() throws Exception {
        operator.commandLine("echo WFLYCTL0216 >&2; exit 1");
        before = operator.wildFly();

        says("1: WFLYCTL0216", operator.install());

        assertEquals(before, operator.wildFly());
    }

    @Test
    void aStepThatFailsUndoesThoseBefore() throws Exception {
        Files.delete(operator.archive.resolve("install/logging.properties"));

        says("what was begun is undone", operator.install());

        assertEquals(before, operator.wildFly());
    }

    @Test
    void anUpgradeThatFailsLeavesTheFormerRelease() throws Exception {
        operator.install();
        var installed = operator.wildFly();
        Files.writeString(operator.archive.resolve("install/version"), "2");
        Files.delete(operator.archive.resolve("install/logging.properties"));

        says("what was begun is undone", operator.install());

        assertEquals(installed, operator.wildFly());
    }

    @Test
    void anotherWildFlyIsRefused() throws Exception {
        operator.wildFly("38.0.1.Final");
        says("1: HubEE needs WildFly 39: this one is 38.0.1.Final.", operator.install());
    }

    @Test
    void anotherJavaIsRefused() throws Exception {
        operator.java("11.0.2");
        says("1: HubEE needs Java 17 or later", operator.install());
    }

    @Test
    void anotherApplicationIsRefused() throws Exception {
        Files.writeString(operator.archive.resolve("hubee.ear"), "PK something/else.class");
        says("is not the EAR of HubEE", operator.install());
    }

    @Test
    void whatSomebodyElseHasPutThereIsNotOverwritten() throws Exception {
        OperatorsFolder.write(operator.home.resolve("modules/org/postgresql/main/module.xml"), "his own driver");
        before = operator.wildFly();

        says("modules/org/postgresql is there already", operator.install());

        assertEquals(before, operator.wildFly());
    }

    @Test
    void aWildFlyWithAnotherApplicationIsRefused() throws Exception {
        OperatorsFolder.write(operator.home.resolve("standalone/deployments/paie.war"), "of somebody else");
        before = operator.wildFly();

        says(
                "1: HubEE needs a WildFly of its own, and in this one something else is deployed: paie.war.",
                operator.install());

        assertEquals(before, operator.wildFly());
    }

    /** With the command line of the server, which finds it elsewhere. */
    @Test
    void soIsOneWhoseConfigurationNamesAnother() throws Exception {
        var configuration = operator.home.resolve("standalone/configuration/standalone.xml");
        OperatorsFolder.write(configuration, """
                <server>
                    <deployments>
                        <deployment name="paie.ear" runtime-name="paie.ear">
                            <content sha1="1f"/>
                        </deployment>
                    </deployments>
                </server>
                """);
        before = operator.wildFly();

        says("something else is deployed: paie.ear.", operator.install());

        assertEquals(before, operator.wildFly());
    }

    private static void says(String words, String said) {
        assertTrue(said.contains(words), said);
    }
}
