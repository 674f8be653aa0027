package fr.hubee.it.server;

import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.clock.MovableClockProducer;
import fr.hubee.it.clock.ParisDays;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
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
        return ear.addAsLibrary(library());
    }

    private static JavaArchive library() {
        return ShrinkWrap.create(JavaArchive.class, "hubee-it-clock.jar")
                .addClasses(MovableClock.class, MovableClockProducer.class, ParisDays.class)
                .addAsManifestResource(beans(), "beans.xml");
    }

    /** Returns the product with the movable clock, as a file to deploy; the rest of it stays packed as it is. */
    static Path product(Path folder) throws IOException {
        var file = Files.copy(Path.of(System.getProperty("hubee.ear")), folder.resolve("hubee.ear"));
        var library = library();
        try (var ear = FileSystems.newFileSystem(file);
                var content = library.as(ZipExporter.class).exportAsInputStream()) {
            Files.copy(content, ear.getPath("lib", library.getName()));
        }
        return file;
    }
}
