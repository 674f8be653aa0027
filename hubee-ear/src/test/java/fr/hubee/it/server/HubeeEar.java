package fr.hubee.it.server;

import java.io.File;
import java.util.List;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The deployment of all tests, which need no {@code @Deployment}: the built EAR, plus the test classes, the check of journals, a clock that tests
 * can move, and a cheap password hash.
 */
public class HubeeEar implements DeploymentScenarioGenerator {
    /** Lets tests act as different callers. */
    private static final String ELYTRON = "Manifest-Version: 1.0\nDependencies: org.wildfly.security.elytron\n";

    @Override
    public List<DeploymentDescription> generate(TestClass any) {
        var ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("hubee.ear")));
        var war = ear.getAsType(WebArchive.class, "/hubee-web.war")
                .addPackages(true, HubeeEar::isOfTheServer, "fr.hubee.it", "fr.hubee.cli.verify")
                .addAsManifestResource(new StringAsset(ELYTRON), "MANIFEST.MF");
        ear.delete("/hubee-web.war");
        ear.addAsModule(Testable.archiveToTest(war));
        ear.addAsLibraries(TestLibrary.movableClock(), TestLibrary.cheapHash());
        return List.of(new DeploymentDescription("hubee", TestSkin.addTo(ear)).shouldBeTestable(true));
    }

    /** Whether the class belongs on the server: not those of the client only, nor the clock and the hash, which are separate libraries. */
    private static boolean isOfTheServer(ArchivePath path) {
        return !path.get().matches(".*/fr/hubee/it/(clock|hash|portal|server)/.*");
    }
}
