package fr.hubee.it.server;

import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.clock.MovableClockProducer;
import fr.hubee.it.clock.ParisDays;
import java.io.File;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** Adds the movable clock to an archive, as a library, so that every module uses it. */
final class TestClock {
    private static final String BEANS = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>""";

    private TestClock() {}

    /** Returns the {@code beans.xml} of a library whose annotated classes are beans. */
    static Asset beans() {
        return new StringAsset(BEANS);
    }

    static EnterpriseArchive in(EnterpriseArchive ear) {
        return ear.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "hubee-it-clock.jar")
                .addClasses(MovableClock.class, MovableClockProducer.class, ParisDays.class)
                .addAsManifestResource(beans(), "beans.xml"));
    }

    /** Returns the product with the movable clock, as a file to deploy. */
    static Path product(Path folder) {
        var built = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("hubee.ear")));
        var file = folder.resolve("hubee.ear");
        in(built).as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }
}
