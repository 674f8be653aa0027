package fr.hubee.it.server;

import fr.hubee.it.clock.MovableClock;
import fr.hubee.it.clock.MovableClockProducer;
import fr.hubee.it.clock.ParisDays;
import fr.hubee.it.kernel.CheapPasswordHash;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** Makes the libraries that an archive is given for tests, so that every module uses them. */
final class TestLibrary {
    private static final String BEANS = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>""";

    private TestLibrary() {}

    static JavaArchive movableClock() {
        return of("clock", MovableClock.class, MovableClockProducer.class, ParisDays.class);
    }

    static JavaArchive cheapHash() {
        return of("hash", CheapPasswordHash.class);
    }

    private static JavaArchive of(String name, Class<?>... classes) {
        return ShrinkWrap.create(JavaArchive.class, "hubee-it-" + name + ".jar")
                .addClasses(classes)
                .addAsManifestResource(new StringAsset(BEANS), "beans.xml");
    }

    /** Adds the movable clock to an archive that is a file to deploy; the rest of it stays packed as it is. */
    static Path addClock(Path file) throws IOException {
        var library = movableClock();
        try (var ear = FileSystems.newFileSystem(file);
                var content = library.as(ZipExporter.class).exportAsInputStream()) {
            Files.copy(content, ear.getPath("lib", library.getName()));
        }
        return file;
    }
}
